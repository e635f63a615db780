import type { GoSourceCode } from "../../source/go-source-code.ts";
import { unquote } from "../../source/unquote.ts";
import type {
  BinaryExpressionNode,
  CallExpressionNode,
} from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { argumentsOf, childrenOf, statementsOf } from "../../ast/nodes.ts";
import { calleeOf, initializerOf } from "./callee.ts";
import { declaredString, type StringDeclaration } from "./declared-strings.ts";
import { STRING_FUNCTIONS, STRING_HOLE, type Make } from "./string-functions.ts";
import { refersTo } from "./uses.ts";
import { VariableChanges, type Assignment } from "./variable-changes.ts";
import type { SemanticModel } from "../model/semantic-model.ts";
import { semanticsOf } from "../model/semantics-of.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";

/** The number of values of an expression that are told apart; others are left out. */
const MAX_VALUES = 16;

const MAX_DEPTH = 30;

/** A number that prints as it is written. */
const DECIMAL = /^(?:0|[1-9][0-9]*)$/u;

/** The strings that expressions of a file may have, as far as the file tells. */
export class StaticStrings {
  readonly #sourceCode: GoSourceCode;
  readonly #tree: SyntaxTree;
  readonly #semantics: SemanticModel;
  readonly #isAcrossFiles: boolean;
  readonly #busy = new Set<DeclaredSymbol>();
  readonly #changes: VariableChanges;
  #depth = 0;

  /**
   * @param options `acrossFiles` reads constants, and functions that return a literal, of the
   *   other files of the tree as well.
   */
  constructor(
    sourceCode: GoSourceCode,
    { acrossFiles = false }: { readonly acrossFiles?: boolean } = {},
  ) {
    this.#sourceCode = sourceCode;
    this.#isAcrossFiles = acrossFiles;
    this.#tree = sourceCode.tree;
    this.#changes = new VariableChanges(sourceCode.tree);
    this.#semantics = semanticsOf(sourceCode);
  }

  /**
   * Returns every string that an expression may have: for a variable, each value that is
   * assigned to it. `STRING_HOLE` stands for parts that are not known.
   */
  of(expression: GoNode): readonly string[] {
    if (this.#depth >= MAX_DEPTH) return [STRING_HOLE];
    this.#depth += 1;
    try {
      return this.#read(expression);
    } finally {
      this.#depth -= 1;
    }
  }

  #read(node: GoNode): readonly string[] {
    switch (node.kind) {
      case "interpreted_string_literal":
      case "raw_string_literal":
        return [unquote(node.text) ?? STRING_HOLE];
      case "int_literal":
        return [DECIMAL.test(node.text) ? node.text : STRING_HOLE];
      case "parenthesized_expression":
      case "literal_element": {
        const [inner] = childrenOf(node);
        return inner ? this.of(inner) : [STRING_HOLE];
      }
      case "binary_expression":
        return this.#concatenation(node);
      case "identifier":
        return this.#named(node);
      case "selector_expression": {
        const importPath = this.#semantics.importOf(node.operand)?.path;
        return importPath === undefined
          ? [STRING_HOLE]
          : this.#declared({ kind: "const", importPath, name: node.field.text });
      }
      case "call_expression":
        return this.#call(node);
      default:
        return [STRING_HOLE];
    }
  }

  /**
   * Returns the values of a concatenation. Its operands are read in a loop, because generated
   * code has chains of hundreds.
   */
  #concatenation(node: BinaryExpressionNode): readonly string[] {
    if (this.#isNumber(node.right)) return [STRING_HOLE];
    const operands: GoNode[] = [];
    let left: GoNode = node;
    while (left.kind === "binary_expression") {
      if (left.operator.text !== "+") return [STRING_HOLE];
      operands.push(left.right);
      left = left.left;
    }
    return this.#made([left, ...operands.reverse()], (parts) => parts.join(""));
  }

