import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  MethodDeclarationNode,
  ParameterListNode,
} from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { GoImport } from "./imports.ts";
import { parametersOf } from "./parameters.ts";

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

/** The scopes of one file. */
export interface FileScopes {
  readonly root: Scope;
  /** Bindings by the start of the identifier that declares them. */
  readonly definitions: ReadonlyMap<number, Binding>;
}

const SCOPE_KINDS = [
  "function_declaration",
  "method_declaration",
  "func_literal",
  "function_type",
  "method_elem",
  "block",
  "if_statement",
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "expression_case",
  "type_case",
  "default_case",
  "communication_case",
  "type_spec",
  "type_alias",
] as const;

const DECLARATION_KINDS = [
  "short_var_declaration",
  "var_spec",
  "const_spec",
  "range_clause",
  "receive_statement",
  "parameter_list",
  "type_parameter_declaration",
] as const;

/** Reads every scope of a file and what is declared in it. */
export function readScopes(tree: SyntaxTree, imports: readonly GoImport[]): FileScopes {
  return new ScopeReader(tree).read(imports);
}

class ScopeReader {
  readonly #tree: SyntaxTree;
  readonly #definitions = new Map<number, Binding>();
  readonly #root: Scope;
  #scope: Scope;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.#root = { node: tree.root, parent: null, children: [], bindings: new Map() };
    this.#scope = this.#root;
  }

  read(imports: readonly GoImport[]): FileScopes {
    for (const goImport of imports) this.#declareImport(goImport);
    for (const node of this.#tree.nodesOfKind([...SCOPE_KINDS, ...DECLARATION_KINDS])) {
      while (this.#scope.parent && node.range[0] >= this.#scope.node.range[1]) {
        this.#scope = this.#scope.parent;
      }
      this.#enter(node);
    }
    return { root: this.#root, definitions: this.#definitions };
  }

  #enter(node: GoNode): void {
    switch (node.kind) {
      case "function_declaration":
        if (node.name.text !== "init") this.#declare("function", node.name, node, 0);
        this.#open(node);
        break;
      case "method_declaration":
        this.#open(node);
        this.#declareReceiverTypeParameters(node);
        break;
      case "type_spec":
      case "type_alias":
        this.#declare("type", node.name, node, node.name.range[0]);
        this.#open(node);
        break;
      case "block":
        // The body of a function declares in the function's own scope.
        if (!isBody(node, this.#scope.node)) this.#open(node);
        break;
      case "type_case":
      case "default_case":
        this.#open(node);
        this.#declareSwitchAlias(node);
        break;
      case "short_var_declaration":
        this.#declareNew(node.left.namedChildren, node, node.range[1]);
        break;
      case "var_spec":
        this.#declareAll("variable", node.name, node, node.range[1]);
        break;
      case "const_spec":
        this.#declareAll("constant", node.name, node, node.range[1]);
        break;
      case "range_clause":
      case "receive_statement":
        if (node.left && this.#textBetween(node.left, node.right).includes(":=")) {
          this.#declareNew(node.left.namedChildren, node, node.range[1]);
        }
        break;
      case "parameter_list":
        this.#declareParameters(node);
        break;
      case "type_parameter_declaration":
        this.#declareAll("type parameter", node.name, node, this.#scope.node.range[0]);
        break;
      default:
        this.#open(node);
    }
  }

  #open(node: GoNode): void {
    const scope: Scope = { node, parent: this.#scope, children: [], bindings: new Map() };
    this.#scope.children.push(scope);
    this.#scope = scope;
  }

  #declare(kind: BindingKind, node: GoNode, declaration: GoNode, from: number): void {
    const packageLevel = this.#scope === this.#root;
    const visibleFrom = packageLevel ? 0 : from;
    this.#bind({ kind, name: node.text, node, declaration, visibleFrom, packageLevel });
  }

  #declareAll(
    kind: BindingKind,
    names: readonly GoNode[],
    declaration: GoNode,
    from: number,
  ): void {
    for (const name of names) this.#declare(kind, name, declaration, from);
  }

  /** `:=` declares only the names that its own scope does not have yet. */
  #declareNew(names: readonly GoNode[], declaration: GoNode, from: number): void {
    for (const name of names) {
      if (name.kind !== "identifier" || this.#scope.bindings.has(name.text)) continue;
      this.#declare("variable", name, declaration, from);
    }
  }

  #declareImport(goImport: GoImport): void {
    const { name, node } = goImport;
    if (name === null) return;
    this.#bind({
      kind: "import",
      name,
      node: node.name ?? node.path,
      declaration: node,
      visibleFrom: 0,
      packageLevel: false,
      import: goImport,
    });
  }

  /** Parameters are names in the body alone: their types mean what stands outside. */
  #declareParameters(list: ParameterListNode): void {
    const owner = this.#scope.node;
    const from = bodyOf(owner)?.range[0] ?? owner.range[1];
    const kind = parameterKind(list, owner);
    for (const { name, declaration } of parametersOf(list)) {
      if (name) this.#declare(kind, name, declaration, from);
    }
  }

  /** In `func (s *Stack[T]) Push(v T)`, `T` is declared by the receiver. */
  #declareReceiverTypeParameters(method: MethodDeclarationNode): void {
    for (const type of this.#tree.nodesOfKind(["generic_type"], method.receiver)) {
      for (const argument of type.type_arguments.namedChildren) {
        const name = argument.namedChildren[0];
        if (name?.kind !== "type_identifier") continue;
        this.#declare("type parameter", name, method, method.receiver.range[0]);
      }
    }
  }

  /** The name of `switch x := v.(type)` is declared anew in every case. */
  #declareSwitchAlias(clause: GoNode): void {
    const owner = this.#scope.parent?.node;
    if (owner?.kind !== "type_switch_statement") return;
    const alias = owner.alias?.namedChildren[0];
    if (!alias || alias.text === "_") return;
    const from = clause.kind === "type_case" ? clause.type.at(-1)?.range[1] : undefined;
    this.#bind({
      kind: "variable",
      name: alias.text,
      node: alias,
      declaration: clause,
      visibleFrom: from ?? clause.range[0],
      packageLevel: false,
    });
  }

  #bind(binding: Binding): void {
    if (binding.name === "_") return;
    const known = this.#scope.bindings.get(binding.name);
    if (known) known.push(binding);
    else this.#scope.bindings.set(binding.name, [binding]);
    const [start] = binding.node.range;
    if (!this.#definitions.has(start)) this.#definitions.set(start, binding);
  }

  #textBetween(before: GoNode, after: GoNode): string {
    return this.#tree.text.slice(before.range[1], after.range[0]);
  }
}

type FunctionLike = FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode;

function bodyOf(owner: GoNode): GoNode | null {
  return isFunction(owner) ? owner.body : null;
}

function isFunction(node: GoNode): node is FunctionLike {
  return (
    node.kind === "function_declaration" ||
    node.kind === "method_declaration" ||
    node.kind === "func_literal"
  );
}

/** A function ends where its body ends. */
function isBody(block: GoNode, owner: GoNode): boolean {
  return isFunction(owner) && owner.range[1] === block.range[1];
}

function parameterKind(list: ParameterListNode, owner: GoNode): BindingKind {
  if (owner.kind === "method_declaration" && owner.receiver === list) return "receiver";
  return isFunction(owner) && owner.result === list ? "result" : "parameter";
}

/**
 * The binding that a name means at an offset, looked for from the inside out.
 *
 * @param offset In UTF-16 units.
 */
export function lookUp(root: Scope, name: string, offset: number): Binding | null {
  for (let scope: Scope | null = innermost(root, offset); scope; scope = scope.parent) {
    const bindings = scope.bindings.get(name);
    const binding = bindings?.findLast((candidate) => candidate.visibleFrom <= offset);
    if (binding) return binding;
  }
  return null;
}

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
