import { FIELD } from "../../syntax/grammar.generated.ts";
import { numberOf } from "../../syntax/node.ts";
import type { NodeTable } from "../../syntax/node-table.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { SymbolTable, FILE } from "./symbol-table.ts";
import type { GoImport } from "./imports.ts";
import { parameterNames } from "./parameters.ts";
import type { SymbolKind } from "./symbol.ts";

const KINDS = [
  // Scopes.
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
  // Nodes that declare names in them.
  "short_var_declaration",
  "var_spec",
  "const_spec",
  "range_clause",
  "receive_statement",
  "parameter_list",
] as const;

/**
 * Kinds of names: the grammar has separate ones for names of the universe that can be declared
 * anew.
 */
const NAME_KINDS: ReadonlySet<string> = new Set(["identifier", "true", "false", "nil", "iota"]);

/** Returns the symbols that a file declares. */
export function buildScopes(tree: SyntaxTree, imports: readonly GoImport[]): SymbolTable {
  return new ScopeBuilder(tree, imports).names;
}

class ScopeBuilder {
  readonly names: SymbolTable;
  readonly #text: string;
  readonly #table: NodeTable;
  /** The open scopes, outermost first. */
  readonly #open = [FILE];
  #scope = FILE;

  constructor({ text, table }: SyntaxTree, imports: readonly GoImport[]) {
    this.names = new SymbolTable(table);
    this.#text = text;
    this.#table = table;
    for (const goImport of imports) this.#declareImport(goImport);
    for (const node of table.ofKinds(KINDS, FILE, table.size)) {
      while (node >= table.subtreeEnd(this.#scope)) this.#closeScope();
      this.#enter(node);
    }
  }

  #enter(node: number): void {
    const table = this.#table;
    switch (table.kindOf(node)) {
      case "function_declaration":
        this.#declareFunction(node);
        this.#openScope(node);
        this.#declareTypeParameters(node);
        break;
      case "method_declaration":
        this.#openScope(node);
        this.#declareReceiverTypeParameters(node);
        this.#declareTypeParameters(node);
        break;
      case "type_spec":
      case "type_alias":
        this.#declareType(node);
        this.#openScope(node);
        this.#declareTypeParameters(node);
        break;
      case "block":
        // The body of a function declares in the function's own scope.
        if (this.#bodyOf(this.#scope) !== node) this.#openScope(node);
        break;
      case "type_case":
      case "default_case":
        this.#declareSwitchAlias(node);
        break;
      case "short_var_declaration":
        this.#declareNew(node);
        break;
      case "var_spec":
        this.#declareAll("variable", node, table.endOf(node));
        break;
      case "const_spec":
        this.#declareAll("constant", node, table.endOf(node));
        break;
      case "range_clause":
      case "receive_statement":
        if (this.#isDefinition(node)) this.#declareNew(node);
        break;
      case "parameter_list":
        this.#declareParameters(node);
        break;
      default:
        this.#openScope(node);
    }
  }

  #openScope(node: number): void {
    this.#open.push(node);
    this.#scope = node;
  }

  #closeScope(): void {
    this.#open.pop();
    this.#scope = this.#open.at(-1) ?? FILE;
  }

  #declare(kind: SymbolKind, node: number, declaration: number, from: number): void {
    const name = this.#textOf(node);
    if (name === "_") return;
    const scope = this.#scope;
    const visibleFrom = scope === FILE ? 0 : from;
    const outer = this.names.lastIn(scope, name);
    this.names.add(name, { kind, node, declaration, scope, visibleFrom, outer, symbol: null });
  }

