import type { CallExpressionNode, LiteralValueNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import { builtinResult } from "./builtins.ts";
import { defaultType, typeOfOperation, untyped } from "./constants.ts";
import { readFunction, readType, type TypeContext } from "./declared-types.ts";
import { typeOfDeclared } from "./declared-values.ts";
import { homeOf, type Outside } from "./dot-imports.ts";
import { typeOfLiteral } from "./literal-keys.ts";
import { MemberTypes } from "./members.ts";
import type { PackageSource, TypeDeclaration } from "./packages.ts";
import type { Binding } from "./scopes.ts";
import { importPathOf, typeNamed } from "./type-names.ts";
import {
  formatType,
  named,
  tuple,
  unknown,
  withoutPointer,
  type GoType,
  type NamedType,
} from "./types.ts";

/** Deeper than any code that a person wrote; it keeps a hostile file from the stack's end. */
const MAX_DEPTH = 400;

/** What the types of a file's expressions are read from. */
export interface TypeSources extends Outside {
  lookUp(name: string, offset: number): Binding | null;
  /** The path of an import that no binding stands for. */
  importNamed?(name: string): string | null;
}

/** Answers what type an expression of one file has. */
export class TypeReader {
  readonly #context: TypeContext;
  readonly #packages: PackageSource;
  readonly #known = new Map<GoNode, GoType>();
  readonly #members: MemberTypes;
  readonly #bindings = new Map<Binding, GoType>();
  readonly #busy = new Set<Binding>();
  #depth = 0;

  constructor(sources: TypeSources) {
    this.#packages = sources.packages;
    this.#members = new MemberTypes(sources.packages);
    this.#context = {
      importPath: sources.importPath,
      lookUp: (name, offset) => sources.lookUp(name, offset),
      importPathOf(name, offset) {
        const binding = sources.lookUp(name, offset);
        return binding ? (binding.import?.path ?? null) : (sources.importNamed?.(name) ?? null);
      },
      homeOf: (name) => homeOf(name, sources),
      localType: (binding) => this.#localType(binding),
    };
  }

  get context(): TypeContext {
    return this.#context;
  }

  /**
   * The type of an expression; a call with several results gives a tuple. A constant
   * may have none yet (see `untyped`).
   */
  typeOf(node: GoNode): GoType {
    const known = this.#known.get(node);
    if (known) return known;
    if (this.#depth >= MAX_DEPTH) return unknown("the expression is nested too deeply");
    this.#depth += 1;
    try {
      const type = this.#read(node);
      // What is unknown may be so only because of what is being read around it.
      if (type.kind !== "unknown") this.#known.set(node, type);
      return type;
    } finally {
      this.#depth -= 1;
    }
  }

  /** The type that a variable has which is given the expression; aliases are followed. */
  typeOfValue(node: GoNode): GoType {
    return this.#withoutAliases(defaultType(this.typeOf(node)));
  }

  /** The type of the name that a binding declares; aliases are followed. */
  typeOfName(binding: Binding): GoType {
    return this.#withoutAliases(defaultType(this.#typeOfBinding(binding)));
  }

  /** What the type of a literal is made of, from its braces. */
  typeOfBraces(braces: LiteralValueNode): GoType {
    return typeOfLiteral(
      braces,
      (literal) => readType(literal.type, this.#context),
      (type) => this.underlying(type),
    );
  }

  /** What a named type is made of; a type whose declaration was not read is itself. */
  underlying(type: GoType): GoType {
    let current = type;
    for (let step = 0; current.kind === "named" && step < MAX_DEPTH; step += 1) {
      const declaration = this.#declarationOf(current);
      if (!declaration) return current;
      current = declaration.type;
    }
    return current;
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
      case "index_expression":
        return this.#index(this.typeOf(node.operand));
      case "type_instantiation_expression":
        // What the grammar takes for a type in brackets may be an index.
        return this.#callee(node);
      case "slice_expression":
        return this.#slice(this.typeOf(node.operand));
      case "composite_literal":
      case "type_assertion_expression":
        return node.type ? readType(node.type, this.#context) : unknown("no type is written");
      case "type_conversion_expression":
        return node.type
          ? this.#results(this.#callee(node.type))
          : unknown("no type is written");
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
    const binding = this.#context.lookUp(name, offset);
    if (binding) return this.#typeOfBinding(binding);
    const home = this.#context.homeOf(name);
    if (home === null) return unknown(`'${name}' may come from a dot import`);
    const declared = this.#packages.packageOf(home);
    return (
      declared?.values.get(name) ??
      declared?.functions.get(name) ??
      unknown(`'${name}' is not declared in this file`)
    );
  }

  /** The grammar has kinds of their own for these names, though they can be declared anew. */
  #predeclared(name: "true" | "false" | "iota" | "nil", offset: number): GoType {
    if (this.#context.lookUp(name, offset) ?? this.#context.homeOf(name))
      return this.#identifier(name, offset);
    return untyped(name === "iota" ? "int" : name === "nil" ? "nil" : "bool");
  }

  #selector(operand: GoNode, name: string): GoType {
    const path = importPathOf(operand, this.#context);
    if (path === null) return this.#members.typeOf(this.#operand(operand), name);
    const declared = this.#packages.packageOf(path);
    return (
      declared?.values.get(name) ??
      declared?.functions.get(name) ??
      unknown(
        declared
          ? `package "${path}" declares no '${name}' that was read`
          : `the declarations of package "${path}" were not read`,
      )
    );
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
    return this.#results(this.#callee(callee));
  }

  #isDeclared(name: GoNode): boolean {
    const { text, range } = name;
    return this.#context.lookUp(text, range[0]) !== null || this.#context.homeOf(text) !== "";
  }

  #results(callee: GoType): GoType {
    const type = this.underlying(callee);
    if (type.kind === "function") return tuple(type.results);
    if (type.kind === "unknown") return type;
    return unknown(`what a value of type ${formatType(callee)} gives when called is not known`);
  }

  /** The type of what is called; a conversion is a call of a function that gives the type. */
  #callee(node: GoNode): GoType {
    const type = this.typeNamed(node);
    if (type) return { kind: "function", results: [type] };
    switch (node.kind) {
      case "generic_type":
      case "type_instantiation_expression": {
        // `f[T](x)` is a generic function, or an element of a slice of functions.
        const inner = this.#callee(node.type);
        return this.underlying(inner).kind === "function" ? inner : this.#index(inner);
      }
      default:
        return this.typeOf(node);
    }
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

  #index(type: GoType): GoType {
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

  #declarationOf(type: NamedType): TypeDeclaration | undefined {
    return this.#packages.packageOf(type.importPath)?.types.get(type.name);
  }

  #withoutAliases(type: GoType): GoType {
    if (type.kind === "pointer") {
      return { kind: "pointer", element: this.#withoutAliases(type.element) };
    }
    let current: GoType = type;
    for (let step = 0; current.kind === "named" && step < MAX_DEPTH; step += 1) {
      const declaration = this.#declarationOf(current);
      if (!declaration?.alias) return current;
      current = declaration.type;
    }
    return current;
  }

  /** The type of the variable, constant or function that a name stands for. */
  #typeOfBinding(binding: Binding): GoType {
    let type = this.#bindings.get(binding);
    if (!type) {
      type = this.#once(binding, () => typeOfDeclared(binding, this));
      this.#bindings.set(binding, type);
    }
    return type;
  }

  /**
   * What a type declared in a function is made of: such a type has no methods of its
   * own, and no other function can name it.
   */
  #localType(binding: Binding): GoType {
    const { declaration } = binding;
    if (declaration.kind !== "type_spec" && declaration.kind !== "type_alias") {
      return unknown(`'${binding.name}' is not a type`);
    }
    const type = this.#once(binding, () => readType(declaration.type, this.#context));
    return type.kind === "named" && declaration.kind === "type_spec"
      ? unknown(`type '${binding.name}' is declared in a function`)
      : type;
  }

  #once(binding: Binding, read: () => GoType): GoType {
    if (this.#busy.has(binding))
      return unknown(`'${binding.name}' is declared by way of itself`);
    this.#busy.add(binding);
    try {
      return read();
    } finally {
      this.#busy.delete(binding);
    }
  }
}
