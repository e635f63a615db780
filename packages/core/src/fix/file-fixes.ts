import type { RuleTextEdit } from "@eslint/core";
import { semanticsOf } from "../semantics/model/semantics-of.ts";
import type { GoImport } from "../semantics/scopes/imports.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { refused, type Refusal } from "../source/refusal.ts";
import { OwnerCache } from "../syntax/owner-cache.ts";
import { firstIndex, mergeEdits, type Edit } from "./edits.ts";
import { GoFixer } from "./go-fixer.ts";
import type { GoFix, WantedImport } from "./go-fix.ts";
import { importEdits } from "./import-edits.ts";
import { importUses } from "./import-uses.ts";

/** Returns the edits of a fix, as in ESLint; null or none if there is no fix. */
export type FixFunction = (
  fixer: GoFixer,
) => RuleTextEdit | Iterable<RuleTextEdit> | null | undefined;

/** A fix in our shape and in ESLint's, which is a single edit. */
export interface PreparedFix {
  readonly kind: "prepared";
  readonly fix: GoFix;
  readonly merged: Edit;
  /** True if a comment stands in what is replaced and not in what replaces it. */
  readonly losesComment: boolean;
}

const fixes = new OwnerCache((sourceCode: GoSourceCode) => new FileFixes(sourceCode));

/** Returns the fixes that rules have for one file. */
export function fixesOf(sourceCode: GoSourceCode): FileFixes {
  return fixes.of(sourceCode);
}

class FileFixes {
  readonly #sourceCode: GoSourceCode;
  readonly #lineEnd: string;
  readonly #prepared = new Map<FixFunction, PreparedFix | Refusal | null>();
  readonly #remembered = new Map<string, PreparedFix[]>();
  readonly #uses = new Map<GoImport, readonly number[]>();
  #errors: readonly Edit["range"][] | undefined;

  constructor(sourceCode: GoSourceCode) {
    this.#sourceCode = sourceCode;
    this.#lineEnd = sourceCode.text.includes("\r\n") ? "\r\n" : "\n";
  }

  /**
   * Returns the fix that a rule builds, or null if it builds none. It is refused if it would not
   * compile, or changes code that has a syntax error. A rule that fixes several violations at once passes one function for all of them.
   */
  prepare(build: FixFunction): PreparedFix | Refusal | null {
    let prepared = this.#prepared.get(build);
    if (prepared === undefined) {
      this.#prepared.set(build, (prepared = this.#prepare(build)));
    }
    return prepared;
  }

