import { numberOf, type GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { FILE, type SymbolEntry, type SymbolTable } from "./symbol-table.ts";
import type { GoImport } from "./imports.ts";
import { buildScopes } from "./scope-builder.ts";
import type { DeclaredSymbol } from "./symbol.ts";

/** What the names mean that a file declares. */
export class ScopeManager {
  readonly #tree: SyntaxTree;
  readonly #names: SymbolTable;

  constructor(tree: SyntaxTree, imports: readonly GoImport[]) {
    this.#tree = tree;
    this.#names = buildScopes(tree, imports);
  }

  /**
   * The binding that a name means at an offset, looked for from the inside out.
   *
   * @param offset In UTF-16 units.
   */
  lookUp(name: string, offset: number): DeclaredSymbol | null {
    const declared = this.#names.meaning(name, offset);
    return declared ? this.#symbolOf(declared) : null;
  }

  /** The bindings inside of functions that can be named at an offset, inner ones first. */
  visibleAt(offset: number): DeclaredSymbol[] {
    return this.#names.visibleAt(offset).map((declared) => this.#symbolOf(declared));
  }

  /** The binding that an identifier declares, or null if it declares none. */
  declaredBy(identifier: GoNode): DeclaredSymbol | null {
    const declared = this.#names.definedBy(numberOf(identifier));
    const symbol = declared ? this.#symbolOf(declared) : null;
    return symbol?.node === identifier ? symbol : null;
  }

  #symbolOf(declared: SymbolEntry): DeclaredSymbol {
    if (!declared.symbol) {
      const { kind, visibleFrom, scope } = declared;
      const node = this.#tree.node(declared.node);
      const declaration = this.#tree.node(declared.declaration);
      const packageLevel = scope === FILE;
      declared.symbol = {
        isUniverse: false,
        kind,
        name: node.text,
        node,
        declaration,
        visibleFrom,
        packageLevel,
      };
    }
    return declared.symbol;
  }
}
