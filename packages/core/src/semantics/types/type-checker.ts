import type { CallExpressionNode, LiteralValueNode } from "../../syntax/grammar.generated.ts";
import { numberOf, type GoNode } from "../../syntax/node.ts";
import { builtinResult } from "./builtins.ts";
import { typeOfCall, typeOfIndexed } from "./calls.ts";
import { defaultType, typeOfOperation, untyped } from "./constants.ts";
import { readFunction, readType, type TypeContext } from "./declared-types.ts";
import { typeOfDeclared } from "./declared-values.ts";
import { Definitions } from "./definitions.ts";
import { declaringPackageOf, type ImportScope } from "./dot-imports.ts";
import { typeOfLiteral } from "./literal-keys.ts";
import { Members, type Member } from "./members.ts";
import type { PackageSource } from "./package-declarations.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import { readWhole, withoutParameters } from "./substitution.ts";
import { importPathOf, typeNamed } from "./type-names.ts";
import { TypeParameters } from "./type-parameters.ts";
import { isUniverseName } from "../scopes/universe.ts";
import {
  formatType,
  named,
  unknown,
  withoutPointer,
  type GoType,
  type UnknownType,
} from "./go-type.ts";

/** Deeper than any code that a person wrote; it keeps a hostile file from the stack's end. */
const MAX_DEPTH = 400;

/** What the types of a file's expressions are read from. */
export interface TypeSources extends ImportScope {
  /** The file's text. */
  readonly text: string;
  lookUp(name: string, offset: number): DeclaredSymbol | null;
  /** The path of an import that no binding stands for. */
  importNamed?(name: string): string | null;
}

/** Answers what type an expression of one file has. */
export class TypeReader {
  readonly definitions: Definitions;
  readonly #context: TypeContext;
  readonly #parameters: TypeParameters;
  readonly #packages: PackageSource;
  /** By the numbers of nodes, which are cheaper keys than the nodes. */
  readonly #known = new Map<number, GoType>();
  readonly #members: Members;
  readonly #symbols = new Map<DeclaredSymbol, GoType>();
  readonly #busy = new Set<DeclaredSymbol>();
  #depth = 0;

