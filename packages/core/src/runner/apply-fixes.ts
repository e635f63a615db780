import { alignComments } from "../fix/comment-columns.ts";
import { editsOf } from "../fix/compatible.ts";
import { applyEdits, type Edit } from "../fix/edits.ts";
import type { GoFix } from "../fix/go-fix.ts";
import { importEdits } from "../fix/import-edits.ts";
import { importUses } from "../fix/import-uses.ts";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import { GoSourceCode, type Place } from "../source/go-source-code.ts";
import { SyntaxTree } from "../syntax/tree.ts";

/** A text after fixes, and the fixes that had to be left out. */
export interface AppliedFixes<F extends GoFix> {
  readonly text: string;
  readonly kept: readonly F[];
  /** Each of them adds a syntax error. */
  readonly refused: readonly F[];
}

/**
 * Applies fixes that are compatible, and writes their imports once. The text is parsed
 * again: fixes that break it, alone or beside those before them, are found and left out.
 *
 * @param text Without a byte order mark; the text that the fixes were made for.
 * @param place The path of the file, absolute, and the files around it.
 */
export function applyFixes<F extends GoFix>(
  text: string,
  place: Place,
  fixes: readonly F[],
): AppliedFixes<F> {
  const before = SyntaxTree.parse(text);
  const refused: F[] = [];
  let kept: readonly F[] = [];
  let result = text;
  const add = (some: readonly F[]): void => {
    const all = [...kept, ...some];
    const attempt = fixed(before, place, all);
    if (attempt.errors <= before.errors.length) {
      kept = all;
      result = attempt.text;
    } else if (some.length === 1) {
      refused.push(...some);
    } else {
      const half = some.length >> 1;
      add(some.slice(0, half));
      add(some.slice(half));
    }
  };
  if (fixes.length > 0) add(fixes);
  return { text: result, kept, refused };
}

interface Fixed {
  readonly text: string;
  /** The number of syntax errors. */
  readonly errors: number;
}

function fixed(before: SyntaxTree, place: Place, fixes: readonly GoFix[]): Fixed {
  const { text } = before;
  const edits = editsOf(fixes);
  const written = applyEdits(text, edits);
  const edited = applyEdits(written, alignComments(before, edits, SyntaxTree.parse(written)));
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const sourceCode = new GoSourceCode(SyntaxTree.parse(edited), {}, place);
  const atImports = editsOfImports(sourceCode, fixes).map((edit) => ({
    ...edit,
    text: edit.text.replaceAll("\n", lineEnd),
  }));
  if (atImports.length === 0) return { text: edited, errors: sourceCode.tree.errors.length };
  const whole = applyEdits(edited, atImports);
  return { text: whole, errors: SyntaxTree.parse(whole).errors.length };
}

/** Returns the edits of imports that fixes ask for, in the text that the fixes made. */
function editsOfImports(sourceCode: GoSourceCode, fixes: readonly GoFix[]): Edit[] {
  const ensures = new Map(
    fixes
      .flatMap((fix) => fix.ensures)
      .map((wanted) => [`${wanted.name} ${wanted.path}`, wanted]),
  );
  const drops = new Set(fixes.flatMap((fix) => fix.drops));
  const { imports } = semanticsOf(sourceCode);
  const missing = [...ensures.values()].filter(
    ({ path, name }) => !imports.some((entry) => entry.path === path && entry.name === name),
  );
  const unused = imports.filter(
    (entry) =>
      drops.has(entry.path) &&
      entry.name !== null &&
      importUses(sourceCode, entry).length === 0,
  );
  return importEdits(
    sourceCode.tree,
    missing,
    unused.map(({ node }) => node),
  );
}