  /** Declares the names in the `name` field of a declaration. */
  #declareAll(kind: SymbolKind, declaration: number, from: number): void {
    for (const name of this.#table.namedChildren(declaration, FIELD.name)) {
      this.#declare(kind, name, declaration, from);
    }
  }

  #declareImport(goImport: GoImport): void {
    const { name, node: spec } = goImport;
    if (name === null) return;
    const node = spec.name ?? spec.path;
    this.names.add(name, {
      kind: "import",
      node: numberOf(node),
      declaration: numberOf(spec),
      scope: FILE,
      visibleFrom: 0,
      outer: undefined,
      symbol: {
        isUniverse: false,
        kind: "import",
        name,
        node,
        declaration: spec,
        visibleFrom: 0,
        packageLevel: false,
        import: goImport,
      },
    });
  }

  #declareFunction(node: number): void {
    const name = this.#table.inField(node, FIELD.name);
    if (name !== null && this.#textOf(name) !== "init")
      this.#declare("function", name, node, 0);
  }

  #declareType(spec: number): void {
    const name = this.#table.inField(spec, FIELD.name);
    if (name !== null) this.#declare("type", name, spec, this.#table.startOf(name));
  }

  /** Declares the new names of `:=`: those that its own scope does not have yet. */
  #declareNew(declaration: number): void {
    const table = this.#table;
    const left = table.inField(declaration, FIELD.left);
    if (left === null) return;
    for (const node of table.namedChildren(left)) {
      if (!NAME_KINDS.has(table.kindOf(node))) continue;
      if (this.names.has(this.#scope, this.#textOf(node))) continue;
      this.#declare("variable", node, declaration, table.endOf(declaration));
    }
  }

  /** Returns true for a range clause or a receive statement that declares names. */
  #isDefinition(node: number): boolean {
    const table = this.#table;
    const left = table.inField(node, FIELD.left);
    const right = table.inField(node, FIELD.right);
    if (left === null || right === null) return false;
    return this.#text.slice(table.endOf(left), table.startOf(right)).includes(":=");
  }

  /**
   * Declares parameters. They are visible in the body alone: names in their types refer to
   * outer scopes.
   */
  #declareParameters(list: number): void {
    const table = this.#table;
    const body = this.#bodyOf(this.#scope);
    const from = body === null ? table.endOf(this.#scope) : table.startOf(body);
    const kind = this.#parameterKind(list);
    for (const { node, declaration } of parameterNames(list, table)) {
      this.#declare(kind, node, declaration, from);
    }
  }

  #parameterKind(list: number): SymbolKind {
    const table = this.#table;
    if (table.inField(this.#scope, FIELD.receiver) === list) return "receiver";
    return table.inField(this.#scope, FIELD.result) === list ? "result" : "parameter";
  }

  /**
   * Declares type parameters, which are visible in all of their scope, even before they are
   * declared.
   */
  #declareTypeParameters(owner: number): void {
    const table = this.#table;
    const list = table.inField(owner, FIELD.type_parameters);
    for (const declaration of list === null ? [] : table.namedChildren(list)) {
      this.#declareAll("type parameter", declaration, table.startOf(owner));
    }
  }

  /**
   * Declares the type parameters that a receiver names, as `T` in `func (s *Stack[T]) Push(v
   * T)`.
   */
  #declareReceiverTypeParameters(method: number): void {
    const table = this.#table;
    const receiver = table.inField(method, FIELD.receiver);
    if (receiver === null || !this.#textOf(receiver).includes("[")) return;
    for (const type of table.ofKinds(["generic_type"], receiver, table.subtreeEnd(receiver))) {
      const list = table.inField(type, FIELD.type_arguments);
      for (const argument of list === null ? [] : table.namedChildren(list)) {
        const [name] = table.namedChildren(argument);
        if (name === undefined || table.kindOf(name) !== "type_identifier") continue;
        this.#declare("type parameter", name, method, table.startOf(receiver));
      }
    }
  }

  /** Declares the name of `switch x := v.(type)`, which is a new symbol in every case. */
  #declareSwitchAlias(clause: number): void {
    const table = this.#table;
    const alias =
      table.kindOf(this.#scope) === "type_switch_statement"
        ? table.inField(this.#scope, FIELD.alias)
        : null;
    this.#openScope(clause);
    const [name] = alias === null ? [] : table.namedChildren(alias);
    if (name === undefined) return;
    const lastType = table.namedChildren(clause, FIELD.type).at(-1);
    const from = lastType === undefined ? table.startOf(clause) : table.endOf(lastType);
    this.#declare("variable", name, clause, from);
  }

  #bodyOf(scope: number): number | null {
    switch (this.#table.kindOf(scope)) {
      case "function_declaration":
      case "method_declaration":
      case "func_literal":
        return this.#table.inField(scope, FIELD.body);
      default:
        return null;
    }
  }

  #textOf(node: number): string {
    return this.#text.slice(this.#table.startOf(node), this.#table.endOf(node));
  }
}
