import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import { assumedPackageName } from "../semantics/scopes/imports.ts";
import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { SyntaxNodeBase } from "../syntax/grammar.generated.ts";
import type { WantedImport } from "./go-fix.ts";

type Range = readonly [number, number];

/**
 * Makes the edits of a fix: ESLint's methods, and imports. Ranges are in UTF-16 units;
 * lines of a text end with `\n`, whatever the file's end with.
 */
export class GoFixer implements RuleTextEditor<SyntaxNodeBase> {
  readonly ensures: WantedImport[] = [];
  readonly drops: string[] = [];
  readonly #semantics: SemanticModel;

  constructor(semantics: SemanticModel) {
    this.#semantics = semantics;
  }

  /**
   * Asks for an import; all fixes of a file that ask for it share it.
   *
   * @param path The import path. That the module may import it is the rule's business.
   * @param options.alias The name to import it by, if it is not imported or asked for yet.
   * @returns The name to write before the dot.
   */
  ensureImport(path: string, { alias }: { alias?: string } = {}): string {
    const asked = this.ensures.find((other) => other.path === path);
    if (asked) return asked.name;
    const wanted = this.#imported(path) ?? this.#toImport(path, alias);
    this.ensures.push(wanted);
    return wanted.name;
  }

  /** Asks for an import to be dropped if nothing uses it after all fixes are done. */
  dropImportIfUnused(path: string): void {
    if (!this.drops.includes(path)) this.drops.push(path);
  }

  insertTextAfter({ range }: SyntaxNodeBase, text: string): RuleTextEdit {
    return edit([range[1], range[1]], text);
  }

  insertTextAfterRange(range: Range, text: string): RuleTextEdit {
    return edit([range[1], range[1]], text);
  }

  insertTextBefore({ range }: SyntaxNodeBase, text: string): RuleTextEdit {
    return edit([range[0], range[0]], text);
  }

  insertTextBeforeRange(range: Range, text: string): RuleTextEdit {
    return edit([range[0], range[0]], text);
  }

  remove({ range }: SyntaxNodeBase): RuleTextEdit {
    return edit(range, "");
  }

  removeRange(range: Range): RuleTextEdit {
    return edit(range, "");
  }

  replaceText({ range }: SyntaxNodeBase, text: string): RuleTextEdit {
    return edit(range, text);
  }

  replaceTextRange(range: Range, text: string): RuleTextEdit {
    return edit(range, text);
  }

  #imported(path: string): WantedImport | null {
    const known = this.#semantics.imports.find((entry) => entry.path === path && entry.name);
    return known?.name ? { path, alias: known.alias, name: known.name } : null;
  }

  #toImport(path: string, alias: string | undefined): WantedImport {
    const own = this.#semantics.nameOfPackage(path) ?? assumedPackageName(path);
    let name = alias ?? own;
    const isTaken = () =>
      this.#semantics.isDeclaredInFileBlock(name) ||
      this.ensures.some((other) => other.name === name);
    while (isTaken()) name += "pkg";
    return { path, alias: name === own ? null : name, name };
  }
}

function edit(range: Range, text: string): RuleTextEdit {
  return { range: [...range], text };
}
