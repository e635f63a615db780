import { editsOf } from "../fix/compatible.ts";
import { applyEdits } from "../fix/edits.ts";
import type { GoFix } from "../fix/go-fix.ts";
import { importEdits } from "../fix/import-edits.ts";
import { importUses } from "../fix/import-uses.ts";
import { namesOf } from "../names/index.ts";
import { disk } from "../source/disk.node.ts";
import { GoSourceCode } from "../source/go-source-code.ts";
import { SyntaxTree } from "../syntax/tree.ts";

/** A text after fixes, and the fixes that had to be left out. */
export interface AppliedFixes<F extends GoFix> {
  readonly text: string;
  readonly kept: readonly F[];
  /** Each of them adds a syntax error. */
  readonly refused: readonly F[];
}

/**
 * Applies fixes that are compatible, and asks for their imports once. The text is
 * parsed again: fixes that break it are found and left out.
 *
 * @param text Without a byte order mark; the text that the fixes were made for.
 */
export function applyFixes<F extends GoFix>(
  text: string,
  path: string,
  fixes: readonly F[],
): AppliedFixes<F> {
  const before = errorsIn(text);
  const refused: F[] = [];
  const isClean = (some: readonly F[]): boolean => errorsIn(fixed(text, path, some)) <= before;
  const clean = (some: readonly F[]): readonly F[] => {
    if (some.length === 0 || isClean(some)) return some;
    if (some.length === 1) {
      refused.push(...some);
      return [];
    }
    const half = some.length >> 1;
    return [...clean(some.slice(0, half)), ...clean(some.slice(half))];
  };
  const kept = clean(fixes);
  if (kept.length < fixes.length && !isClean(kept)) {
    return { text, kept: [], refused: fixes };
  }
  return { text: fixed(text, path, kept), kept, refused };
}

function fixed(text: string, path: string, fixes: readonly GoFix[]): string {
  const ensures = fixes.flatMap((fix) => fix.ensures);
  const drops = new Set(fixes.flatMap((fix) => fix.drops));
  const edited = applyEdits(text, editsOf(fixes));
  return withSourceCode(edited, path, (sourceCode) => {
    const { imports } = namesOf(sourceCode);
    const missing = ensures.filter(
      ({ path: wanted, name }, index) =>
        !imports.some((entry) => entry.path === wanted && entry.name === name) &&
        ensures.findIndex((other) => other.path === wanted && other.name === name) === index,
    );
    const unused = imports.filter(
      (entry) =>
        drops.has(entry.path) &&
        entry.name !== null &&
        importUses(sourceCode, entry).length === 0,
    );
    const specs = unused.map(({ node }) => node);
    const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    const edits = importEdits(sourceCode.tree, missing, specs).map((edit) => ({
      ...edit,
      text: edit.text.replaceAll("\n", lineEnd),
    }));
    return applyEdits(edited, edits);
  });
}

function errorsIn(text: string): number {
  return SyntaxTree.parse(text).errors.length;
}

function withSourceCode<T>(
  text: string,
  path: string,
  use: (sourceCode: GoSourceCode) => T,
): T {
  return use(new GoSourceCode(SyntaxTree.parse(text), {}, { path, files: disk }));
}
