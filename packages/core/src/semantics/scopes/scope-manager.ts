import { numberOf, type GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { FILE, type Declared, type DeclaredNames } from "./symbol-table.ts";
import type { GoImport } from "./imports.ts";
import { readScopes } from "./scope-builder.ts";

export type BindingKind =
  | "import"
  | "function"
  | "type"
  | "type parameter"
  | "variable"
  | "constant"
  | "parameter"
  | "receiver"
  | "result";

/** A name and what declares it. */
export interface Binding {
  readonly kind: BindingKind;
  readonly name: string;
  /** The identifier that declares the name. */
  readonly node: GoNode;
  /** The construct around it: a spec, a parameter, `:=`, a range clause, a case of a type switch. */
  readonly declaration: GoNode;
  /** The offset from which the name means this. */
  readonly visibleFrom: number;
  /** True for names that other files of the package see too. */
  readonly packageLevel: boolean;
  /** Of an import. */
  readonly import?: GoImport;
}

/** What the names mean that a file declares. */
export class FileScopes {
  readonly #tree: SyntaxTree;
  readonly #names: DeclaredNames;

  constructor(tree: SyntaxTree, imports: readonly GoImport[]) {
    this.#tree = tree;
    this.#names = readScopes(tree, imports);
  }

  /**
   * The binding that a name means at an offset, looked for from the inside out.
   *
   * @param offset In UTF-16 units.
   */
  lookUp(name: string, offset: number): Binding | null {
    const declared = this.#names.meaning(name, offset);
    return declared ? this.#bindingOf(declared) : null;
  }

  /** The bindings inside of functions that can be named at an offset, inner ones first. */
  visibleAt(offset: number): Binding[] {
    return this.#names.visibleAt(offset).map((declared) => this.#bindingOf(declared));
  }

  /** The binding that an identifier declares, or null if it declares none. */
  declaredBy(identifier: GoNode): Binding | null {
    const declared = this.#names.definedBy(numberOf(identifier));
    const binding = declared ? this.#bindingOf(declared) : null;
    return binding?.node === identifier ? binding : null;
  }

  #bindingOf(declared: Declared): Binding {
    if (!declared.binding) {
      const { kind, visibleFrom, scope } = declared;
      const node = this.#tree.node(declared.node);
      const declaration = this.#tree.node(declared.declaration);
      const packageLevel = scope === FILE;
      declared.binding = {
        kind,
        name: node.text,
        node,
        declaration,
        visibleFrom,
        packageLevel,
      };
    }
    return declared.binding;
  }
}
