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
import type { Binding, BindingKind, Scope } from "./scopes.ts";

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

const KINDS = [...SCOPE_KINDS, ...DECLARATION_KINDS] as const;

/** The grammar has kinds of their own for some names of Go's that can be declared anew. */
const NAME_KINDS: ReadonlySet<string> = new Set(["identifier", "true", "false", "nil", "iota"]);

/** Reads what a file declares, each top-level declaration apart from the others. */
export class ScopeReader {
  readonly root: Scope;
  /** Bindings by the start of the identifier that declares them. */
  readonly definitions = new Map<number, Binding>();
  readonly #tree: SyntaxTree;
  #scope: Scope;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.root = { node: tree.root, parent: null, children: [], bindings: new Map() };
    this.#scope = this.root;
  }

  /**
   * Reads the names that the whole file sees.
   *
   * @returns A scope for each top-level declaration, to be read by `readInside`.
   */
  readPackageLevel(imports: readonly GoImport[]): readonly Scope[] {
    for (const goImport of imports) this.#declareImport(goImport);
    for (const node of this.root.node.namedChildren) {
      if (node.kind === "comment") continue;
      this.#scope = this.root;
      this.#open(node);
      this.#readTopLevel(node);
    }
    return this.root.children;
  }

  #readTopLevel(node: GoNode): void {
    switch (node.kind) {
      case "package_clause":
      case "import_declaration":
      case "method_declaration":
        break;
      case "function_declaration":
        this.#declareFunction(node);
        break;
      case "type_declaration":
      case "var_declaration":
      case "const_declaration":
        for (const spec of specsOf(node)) this.#declareSpec(spec);
        break;
      default:
        // In a damaged file, what stands here may declare anything.
        this.readInside(this.#scope);
    }
  }

  /** Reads the scopes inside a top-level declaration. */
  readInside(declaration: Scope): void {
    this.#scope = declaration;
    for (const node of this.#tree.nodesOfKind(KINDS, declaration.node)) {
      while (this.#scope !== declaration && node.range[0] >= this.#scope.node.range[1]) {
        this.#scope = this.#scope.parent ?? declaration;
      }
      this.#enter(node);
    }
  }

  #enter(node: GoNode): void {
    switch (node.kind) {
      case "function_declaration":
        this.#declareFunction(node);
        this.#open(node);
        break;
      case "method_declaration":
        this.#open(node);
        this.#declareReceiverTypeParameters(node);
        break;
      case "type_spec":
      case "type_alias":
        this.#declareSpec(node);
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
      case "const_spec":
        this.#declareSpec(node);
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

  #declareFunction(node: FunctionDeclarationNode): void {
    if (node.name.text !== "init") this.#declare("function", node.name, node, 0);
  }

  #declareSpec(node: GoNode): void {
    switch (node.kind) {
      case "type_spec":
      case "type_alias":
        this.#declare("type", node.name, node, node.name.range[0]);
        break;
      case "var_spec":
        this.#declareAll("variable", node.name, node, node.range[1]);
        break;
      case "const_spec":
        this.#declareAll("constant", node.name, node, node.range[1]);
        break;
      default:
    }
  }

  #declare(kind: BindingKind, node: GoNode, declaration: GoNode, from: number): void {
    const packageLevel = this.#scope.parent === this.root;
    if (packageLevel && this.definitions.has(node.range[0])) return;
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
      if (!NAME_KINDS.has(name.kind) || this.#declaringScope.bindings.has(name.text)) continue;
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
    if (!method.receiver.text.includes("[")) return;
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
    const { bindings } = this.#declaringScope;
    const known = bindings.get(binding.name);
    if (known) known.push(binding);
    else bindings.set(binding.name, [binding]);
    const [start] = binding.node.range;
    if (!this.definitions.has(start)) this.definitions.set(start, binding);
  }

  /** Names declared right in a top-level declaration are the file's. */
  get #declaringScope(): Scope {
    return this.#scope.parent === this.root ? this.root : this.#scope;
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

/** The specs of a declaration, those in parentheses too. */
function specsOf(declaration: GoNode): GoNode[] {
  return declaration.namedChildren.flatMap((child) =>
    child.kind === "var_spec_list" ? [...child.namedChildren] : [child],
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
