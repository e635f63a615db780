import type { CallExpressionNode, LiteralValueNode } from "../../syntax/grammar.generated.ts";
import { numberOf, type GoNode } from "../../syntax/node.ts";
import { builtinResult } from "./builtins.ts";
import { typeOfCall, typeOfIndexed } from "./calls.ts";
import { defaultType, typeOfOperation, untyped } from "./constants.ts";
import { readFunction, readType, type TypeContext } from "./declared-types.ts";
import { typeOfDeclared } from "./declared-values.ts";
import { Definitions } from "./definitions.ts";
import { typeOfSlice, typeOfUnary } from "./derived-types.ts";
import { declaringPackageOf, type ImportScope } from "./dot-imports.ts";
import { typeOfLiteral } from "./literal-keys.ts";
import { Members, type Member, type MissingMember } from "./members.ts";
import type { PackageSource } from "./package-declarations.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import { readWhole, withoutParameters } from "./substitution.ts";
import { importPathOf, typeNamed } from "./type-names.ts";
import { TypeParameters } from "./type-parameters.ts";
import { isUniverseName, isUniverseType } from "../scopes/universe.ts";
import { cutOff, cutOffs } from "./cut-off.ts";
import { unknown, withoutPointer, type GoType } from "./go-type.ts";
import { unreadPackageReason } from "./unread-package.ts";

/** A limit for the nesting of expressions, which keeps a hostile file from exhausting the stack. */
const MAX_DEPTH = 400;

/** The sources of the types of expressions. */
export interface TypeSources extends ImportScope {
  /** The file's text. */
  readonly text: string;
  lookUp(name: string, offset: number): DeclaredSymbol | null;
  /** The path of an import that no binding stands for. */
  importNamed?(name: string): string | null;
}

/** Finds the types of the expressions of one file. */
export class TypeChecker {
  readonly definitions: Definitions;
  readonly #context: TypeContext;
  readonly #parameters: TypeParameters;
  readonly #packages: PackageSource;
  /** The types of expressions by the numbers of nodes, which are cheaper keys than nodes. */
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
      localType: (symbol, typeArguments) => this.#localType(symbol, typeArguments),
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
   * Returns the type of an expression; a call with several results has a tuple. A constant may
   * be untyped.
   */
  typeOf(node: GoNode): GoType {
    const number = numberOf(node);
    const known = this.#known.get(number);
    if (known) return known;
    if (this.#depth >= MAX_DEPTH) return cutOff("the expression is nested too deeply");
    this.#depth += 1;
    const before = cutOffs();
    try {
      const type = this.#read(node);
      // A type may be unknown only because of what is being read around it.
      if (type.kind !== "unknown" || cutOffs() === before) this.#known.set(number, type);
      return type;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Returns the type of a variable that is initialized with an expression, without aliases. */
  typeOfValue(node: GoNode): GoType {
    return this.published(this.typeOf(node));
  }

  /** Returns the type that a type expression denotes, without aliases. */
  denotedType(node: GoNode): GoType {
    return this.published(readType(node, this.#context));
  }

  /** Returns the type of a symbol, without aliases. */
  typeOfName(symbol: DeclaredSymbol): GoType {
    return this.published(this.#typeOfSymbol(symbol));
  }

  /** Returns the underlying type of a composite literal, by its braces. */
  typeOfBraces(braces: LiteralValueNode): GoType {
    return this.underlying(withoutPointer(this.#literal(braces)));
  }

  #literal(braces: LiteralValueNode): GoType {
    return typeOfLiteral(
      braces,
      (literal) => readType(literal.type, this.#context),
      (type) => this.underlying(type),
    );
  }

  underlying(type: GoType): GoType {
    return this.definitions.underlying(type);
  }

  /** Returns a type as rules see it: without aliases and type parameters, and typed. */
  published(type: GoType): GoType {
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
        // The grammar takes `a.b` for a type in places where it may be an expression.
        return this.#selector(node.package, node.name.text);
      case "call_expression":
        return this.#call(node);
      case "unary_expression":
        return typeOfUnary(node.operator.text, this.typeOf(node.operand), this.definitions);
      case "binary_expression":
        return typeOfOperation(node.operator.text, this.typeOf(node.left), () =>
          this.typeOf(node.right),
        );
      case "generic_type":
      case "index_expression":
      case "type_instantiation_expression":
        return typeOfIndexed(node, this);
      case "slice_expression":
        return typeOfSlice(this.typeOf(node.operand), this.definitions);
      case "composite_literal":
      case "type_assertion_expression":
        return node.type ? readType(node.type, this.#context) : unknown("no type is written");
      case "literal_value":
        return this.#literal(node);
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
    const declaringPackage = this.#context.declaringPackageOf(name);
    if (declaringPackage === null) return unknown(`'${name}' may come from a dot import`);
    if (declaringPackage === "" && isUniverseName(name)) {
      return unknown(`'${name}' is a built-in ${isUniverseType(name) ? "type" : "function"}`);
    }
    const declarations = this.#packages.packageOf(declaringPackage);
    return (
      declarations?.functions.get(name) ??
      declarations?.values.get(name) ??
      unknown(`'${name}' is not declared in this file`)
    );
  }

  /**
   * Returns the type of `true`, `false`, `iota` or `nil`, which the grammar has separate kinds
   * for, though they can be declared anew.
   */
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
    const declarations = this.#packages.packageOf(path);
    return (
      declarations?.functions.get(name) ??
      declarations?.values.get(name) ??
      unknown(
        declarations
          ? `package "${path}" declares no '${name}' that was read`
          : unreadPackageReason(path),
      )
    );
  }

  #member(value: GoType, name: string): GoType {
    // A value whose type is a type parameter has the methods of its constraint.
    const type = value.kind === "parameter" ? this.#parameters.constraintOf(value) : value;
    const found = this.#members.find(type, name);
    return found.kind === "member" ? found.type : found;
  }

  /** Returns the field or method `value.name`. */
  memberOf(value: GoType, name: string): Member | MissingMember {
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

  /** Returns the type that an expression names, or null if it names none that is known. */
  typeNamed(node: GoNode): GoType | null {
    return typeNamed(node, this.#context, this.#packages);
  }

  /** Returns the type of a variable, constant or function. */
  #typeOfSymbol(symbol: DeclaredSymbol): GoType {
    let type = this.#symbols.get(symbol);
    if (!type) {
      type = this.#once(symbol, () => typeOfDeclared(symbol, this));
      this.#symbols.set(symbol, type);
    }
    return type;
  }

  /**
   * Returns the underlying type of a type that is declared in a function: it has no methods,
   * and no other function can name it.
   */
  #localType(symbol: DeclaredSymbol, typeArguments: readonly GoType[]): GoType {
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
              typeArguments[own.index] ??
              unknown(`the type argument for '${other.name}' is not known`)
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
    if (this.#busy.has(symbol)) return cutOff(`'${symbol.name}' is declared by way of itself`);
    this.#busy.add(symbol);
    try {
      return read();
    } finally {
      this.#busy.delete(symbol);
    }
  }
}
