import { firstIndex, isSameEdit, overlap, type Edit } from "./edits.ts";
import type { GoFix } from "./go-fix.ts";

/**
 * Returns the fixes that can be applied together: of two that cannot, the earlier. Fixes that
 * have an edit in common, to the letter, share it. The others wait for another pass.
 */
export function compatibleFixes<F extends GoFix>(fixes: readonly F[]): F[] {
  const accepted = new AcceptedEdits();
  const pathOfName = new Map<string, string>();
  return fixes.filter(({ edits, ensures }) => {
    const clashes = ensures.some(({ name, path }) => (pathOfName.get(name) ?? path) !== path);
    if (clashes || !accepted.accept(edits)) return false;
    for (const { name, path } of ensures) pathOfName.set(name, path);
    return true;
  });
}

/** Edits that do not overlap, in the order of the text. */
class AcceptedEdits {
  readonly #edits: Edit[] = [];
  /** The lists of edits that were accepted: violations that are fixed at once share one. */
  readonly #lists = new Set<readonly Edit[]>();

  /** Accepts edits, all or none; returns false if one of them overlaps an accepted one. */
  accept(edits: readonly Edit[]): boolean {
    if (this.#lists.has(edits)) return true;
    const added: Edit[] = [];
    for (const edit of edits) {
      const near = this.#near(edit);
      if (near.some((other) => isSameEdit(edit, other))) continue;
      if (near.some((other) => overlap(edit, other))) return false;
      added.push(edit);
    }
    for (const edit of added) this.#edits.splice(this.#placeOf(edit), 0, edit);
    this.#lists.add(edits);
    return true;
  }

  /** Returns the accepted edits that touch an edit. */
  #near({ range: [start, end] }: Edit): Edit[] {
    const from = firstIndex(
      this.#edits.length,
      (index) => (this.#edits[index]?.range[1] ?? 0) >= start,
    );
    const near: Edit[] = [];
    for (let at = from; at < this.#edits.length; at += 1) {
      const other = this.#edits[at];
      if (!other || other.range[0] > end) break;
      near.push(other);
    }
    return near;
  }

  #placeOf({ range: [start, end] }: Edit): number {
    return firstIndex(this.#edits.length, (index) => {
      const [from = 0, to = 0] = this.#edits[index]?.range ?? [];
      return from > start || (from === start && to >= end);
    });
  }
}

/** Returns the edits of fixes, each once. */
export function editsOf(fixes: readonly GoFix[]): Edit[] {
  const edits = new Map<string, Edit>();
  for (const list of new Set(fixes.map((fix) => fix.edits))) {
    const seen = new Map<string, number>();
    for (const edit of list) {
      const key = `${edit.range[0]}-${edit.range[1]}:${edit.text}`;
      // Two insertions of one fix at one place are two edits.
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      edits.set(`${key}#${times}`, edit);
    }
  }
  return [...edits.values()];
}