  #isNumber(expression: GoNode): boolean {
    const type = this.#semantics.underlyingOf(this.#semantics.typeOf(expression));
    return type.kind === "named" && type.importPath === "" && type.name !== "string";
  }

  #made(expressions: readonly GoNode[], make: Make): readonly string[] {
    let rows: readonly (readonly string[])[] = [[]];
    for (const expression of expressions) {
      const values = this.of(expression);
      rows = rows.flatMap((row) => values.map((text) => [...row, text])).slice(0, MAX_VALUES);
    }
    return rows.map(make);
  }

  #call(node: CallExpressionNode): readonly string[] {
    const values = argumentsOf(node);
    if (node.function.kind === "identifier") {
      const [value] = values;
      const symbol = this.#semantics.resolve(node.function);
      if (symbol === null) {
        const name = node.function.text;
        const importPath = this.#semantics.declaringPackageOf(name);
        return importPath === null
          ? [STRING_HOLE]
          : this.#declared({ kind: "func", importPath, name });
      }
      if (symbol.isUniverse) {
        const isConversion = node.function.text === "string";
        // Of a number it is the character with that code.
        return isConversion && value && !this.#isNumber(value) ? this.of(value) : [STRING_HOLE];
      }
      return this.#resultOf(symbol);
    }
    const callee = calleeOf(node, this.#semantics);
    if (callee.kind === "function") {
      const { importPath, name } = callee;
      const make = STRING_FUNCTIONS[`${importPath}.${name}`];
      return make
        ? this.#made(values, make)
        : this.#declared({ kind: "func", importPath, name });
    }
    if (callee.kind !== "method") return [STRING_HOLE];
    const { receiver, name, operand } = callee;
    const isURL =
      name === "String" && receiver.importPath === "net/url" && receiver.name === "URL";
    return isURL
      ? this.#urlOf(operand)
      : this.#declared({
          kind: "method",
          importPath: receiver.importPath,
          receiver: receiver.name,
          name,
        });
  }

  /** Returns the string that a function of the file returns in its first statement. */
  #resultOf(symbol: DeclaredSymbol): readonly string[] {
    const { declaration } = symbol;
    if (declaration.kind !== "function_declaration" || this.#busy.has(symbol))
      return [STRING_HOLE];
    const [returned] = statementsOf(declaration.body);
    if (returned?.kind !== "return_statement") return [STRING_HOLE];
    const [list] = childrenOf(returned);
    const [value] = list ? childrenOf(list) : [];
    this.#busy.add(symbol);
    try {
      return value ? this.of(value) : [STRING_HOLE];
    } finally {
      this.#busy.delete(symbol);
    }
  }

  /**
   * Returns the address that `url.URL{Scheme: ..., Host: ..., Path: ...}` stands for; without a
   * scheme it begins with `http`.
   */
  #urlOf(operand: GoNode): readonly string[] {
    let literal =
      operand.kind === "identifier" ? initializerOf(operand, this.#semantics) : operand;
    while (literal?.kind === "parenthesized_expression" || literal?.kind === "unary_expression")
      literal = literal.namedChildren[0] ?? null;
    if (literal?.kind !== "composite_literal") return [STRING_HOLE];
    const fields = new Map<string, GoNode>();
    for (const element of literal.body.namedChildren)
      if (element.kind === "keyed_element") fields.set(element.key.text, element.value);
    const valuesOf = (name: string, otherwise: string) => {
      const value = fields.get(name);
      return value ? this.of(value) : [otherwise];
    };
    const hosts = valuesOf("Host", STRING_HOLE);
    const paths = valuesOf("Path", STRING_HOLE).map((path) =>
      path.replace(/^(?=[^/\uFFFC])/u, "/"),
    );
    return valuesOf("Scheme", "http")
      .flatMap((scheme) => hosts.map((host) => `${scheme}://${host}`))
      .flatMap((start) => paths.map((path) => start + path))
      .slice(0, MAX_VALUES);
  }

  /** Returns the string that another declaration stands for, whichever file it is in. */
  #declared(declaration: StringDeclaration): readonly string[] {
    const text = this.#isAcrossFiles
      ? declaredString(declaration, this.#sourceCode, this.#semantics)
      : null;
    return [text ?? STRING_HOLE];
  }

  #named(identifier: GoNode): readonly string[] {
    const symbol = this.#semantics.resolve(identifier);
    if (symbol === null) {
      const name = identifier.text;
      const importPath = this.#semantics.declaringPackageOf(name);
      return importPath === null
        ? [STRING_HOLE]
        : this.#declared({ kind: "const", importPath, name });
    }
    if (symbol.isUniverse || this.#busy.has(symbol)) return [STRING_HOLE];
    this.#busy.add(symbol);
    try {
      if (symbol.kind === "constant") return this.#constant(symbol);
      return symbol.kind === "variable" ? this.#variable(symbol, identifier) : [STRING_HOLE];
    } finally {
      this.#busy.delete(symbol);
    }
  }

  #constant({ declaration, node }: DeclaredSymbol): readonly string[] {
    if (declaration.kind !== "const_spec") return [STRING_HOLE];
    const index = declaration.name.findIndex((name) => name === node);
    const value = declaration.value && childrenOf(declaration.value)[index];
    return value ? this.of(value) : [STRING_HOLE];
  }

  /** Returns the values that a variable is declared with, and those it is assigned later. */
  #variable(symbol: DeclaredSymbol, identifier: GoNode): readonly string[] {
    const initializer = initializerOf(identifier, this.#semantics);
    let values: readonly string[] = initializer ? this.of(initializer) : [];
    const scope = symbol.packageLevel
      ? this.#tree.root
      : topLevelDeclaration(symbol.declaration);
    const { assignments, addresses } = this.#changes.in(scope);
    for (const assignment of assignments.get(symbol.name) ?? []) {
      const assigned = this.#assigned(assignment, symbol);
      const isAppended =
        assignment.kind === "assignment_statement" && assignment.operator.text === "+=";
      const added = isAppended
        ? values.flatMap((text) => assigned.map((more) => text + more))
        : assigned;
      values = [...new Set([...values, ...added])].slice(0, MAX_VALUES);
    }
    const isShared = addresses
      .get(symbol.name)
      ?.some((operand) => refersTo(operand, symbol, this.#semantics));
    return isShared || values.length === 0 ? [...values, STRING_HOLE] : values;
  }

  /** Returns the values that an assignment gives a variable; none if it assigns others. */
  #assigned(assignment: Assignment, symbol: DeclaredSymbol): readonly string[] {
    const { left, right } = assignment;
    const index = (left ? childrenOf(left) : []).findIndex((name) =>
      refersTo(name, symbol, this.#semantics),
    );
    if (index < 0) return [];
    const value = right.kind === "expression_list" ? childrenOf(right)[index] : undefined;
    return value ? this.of(value) : [STRING_HOLE];
  }
}

function topLevelDeclaration(node: GoNode): GoNode {
  let current = node;
  while (current.parent && current.parent.kind !== "source_file") current = current.parent;
  return current;
}
