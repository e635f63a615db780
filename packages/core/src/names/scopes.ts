import type { GoNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { GoImport } from "./imports.ts";
import { ScopeReader } from "./scope-reader.ts";

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

/** A stretch of text in which names are declared. */
export interface Scope {
  readonly node: GoNode;
  readonly parent: Scope | null;
  readonly children: Scope[];
  /** The bindings of a name in this scope, in the order of the text. */
  readonly bindings: Map<string, Binding[]>;
}

/**
 * The scopes of one file. What is declared at package level is read at once, and what
 * is declared inside a top-level declaration when a name in it is asked for.
 */
export class FileScopes {
  readonly #reader: ScopeReader;
  readonly #declarations: readonly Scope[];
  readonly #read = new Set<Scope>();
  readonly #plainImports = new Map<Scope, Map<string, boolean>>();

  constructor(tree: SyntaxTree, imports: readonly GoImport[]) {
    this.#reader = new ScopeReader(tree);
    this.#declarations = this.#reader.readPackageLevel(imports);
  }

  /**
   * The binding that a name means at an offset, looked for from the inside out.
   *
   * @param offset In UTF-16 units.
   */
  lookUp(name: string, offset: number): Binding | null {
    const plain = this.importBefore(name, offset);
    if (plain) return plain;
    const declaration = childAt(this.#declarations, offset);
    const start =
      !declaration ||
      (!this.#read.has(declaration) && isPlainSignature(declaration.node, offset))
        ? this.#reader.root
        : innermost(this.#inside(declaration), offset);
    for (let scope: Scope | null = start; scope; scope = scope.parent) {
      const bindings = scope.bindings.get(name);
      const binding = bindings?.findLast((candidate) => candidate.visibleFrom <= offset);
      if (binding) return binding;
    }
    return null;
  }

  /** The bindings inside of functions that can be named at an offset, inner ones first. */
  visibleAt(offset: number): Binding[] {
    const declaration = childAt(this.#declarations, offset);
    if (!declaration) return [];
    const visible = new Map<string, Binding>();
    let scope: Scope | null = innermost(this.#inside(declaration), offset);
    for (; scope && scope !== this.#reader.root; scope = scope.parent) {
      for (const [name, bindings] of scope.bindings) {
        const binding = bindings.findLast((candidate) => candidate.visibleFrom <= offset);
        if (binding && !visible.has(name)) visible.set(name, binding);
      }
    }
    return [...visible.values()];
  }

  /**
   * The import that a name means at an offset, if that is plain from the text: in the
   * declaration around it the name stands before a dot and nowhere else, so nothing
   * declares it anew.
   */
  importBefore(name: string, offset: number): Binding | null {
    const binding = this.#reader.root.bindings.get(name)?.at(-1);
    const declaration = binding?.import && childAt(this.#declarations, offset);
    if (!declaration) return null;
    let names = this.#plainImports.get(declaration);
    if (!names) this.#plainImports.set(declaration, (names = new Map<string, boolean>()));
    let plain = names.get(name);
    if (plain === undefined) {
      plain = standsBeforeDots(name, declaration.node.text);
      names.set(name, plain);
    }
    return plain ? binding : null;
  }

  /** The binding that an identifier declares, or null if it declares none. */
  declaredBy(identifier: GoNode): Binding | null {
    const [offset] = identifier.range;
    const declaration = childAt(this.#declarations, offset);
    if (declaration) this.#inside(declaration);
    const binding = this.#reader.definitions.get(offset);
    return binding?.node === identifier ? binding : null;
  }

  #inside(declaration: Scope): Scope {
    if (!this.#read.has(declaration)) {
      this.#read.add(declaration);
      this.#reader.readInside(declaration);
    }
    return declaration;
  }
}

/**
 * True where a name can only mean what stands outside: in the parameters and results
 * of a function without type parameters. Other files ask for these and for no more,
 * so the scopes in the body are not read for it.
 */
function isPlainSignature(node: GoNode, offset: number): boolean {
  if (node.kind !== "function_declaration" && node.kind !== "method_declaration") return false;
  return (
    node.body !== null &&
    offset < node.body.range[0] &&
    node.type_parameters === null &&
    !(node.kind === "method_declaration" && node.receiver.text.includes("["))
  );
}

/** True if a word stands in a text only with a dot before or after it. */
function standsBeforeDots(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const after = text.charAt(at + word.length);
    if (after !== "." && !NAME_OR_DOT.test(text.charAt(at - 1)) && !NAME_OR_DOT.test(after)) {
      return false;
    }
  }
  return true;
}

const NAME_OR_DOT = /[\p{L}\p{Nd}_.]/u;

function innermost(root: Scope, offset: number): Scope {
  let scope = root;
  for (;;) {
    const inner = childAt(scope.children, offset);
    if (!inner) return scope;
    scope = inner;
  }
}

/** The one of these scopes, which lie one after the other, that holds the offset. */
function childAt(children: readonly Scope[], offset: number): Scope | null {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const child = children[middle];
    if (!child) return null;
    const [start, end] = child.node.range;
    if (offset < start) high = middle;
    else if (offset >= end) low = middle + 1;
    else return child;
  }
  return null;
}
