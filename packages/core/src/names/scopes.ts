import { numberOf, type GoNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { GoImport } from "./imports.ts";
import {
  FILE,
  ScopeReader,
  type Declared,
  type DeclaredNames,
  type OuterScope,
} from "./scope-reader.ts";

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
  readonly #fileNames: DeclaredNames;
  readonly #outerScopes: readonly OuterScope[];
  /** The outer scope that was asked for last: it is often the next one too. */
  #last: OuterScope | undefined;

  constructor(tree: SyntaxTree, imports: readonly GoImport[]) {
    const { fileNames, outerScopes } = new ScopeReader(tree, imports);
    this.#tree = tree;
    this.#fileNames = fileNames;
    this.#outerScopes = outerScopes;
  }

  /**
   * The binding that a name means at an offset, looked for from the inside out.
   *
   * @param offset In UTF-16 units.
   */
  lookUp(name: string, offset: number): Binding | null {
    const inside = this.#namesAround(offset)?.get(name);
    const declared =
      (inside && this.#lastVisible(inside, offset)) ?? this.#fileNames.get(name)?.at(-1);
    return declared ? this.#bindingOf(declared) : null;
  }

  /** The bindings inside of functions that can be named at an offset, inner ones first. */
  visibleAt(offset: number): Binding[] {
    return [...(this.#namesAround(offset)?.values() ?? [])]
      .flatMap((inside) => this.#lastVisible(inside, offset) ?? [])
      .sort((one, other) => other.scope - one.scope || one.node - other.node)
      .map((declared) => this.#bindingOf(declared));
  }

  /** The binding that an identifier declares, or null if it declares none. */
  declaredBy(identifier: GoNode): Binding | null {
    const { text, range } = identifier;
    const node = numberOf(identifier);
    const declared =
      this.#namesAround(range[0])
        ?.get(text)
        ?.find((inside) => inside.node === node) ??
      this.#fileNames.get(text)?.find((outside) => outside.node === node);
    return declared ? this.#bindingOf(declared) : null;
  }

  /** What is declared in the outer scope that holds an offset. */
  #namesAround(offset: number): DeclaredNames | undefined {
    if (!this.#last || offset < this.#last.start || offset >= this.#last.end) {
      this.#last = scopeAt(this.#outerScopes, offset);
    }
    return this.#last?.names;
  }

  /**
   * Of what is declared of a name in an outer scope, what it means at an offset: where
   * two have it in sight, the later one stands further inside.
   */
  #lastVisible(declared: readonly Declared[], offset: number): Declared | undefined {
    const { table } = this.#tree;
    return declared.findLast(
      ({ scope, visibleFrom }) => visibleFrom <= offset && offset < table.endOf(scope),
    );
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

/** The one of these scopes, which lie one after the other, that holds the offset. */
function scopeAt(scopes: readonly OuterScope[], offset: number): OuterScope | undefined {
  let low = 0;
  let high = scopes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const scope = scopes[middle];
    if (!scope || offset < scope.start) high = middle;
    else if (offset >= scope.end) low = middle + 1;
    else return scope;
  }
  return undefined;
}
