import { isSameEdit, overlap, type Edit } from "./edits.ts";
import type { GoFix } from "./go-fix.ts";

/**
 * Chooses fixes that can be applied together, the earlier of two that cannot. Fixes
 * that share an edit, to the letter, share it. Those left out wait for another pass.
 */
export function compatibleFixes<F extends GoFix>(fixes: readonly F[]): F[] {
  const chosen: F[] = [];
  const edits: Edit[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !edits.some((other) => isSameEdit(edit, other)));
    if (fresh.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    chosen.push(fix);
    edits.push(...fresh);
  }
  return chosen;
}

/** The edits of fixes, each once. */
export function editsOf(fixes: readonly GoFix[]): Edit[] {
  const edits = new Map<string, Edit>();
  for (const [index, fix] of fixes.entries()) {
    for (const [at, edit] of fix.edits.entries()) {
      const key = `${edit.range[0]}-${edit.range[1]}:${edit.text}`;
      // Two insertions of one fix at one place are two edits.
      const isTwice = fix.edits.findIndex((other) => isSameEdit(edit, other)) !== at;
      edits.set(isTwice ? `${key}#${index}.${at}` : key, edit);
    }
  }
  return [...edits.values()];
}
