import type { ConstSpecNode } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import { defaultType } from "./constants.ts";
import { readFunction, readParameter, readType, type TypeContext } from "./declared-types.ts";
import type { DeclaredSymbol } from "../scopes/symbol.ts";
import {
  named,
  unknown,
  valueAt,
  withoutPointer,
  type FunctionType,
  type GoType,
} from "./go-type.ts";

/** The types that a declared value is typed by. */
export interface ExpressionTypes {
  readonly context: TypeContext;
  typeOf(expression: GoNode): GoType;
  underlying(type: GoType): GoType;
}

/** Returns the type of a symbol by its declaration. */
export function typeOfDeclared(symbol: DeclaredSymbol, types: ExpressionTypes): GoType {
  const { declaration, node } = symbol;
  switch (declaration.kind) {
    case "parameter_declaration":
    case "variadic_parameter_declaration":
      return readParameter(declaration, types.context);
    case "function_declaration":
      return readFunction(declaration, types.context);
    case "var_spec":
      return declaration.type
        ? readType(declaration.type, types.context)
        : assigned(node, declaration.name, valuesOf(declaration.value), types);
    case "const_spec":
      return constant(node, declaration, types);
    case "short_var_declaration":
      return assigned(node, valuesOf(declaration.left), valuesOf(declaration.right), types);
    case "receive_statement":
      return assigned(node, valuesOf(declaration.left), [declaration.right], types);
    case "range_clause":
      return ranged(valuesOf(declaration.left).indexOf(node) === 0, declaration.right, types);
    case "type_case":
    case "default_case":
      return switched(declaration, types);
    default:
      return unknown(`'${symbol.name}' is not a value: it is declared as ${symbol.kind}`);
  }
}

function valuesOf(list: GoNode | null): GoNode[] {
  return list?.namedChildren.filter((child) => child.kind !== "comment") ?? [];
}

/** Returns the type of `name` in `names := values`. */
function assigned(
  name: GoNode,
  names: readonly GoNode[],
  values: readonly GoNode[],
  types: ExpressionTypes,
): GoType {
  const index = names.indexOf(name);
  const [only] = values;
  if (values.length === 1 && names.length > 1 && only) {
    if (!isCommaOk(only)) return valueAt(types.typeOf(only), index);
    return index === 0 ? types.typeOf(only) : named("", "bool");
  }
  const value = values[index];
  return value
    ? defaultType(valueAt(types.typeOf(value), 0))
    : unknown(`'${name.text}' has no value`);
}

/** Returns true for an expression that has a second, boolean value where two are assigned. */
function isCommaOk(node: GoNode): boolean {
  return (
    node.kind === "index_expression" ||
    node.kind === "type_assertion_expression" ||
    (node.kind === "unary_expression" && node.operator.text === "<-")
  );
}

/**
 * Returns the type of a constant. Without a type and a value it repeats those of the spec
 * before it.
 */
function constant(name: GoNode, spec: ConstSpecNode, types: ExpressionTypes): GoType {
  const index = spec.name.indexOf(name as ConstSpecNode["name"][number]);
  const { type, value } = spec.value ? spec : (repeatedBy(spec) ?? spec);
  if (type) return readType(type, types.context);
  const expression = valuesOf(value)[index];
  return expression ? types.typeOf(expression) : unknown(`'${name.text}' has no value`);
}

function repeatedBy(spec: ConstSpecNode): ConstSpecNode | undefined {
  return spec.parent?.namedChildren
    .filter((other) => other.kind === "const_spec")
    .findLast((other) => other.range[0] < spec.range[0] && other.value !== null);
}

function ranged(isFirst: boolean, over: GoNode, types: ExpressionTypes): GoType {
  const value = defaultType(types.typeOf(over));
  const type = types.underlying(withoutPointer(value));
  switch (type.kind) {
    case "slice":
    case "array":
      return isFirst ? named("", "int") : type.element;
    case "map":
      return isFirst ? type.key : type.element;
    case "channel":
      return type.element;
    case "function": {
      const yielded = yieldedBy(type, types)[isFirst ? 0 : 1];
      if (yielded) return yielded;
      break;
    }
    case "unknown":
      return type;
    case "named":
      if (type.importPath === "" && type.name === "string") {
        return named("", isFirst ? "int" : "rune");
      }
      // `for i := range n`, with n a number of any integer type.
      if (type.importPath === "" && /^u?int/u.test(type.name)) return value;
      break;
    default:
  }
  return unknown(`what 'range ${over.text.slice(0, 40)}' gives is not known`);
}

/**
 * Returns the types of the values of each iteration over a function; none if it is not an
 * iterator.
 */
function yieldedBy(
  { parameters, results }: FunctionType,
  types: ExpressionTypes,
): readonly GoType[] {
  const [only, ...others] = parameters ?? [];
  if (!only || others.length > 0 || results.length > 0) return [];
  const yields = types.underlying(only);
  if (yields.kind !== "function" || yields.results.length !== 1) return [];
  const goesOn = yields.results[0] && types.underlying(yields.results[0]);
  return goesOn?.kind === "named" && goesOn.importPath === "" && goesOn.name === "bool"
    ? (yields.parameters ?? [])
    : [];
}

/**
 * Returns the type of the name of a type switch in a clause: the type of a case with one type,
 * else that of the switched value.
 */
function switched(clause: GoNode, types: ExpressionTypes): GoType {
  if (clause.kind === "type_case") {
    const [only, ...others] = clause.type;
    if (only && others.length === 0 && only.text !== "nil")
      return readType(only, types.context);
  }
  const owner = clause.parent;
  return owner?.kind === "type_switch_statement"
    ? types.typeOf(owner.value)
    : unknown("not in a type switch");
}
