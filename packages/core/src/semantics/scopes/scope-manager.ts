import { numberOf, type GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { FILE, type SymbolEntry, type SymbolTable } from "./symbol-table.ts";
import type { GoImport } from "./imports.ts";
import { buildScopes } from "./scope-builder.ts";
import type { DeclaredSymbol } from "./symbol.ts";

/** Looks up the symbols that a file declares. */
export class ScopeManager {
  readonly #tree: SyntaxTree;
  readonly #names: SymbolTable;

  constructor(tree: SyntaxTree, imports: readonly GoImport[]) {
    this.#tree = tree;
    this.#names = buildScopes(tree, imports);
  }

  /**
   * Returns the innermost declaration of a name that is visible at an offset, or null.
   *
   * @param offset In UTF-16 units.
   */
  lookUp(name: string, offset: number): DeclaredSymbol | null {
    const entry = this.#names.meaning(name, offset);
    return entry ? this.#symbolOf(entry) : null;
  }

  /**
   * Returns the symbols that are declared in functions and visible at an offset, in UTF-16
   * units, innermost first.
   */
  visibleAt(offset: number): DeclaredSymbol[] {
    return this.#names.visibleAt(offset).map((entry) => this.#symbolOf(entry));
  }

  /** Returns the symbol that an identifier declares, or null. */
  definedBy(identifier: GoNode): DeclaredSymbol | null {
    const entry = this.#names.definedBy(numberOf(identifier));
    const symbol = entry ? this.#symbolOf(entry) : null;
    return symbol?.node === identifier ? symbol : null;
  }

  #symbolOf(entry: SymbolEntry): DeclaredSymbol {
    if (!entry.symbol) {
      const { kind, visibleFrom, scope } = entry;
      const node = this.#tree.node(entry.node);
      const declaration = this.#tree.node(entry.declaration);
      const packageLevel = scope === FILE;
      entry.symbol = {
        isUniverse: false,
        kind,
        name: node.text,
        node,
        declaration,
        visibleFrom,
        packageLevel,
      };
    }
    return entry.symbol;
  }
}