  #prepare(build: FixFunction): PreparedFix | Refusal | null {
    const fixer = new GoFixer(semanticsOf(this.#sourceCode));
    const built = build(fixer);
    if (!built) return null;
    const edits = (Symbol.iterator in built ? [...built] : [built]).map((edit) =>
      this.#withLineEnds(edit),
    );
    if (edits.length === 0) return null;
    const shadowed = fixer.ensures.find((wanted) => this.#isShadowed(wanted, edits));
    if (shadowed) return refused(`'${shadowed.name}' means something else there`);
    if (this.#hasError(edits)) return refused("the code has a syntax error");
    const fix: GoFix = { edits, ensures: fixer.ensures, drops: fixer.drops };
    const [merged, losesComment] = [this.#merge(fix), this.#losesComment(edits)];
    return { kind: "prepared", fix, merged, losesComment };
  }

  remember(ruleId: string, prepared: PreparedFix): void {
    const key = keyOf(ruleId, prepared.merged);
    const known = this.#remembered.get(key);
    if (!known) this.#remembered.set(key, [prepared]);
    else if (!known.includes(prepared)) known.push(prepared);
  }

  /** Returns the fix behind a message of ESLint's; for a rule that is not ours, its single edit. */
  fixOf(ruleId: string, merged: Edit): GoFix {
    const known = this.#remembered.get(keyOf(ruleId, merged)) ?? [];
    const prepared = known.find((candidate) => candidate.merged.text === merged.text);
    return prepared?.fix ?? { edits: [merged], ensures: [], drops: [] };
  }

  /** Returns the offsets, in UTF-16 units, of the names by which the file uses an import. */
  usesOf(goImport: GoImport): readonly number[] {
    let uses = this.#uses.get(goImport);
    if (!uses) this.#uses.set(goImport, (uses = importUses(this.#sourceCode, goImport)));
    return uses;
  }

  /**
   * Returns a fix as ESLint applies it: one edit, import block included. An import is removed
   * with the fix that removes its last use. The fix at the last use in the text reaches back
   * to the first, so that ESLint leaves it for a pass in which it is alone.
   */
  #merge({ edits, ensures, drops }: GoFix): Edit {
    const { imports } = semanticsOf(this.#sourceCode);
    const { tree, text } = this.#sourceCode;
    const missing = ensures.filter(
      ({ path, name }) => !imports.some((entry) => entry.path === path && entry.name === name),
    );
    const dropped: GoImport[] = [];
    const reach: Edit[] = [];
    for (const goImport of imports) {
      if (!drops.includes(goImport.path) || !goImport.name) continue;
      if (ensures.some(({ path }) => path === goImport.path)) continue;
      const uses = this.usesOf(goImport);
      const [first] = uses;
      const last = uses.at(-1);
      if (first === undefined || last === undefined) continue;
      if (uses.every((use) => isInside(use, edits))) dropped.push(goImport);
      else if (isInside(last, edits) && !isInside(first, edits)) {
        reach.push({ range: [first, first], text: "" });
      }
    }
    const specs = dropped.map(({ node }) => node);
    const atImports = importEdits(tree, missing, specs).map((edit) => this.#withLineEnds(edit));
    return mergeEdits(text, [...edits, ...atImports, ...reach]);
  }

  #withLineEnds({ range, text }: Edit): Edit {
    return { range, text: text.replaceAll(/\r?\n/gu, this.#lineEnd) };
  }

  /**
   * Returns true if something else than a package is called by the name that edits write for
   * it.
   */
  #isShadowed({ name }: WantedImport, edits: readonly Edit[]): boolean {
    const semantics = semanticsOf(this.#sourceCode);
    const word = new RegExp(`(?<![\\p{L}\\p{Nd}_.])${name}(?![\\p{L}\\p{Nd}_])`, "u");
    return edits.some(({ range, text }) => {
      if (!text.includes(name) || !word.test(text)) return false;
      const symbol = semantics.symbolAt(name, range[0]);
      return symbol !== null && symbol.kind !== "import";
    });
  }

  /**
   * Returns true if a syntax error begins or ends in what edits change. An error may also
   * reach over whole functions that are read well: within it, fixes are applied.
   */
  #hasError(edits: readonly Edit[]): boolean {
    this.#errors ??= this.#sourceCode.ast.hasError
      ? this.#sourceCode.tree.errors.map(({ range }) => range)
      : [];
    if (this.#errors.length === 0) return false;
    const start = Math.min(...edits.map(({ range }) => range[0]));
    const end = Math.max(...edits.map(({ range }) => range[1]));
    return this.#errors.some((error) =>
      error.some((offset) => start <= offset && offset <= end),
    );
  }

  #losesComment(edits: readonly Edit[]): boolean {
    if (!/\/[/*]/u.test(this.#sourceCode.text)) return false;
    const inside = edits.flatMap(({ range }) => this.#commentsIn(range));
    if (inside.length === 0) return false;
    let written = edits.map(({ text }) => text).join("\n");
    return inside.some((comment) => {
      const at = written.indexOf(comment);
      if (at === -1) return true;
      // A comment that is written once stands for one of two that are the same.
      written = written.slice(0, at) + written.slice(at + comment.length);
      return false;
    });
  }

  /** Returns the texts of the comments that start in a range. */
  #commentsIn([start, end]: Edit["range"]): string[] {
    const { comments } = this.#sourceCode;
    const texts: string[] = [];
    let at = firstIndex(comments.length, (index) => (comments[index]?.range[0] ?? 0) >= start);
    for (; (comments[at]?.range[0] ?? end) < end; at += 1) {
      texts.push(comments[at]?.text.trimEnd() ?? "");
    }
    return texts;
  }
}

function isInside(offset: number, edits: readonly Edit[]): boolean {
  return edits.some(({ range }) => range[0] <= offset && offset < range[1]);
}

function keyOf(ruleId: string, { range }: Edit): string {
  return `${ruleId}\n${range[0]}-${range[1]}`;
}