  constructor(sources: TypeSources) {
    this.#packages = sources.packages;
    this.#members = new Members(sources.packages);
    this.#context = {
      text: sources.text,
      importPath: sources.importPath,
      lookUp: (name, offset) => sources.lookUp(name, offset),
      importPathOf(name, offset) {
        const symbol = sources.lookUp(name, offset);
        return symbol ? (symbol.import?.path ?? null) : (sources.importNamed?.(name) ?? null);
      },
      declaringPackageOf: (name) => declaringPackageOf(name, sources),
      localType: (symbol, given) => this.#localType(symbol, given),
      typeParameter: (symbol) => this.#parameters.typeOf(symbol),
    };
    this.#parameters = new TypeParameters(this.#context, sources.packages);
    this.definitions = new Definitions(sources.packages, (type) =>
      this.#parameters.constraintOf(type),
    );
  }

  get context(): TypeContext {
    return this.#context;
  }

  /**
   * The type of an expression; a call with several results gives a tuple. A constant
   * may have none yet (see `untyped`).
   */
  typeOf(node: GoNode): GoType {
    const number = numberOf(node);
    const known = this.#known.get(number);
    if (known) return known;
    if (this.#depth >= MAX_DEPTH) return unknown("the expression is nested too deeply");
    this.#depth += 1;
    try {
      const type = this.#read(node);
      // What is unknown may be so only because of what is being read around it.
      if (type.kind !== "unknown") this.#known.set(number, type);
      return type;
    } finally {
      this.#depth -= 1;
    }
  }

  /** The type that a variable has which is given the expression; aliases are followed. */
  typeOfValue(node: GoNode): GoType {
    return this.#published(this.typeOf(node));
  }

  /** The type of the name that a binding declares; aliases are followed. */
  typeOfName(symbol: DeclaredSymbol): GoType {
    return this.#published(this.#typeOfSymbol(symbol));
  }

  /** What the type of a literal is made of, from its braces. */
  typeOfBraces(braces: LiteralValueNode): GoType {
    return typeOfLiteral(
      braces,
      (literal) => readType(literal.type, this.#context),
      (type) => this.underlying(type),
    );
  }

  underlying(type: GoType): GoType {
    return this.definitions.underlying(type);
  }

  #published(type: GoType): GoType {
    return withoutParameters(this.definitions.withoutAliases(defaultType(type)));
  }

  #read(node: GoNode): GoType {
    switch (node.kind) {
      case "identifier":
      case "type_identifier":
        return this.#identifier(node.text, node.range[0]);
      case "parenthesized_expression":
      case "literal_element":
        return node.namedChildren[0] ? this.typeOf(node.namedChildren[0]) : unknown("empty");
      case "selector_expression":
        return this.#selector(node.operand, node.field.text);
      case "qualified_type":
        // What the grammar takes for a type where an expression may stand as well.
        return this.#selector(node.package, node.name.text);
      case "call_expression":
        return this.#call(node);
      case "unary_expression":
        return this.#unary(node.operator.text, node.operand);
      case "binary_expression":
        return typeOfOperation(node.operator.text, this.typeOf(node.left), () =>
          this.typeOf(node.right),
        );
      case "generic_type":
      case "index_expression":
      case "type_instantiation_expression":
        return typeOfIndexed(node, this);
      case "slice_expression":
        return this.#slice(this.typeOf(node.operand));
      case "composite_literal":
      case "type_assertion_expression":
        return node.type ? readType(node.type, this.#context) : unknown("no type is written");
      case "type_conversion_expression":
        return typeOfCall(node, this);
      case "func_literal":
        return readFunction(node, this.#context);
      case "interpreted_string_literal":
      case "raw_string_literal":
        return untyped("string");
      case "int_literal":
        return untyped("int");
      case "float_literal":
        return untyped("float");
      case "imaginary_literal":
        return untyped("complex");
      case "rune_literal":
        return untyped("rune");
      case "true":
      case "false":
      case "iota":
      case "nil":
        return this.#predeclared(node.kind, node.range[0]);
      default:
        return unknown(`the type of a ${node.kind.replaceAll("_", " ")} is not read`);
    }
  }

  #identifier(name: string, offset: number): GoType {
    const symbol = this.#context.lookUp(name, offset);
    if (symbol) return this.#typeOfSymbol(symbol);
    const home = this.#context.declaringPackageOf(name);
    if (home === null) return unknown(`'${name}' may come from a dot import`);
    const declared = this.#packages.packageOf(home);
    return (
      declared?.functions.get(name) ??
      declared?.values.get(name) ??
      unknown(`'${name}' is not declared in this file`)
    );
  }

  /** The grammar has kinds of their own for these names, though they can be declared anew. */
  #predeclared(name: "true" | "false" | "iota" | "nil", offset: number): GoType {
    if (this.#context.lookUp(name, offset) ?? this.#context.declaringPackageOf(name))
      return this.#identifier(name, offset);
    return untyped(name === "iota" ? "int" : name === "nil" ? "nil" : "bool");
  }

  #selector(operand: GoNode, name: string): GoType {
    const path = importPathOf(operand, this.#context);
    if (path === null) {
      const value = this.#operand(operand);
      // In `(*T).Start` the receiver is one more parameter of the function.
      const type = value.kind === "unknown" ? this.typeNamed(operand) : null;
      return this.#member(type ?? value, name);
    }
    const declared = this.#packages.packageOf(path);
    return (
      declared?.functions.get(name) ??
      declared?.values.get(name) ??
      unknown(
        declared
          ? `package "${path}" declares no '${name}' that was read`
          : `the declarations of package "${path}" were not read`,
      )
    );
  }

  #member(value: GoType, name: string): GoType {
    // A value whose type is a type parameter has the methods of its constraint.
    const type = value.kind === "parameter" ? this.#parameters.constraintOf(value) : value;
    const found = this.#members.find(type, name);
    return found.kind === "member" ? found.type : found;
  }

  /** What `value.name` selects. */
  memberOf(value: GoType, name: string): Member | UnknownType {
    return this.#members.find(value, name);
  }

  #operand(node: GoNode): GoType {
    return node.kind === "package_identifier"
      ? this.#identifier(node.text, node.range[0])
      : this.typeOf(node);
  }

  #call(node: CallExpressionNode): GoType {
    const callee = node.function;
    if (callee.kind === "identifier" && !this.#isDeclared(callee)) {
      const builtin = builtinResult(callee.text, node.arguments, this);
      if (builtin) return builtin;
    }
    return typeOfCall(node, this);
  }

  #isDeclared({ text, range }: GoNode): boolean {
    return (
      !isUniverseName(text) ||
      this.#context.lookUp(text, range[0]) !== null ||
      this.#context.declaringPackageOf(text) !== ""
    );
  }

  /** The type that an expression names, or null if it is not known to name one. */
  typeNamed(node: GoNode): GoType | null {
    return typeNamed(node, this.#context, this.#packages);
  }

  #unary(operator: string, operand: GoNode): GoType {
    const type = this.typeOf(operand);
    if (type.kind === "unknown") return type;
    const underlying = this.underlying(type);
    switch (operator) {
      case "&":
        return { kind: "pointer", element: type };
      case "*":
        return underlying.kind === "pointer" ? underlying.element : unknown("not a pointer");
      case "<-":
        return underlying.kind === "channel" ? underlying.element : unknown("not a channel");
      default:
        return type;
    }
  }

  /** The type of the elements of an indexed value. */
  elementOf(type: GoType): GoType {
    const underlying = this.underlying(withoutPointer(type));
    switch (underlying.kind) {
      case "slice":
      case "array":
      case "map":
        return underlying.element;
      case "function":
      case "unknown":
        return underlying;
      default:
        return underlying.kind === "named" &&
          /^(?:untyped )?string$/u.test(formatType(underlying))
          ? named("", "byte")
          : unknown("the elements of the indexed value are not known");
    }
  }

  #slice(type: GoType): GoType {
    const array = this.underlying(withoutPointer(type));
    return array.kind === "array"
      ? { kind: "slice", element: array.element }
      : defaultType(type);
  }

  /** The type of the variable, constant or function that a name stands for. */
  #typeOfSymbol(symbol: DeclaredSymbol): GoType {
    let type = this.#symbols.get(symbol);
    if (!type) {
      type = this.#once(symbol, () => typeOfDeclared(symbol, this));
      this.#symbols.set(symbol, type);
    }
    return type;
  }

  /**
   * What a type declared in a function is made of: such a type has no methods of its
   * own, and no other function can name it.
   */
  #localType(symbol: DeclaredSymbol, given: readonly GoType[]): GoType {
    const { declaration } = symbol;
    if (declaration.kind !== "type_spec" && declaration.kind !== "type_alias") {
      return unknown(`'${symbol.name}' is not a type`);
    }
    const parameters = declaration.type_parameters;
    const context = !parameters
      ? this.#context
      : {
          ...this.#context,
          typeParameter: (other: DeclaredSymbol) => {
            const own = this.#parameters.typeOf(other);
            if (other.declaration.parent !== parameters) return own;
            return (
              given[own.index] ?? unknown(`the type argument for '${other.name}' is not known`)
            );
          },
        };
    const type = this.#once(symbol, () => readWhole(readType(declaration.type, context)));
    if (type.kind !== "named" || declaration.kind === "type_alias") return type;
    const underlying = this.underlying(type);
    return underlying.kind === "named"
      ? unknown(`type '${symbol.name}' is declared in a function`)
      : underlying;
  }

  #once(symbol: DeclaredSymbol, read: () => GoType): GoType {
    if (this.#busy.has(symbol)) return unknown(`'${symbol.name}' is declared by way of itself`);
    this.#busy.add(symbol);
    try {
      return read();
    } finally {
      this.#busy.delete(symbol);
    }
  }
}
