import type { CallExpressionNode, SelectorExpressionNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import { readSignature, readType, type TypeContext } from "./declared-types.ts";
import { memberOf } from "./members.ts";
import { THIS_PACKAGE, type PackageSource } from "./packages.ts";
import type { Binding } from "./scopes.ts";
import {
  named,
  tuple,
  unknown,
  valueAt,
  withoutPointer,
  type GoType,
  type NamedType,
} from "./types.ts";
import { BUILTIN_RESULTS, isUniverseType } from "./universe.ts";

/** Deeper than any code that a person wrote; it keeps a hostile file from the stack's end. */
const MAX_DEPTH = 200;

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">=", "&&", "||"]);

/** Answers what type an expression of one file has. */
export class TypeReader {
  readonly #context: TypeContext;
  readonly #packages: PackageSource;
  readonly #bindings = new Map<Binding, GoType>();
  readonly #busy = new Set<Binding>();
  #depth = 0;

  constructor(
    lookUp: TypeContext["lookUp"],
    packages: PackageSource,
    dotImports: readonly string[],
  ) {
    this.#packages = packages;
    this.#context = {
      importPath: THIS_PACKAGE,
      lookUp,
      dotImports,
      localType: (binding) => this.#localType(binding),
    };
  }

  get context(): TypeContext {
    return this.#context;
  }

  /** The type of an expression; a call with several results gives a tuple. */
  typeOf(node: GoNode): GoType {
    if (this.#depth >= MAX_DEPTH) return unknown("the expression is nested too deeply");
    this.#depth += 1;
    try {
      return this.#read(node);
    } finally {
      this.#depth -= 1;
    }
  }

  /** The type of the variable, constant or function that a name stands for. */
  typeOfBinding(binding: Binding): GoType {
    const known = this.#bindings.get(binding);
    if (known) return known;
    if (this.#busy.has(binding)) return unknown(`'${binding.name}' is declared by way of itself`);
    this.#busy.add(binding);
    const type = this.#readBinding(binding);
    this.#busy.delete(binding);
    this.#bindings.set(binding, type);
    return type;
  }

  #read(node: GoNode): GoType {
    switch (node.kind) {
      case "identifier":
        return this.#identifier(node.text, node.range[0]);
      case "parenthesized_expression":
      case "literal_element":
        return node.namedChildren[0] ? this.typeOf(node.namedChildren[0]) : unknown("empty");
      case "selector_expression":
        return this.#selector(node);
      case "call_expression":
        return this.#call(node);
      case "unary_expression":
        return this.#unary(node.operator.text, node.operand);
      case "binary_expression":
        return COMPARISONS.has(node.operator.text)
          ? named("", "bool")
          : this.typeOf(node.left);
      case "index_expression":
        return this.#index(this.typeOf(node.operand));
      case "slice_expression":
        return this.#slice(this.typeOf(node.operand));
      case "composite_literal":
      case "type_conversion_expression":
        return readType(node.type, this.#context);
      case "type_assertion_expression":
        return readType(node.type, this.#context);
      case "func_literal":
        return readSignature(node.result, this.#context);
      case "interpreted_string_literal":
      case "raw_string_literal":
        return named("", "string");
      case "int_literal":
        return named("", "int");
      case "float_literal":
        return named("", "float64");
      case "rune_literal":
        return named("", "rune");
      case "true":
      case "false":
        return named("", "bool");
      default:
        return unknown(`the type of a ${node.kind.replaceAll("_", " ")} is not read`);
    }
  }

  #identifier(name: string, offset: number): GoType {
    const binding = this.#context.lookUp(name, offset);
    if (binding) return this.typeOfBinding(binding);
    const declared = this.#packages.packageOf(THIS_PACKAGE);
    return (
      declared?.variables.get(name)?.() ??
      declared?.functions.get(name) ??
      unknown(`'${name}' is not declared in this file`)
    );
  }

  #selector(node: SelectorExpressionNode): GoType {
    const path = this.#importPathOf(node.operand);
    const name = node.field.text;
    if (path === null) return memberOf(this.typeOf(node.operand), name, this.#packages);
    const declared = this.#packages.packageOf(path);
    return (
      declared?.variables.get(name)?.() ??
      declared?.functions.get(name) ??
      unknown(
        declared
          ? `package "${path}" declares no '${name}' that was read`
          : `the declarations of package "${path}" were not read`,
      )
    );
  }

  #importPathOf(node: GoNode): string | null {
    if (node.kind !== "identifier") return null;
    return this.#context.lookUp(node.text, node.range[0])?.import?.path ?? null;
  }

  #call(node: CallExpressionNode): GoType {
    const callee = node.function;
    const [argument] = node.arguments.namedChildren;
    const builtin = this.#builtin(callee, argument);
    if (builtin) return builtin;
    const conversion = this.#typeNamed(callee);
    if (conversion) return conversion;
    const type = this.#underlying(this.typeOf(callee));
    if (type.kind === "function") return tuple(type.results);
    return type.kind === "unknown" ? type : unknown(`'${callee.text}' is not a function`);
  }

  #builtin(callee: GoNode, argument: GoNode | undefined): GoType | null {
    if (callee.kind !== "identifier") return null;
    const name = callee.text;
    if (this.#context.lookUp(name, callee.range[0])) return null;
    if (isUniverseType(name)) return named("", name);
    if (!argument) return BUILTIN_RESULTS[name] ?? null;
    switch (name) {
      case "new":
        return { kind: "pointer", element: readType(argument, this.#context) };
      case "make":
        return readType(argument, this.#context);
      case "append":
      case "min":
      case "max":
        return this.typeOf(argument);
      default:
        return BUILTIN_RESULTS[name] ?? null;
    }
  }

  /** The type that a called name stands for, if it is a type and the call a conversion. */
  #typeNamed(callee: GoNode): GoType | null {
    if (callee.kind === "parenthesized_expression") {
      const inner = callee.namedChildren[0];
      if (inner?.kind !== "unary_expression" || inner.operator.text !== "*") return null;
      const element = this.#typeNamed(inner.operand);
      return element && { kind: "pointer", element };
    }
    if (callee.kind === "identifier") {
      const binding = this.#context.lookUp(callee.text, callee.range[0]);
      const declared = this.#packages.packageOf(THIS_PACKAGE)?.types.has(callee.text);
      const isType = binding ? binding.kind === "type" : declared;
      return isType ? readType(callee, this.#context) : null;
    }
    if (callee.kind !== "selector_expression") return null;
    const path = this.#importPathOf(callee.operand);
    if (path === null) return null;
    const name = callee.field.text;
    return this.#packages.packageOf(path)?.types.has(name) ? named(path, name) : null;
  }

  #unary(operator: string, operand: GoNode): GoType {
    const type = this.typeOf(operand);
    if (type.kind === "unknown") return type;
    switch (operator) {
      case "&":
        return { kind: "pointer", element: type };
      case "*":
        return type.kind === "pointer" ? type.element : unknown("not a pointer");
      case "<-":
        return this.#element(type, "channel");
      default:
        return type;
    }
  }

  #index(type: GoType): GoType {
    const underlying = this.#underlying(withoutPointer(type));
    switch (underlying.kind) {
      case "slice":
      case "array":
      case "map":
        return underlying.element;
      case "function":
      case "unknown":
        return underlying;
      default:
        return type.kind === "named" && type.name === "string"
          ? named("", "byte")
          : unknown("the elements of the indexed value are not known");
    }
  }

  #slice(type: GoType): GoType {
    const array = this.#underlying(withoutPointer(type));
    return array.kind === "array" ? { kind: "slice", element: array.element } : type;
  }

  #element(type: GoType, kind: "channel"): GoType {
    const underlying = this.#underlying(type);
    return underlying.kind === kind ? underlying.element : unknown(`not a ${kind}`);
  }

  /** What a named type is made of. */
  #underlying(type: GoType): GoType {
    let current = type;
    for (let step = 0; current.kind === "named" && step < MAX_DEPTH; step += 1) {
      const declaration = this.#declarationOf(current);
      if (!declaration) return current;
      current = declaration;
    }
    return current;
  }

  #declarationOf(type: NamedType): GoType | null {
    return this.#packages.packageOf(type.importPath)?.types.get(type.name)?.type ?? null;
  }

  #localType(binding: Binding): GoType {
    const { declaration } = binding;
    if (declaration.kind !== "type_spec" && declaration.kind !== "type_alias") {
      return unknown(`'${binding.name}' is not a type`);
    }
    if (this.#busy.has(binding)) return unknown(`'${binding.name}' is declared by way of itself`);
    this.#busy.add(binding);
    const type = readType(declaration.type, this.#context);
    this.#busy.delete(binding);
    return type;
  }

  #readBinding(binding: Binding): GoType {
    const { declaration, node } = binding;
    switch (declaration.kind) {
      case "parameter_declaration":
        return readType(declaration.type, this.#context);
      case "variadic_parameter_declaration":
        return { kind: "slice", element: readType(declaration.type, this.#context) };
      case "function_declaration":
        return readSignature(declaration.result, this.#context);
      case "var_spec":
        return declaration.type
          ? readType(declaration.type, this.#context)
          : this.#assigned(node, declaration.name, declaration.value?.namedChildren ?? []);
      case "const_spec":
        return declaration.type
          ? readType(declaration.type, this.#context)
          : unknown(`constant '${binding.name}' has no written type`);
      case "short_var_declaration":
        return this.#assigned(
          node,
          declaration.left.namedChildren,
          declaration.right.namedChildren,
        );
      case "receive_statement":
        return this.#assigned(node, declaration.left?.namedChildren ?? [], [declaration.right]);
      case "range_clause":
        return this.#ranged(node, declaration.left?.namedChildren ?? [], declaration.right);
      case "type_case":
      case "default_case":
        return this.#switched(declaration);
      default:
        return unknown(`'${binding.name}' is a ${binding.kind}`);
    }
  }

  /** The type that `name` gets in `names := values`. */
  #assigned(name: GoNode, names: readonly GoNode[], values: readonly GoNode[]): GoType {
    const index = names.indexOf(name);
    const [only] = values;
    if (values.length === 1 && names.length > 1 && only) {
      return isCommaOk(only)
        ? index === 0 ? this.typeOf(only) : named("", "bool")
        : valueAt(this.typeOf(only), index);
    }
    const value = values[index];
    return value ? valueAt(this.typeOf(value), 0) : unknown(`'${name.text}' has no value`);
  }

  #ranged(name: GoNode, names: readonly GoNode[], over: GoNode): GoType {
    const type = this.#underlying(withoutPointer(this.typeOf(over)));
    const first = names.indexOf(name) === 0;
    switch (type.kind) {
      case "slice":
      case "array":
        return first ? named("", "int") : type.element;
      case "map":
        return first ? type.key : type.element;
      case "channel":
        return type.element;
      case "unknown":
        return type;
      default:
        return unknown(`what 'range ${over.text.slice(0, 40)}' gives is not known`);
    }
  }

  /** In a case of one type the name has that type, else the type of the switched value. */
  #switched(clause: GoNode): GoType {
    if (clause.kind === "type_case") {
      const [only, ...others] = clause.type;
      if (only && others.length === 0 && only.text !== "nil") return readType(only, this.#context);
    }
    const owner = clause.parent;
    return owner?.kind === "type_switch_statement"
      ? this.typeOf(owner.value)
      : unknown("not in a type switch");
  }
}

/** Expressions that give a second value, a bool, when two are asked for. */
function isCommaOk(node: GoNode): boolean {
  return (
    node.kind === "index_expression" ||
    node.kind === "type_assertion_expression" ||
    (node.kind === "unary_expression" && node.operator.text === "<-")
  );
}
