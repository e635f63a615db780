import type {
  CallExpressionNode,
  TypeConversionExpressionNode,
} from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import { readType, type TypeContext } from "./declared-types.ts";
import type { Definitions } from "./definitions.ts";
import { elementOf } from "./derived-types.ts";
import { inferTypeArguments, type CallArguments } from "./inference.ts";
import { substitute } from "./substitution.ts";
import { formatType, tuple, unknown, type FunctionType, type GoType } from "./go-type.ts";

/** The types that a call is typed by. */
interface CallTypes {
  readonly context: TypeContext;
  readonly definitions: Definitions;
  typeOf(expression: GoNode): GoType;
  /** Returns the type that an expression names, or null if it names none that is known. */
  typeNamed(expression: GoNode): GoType | null;
}

/** A function with type arguments, which the grammar may take for a type or an index. */
interface Instantiation {
  readonly generic: GoNode;
  readonly typeArguments: readonly GoNode[];
}

/** Returns the type of a call or a conversion; for several results it is a tuple. */
export function typeOfCall(
  node: CallExpressionNode | TypeConversionExpressionNode,
  types: CallTypes,
): GoType {
  const callee = node.kind === "call_expression" ? node.function : node.type;
  if (!callee) return unknown("nothing is called");
  const written = node.kind === "call_expression" ? node.type_arguments : null;
  // Most calls are of a name, which is no type if it is a value.
  const isName = callee.kind === "identifier" || callee.kind === "selector_expression";
  const value = isName ? types.typeOf(callee) : null;
  if (value && value.kind !== "unknown" && !written) return resultsOf(value, node, [], types);
  // `T(x)`; a type with several type arguments has them in the callee.
  const converted = types.typeNamed(callee);
  if (converted) return converted;
  const instantiation = written
    ? { generic: callee, typeArguments: partsOf(written) }
    : instantiationIn(callee);
  if (!instantiation) return resultsOf(value ?? types.typeOf(callee), node, [], types);
  const type = types.typeOf(instantiation.generic);
  // `f[T](x)` calls a generic function, or an element of a slice of functions.
  return isGeneric(type)
    ? resultsOf(type, node, instantiation.typeArguments, types)
    : resultsOf(elementOf(type, types.definitions), node, [], types);
}

/** Returns the type of `value[index]`, or of `function[T]`. */
export function typeOfIndexed(node: GoNode, types: CallTypes): GoType {
  const instantiation = instantiationIn(node);
  if (!instantiation) return unknown("nothing is indexed");
  const type = types.typeOf(instantiation.generic);
  if (!isGeneric(type)) return elementOf(type, types.definitions);
  const typeArguments = readAll(instantiation.typeArguments, types);
  return instance(type, { typeArguments, arguments: [], spread: false }, types);
}

function resultsOf(
  callee: GoType,
  call: CallExpressionNode | TypeConversionExpressionNode,
  typeArguments: readonly GoNode[],
  types: CallTypes,
): GoType {
  const type = types.definitions.underlying(callee);
  if (type.kind === "unknown") return type;
  if (type.kind !== "function") {
    return unknown(`what a value of type ${formatType(callee)} gives when called is not known`);
  }
  if (!isGeneric(type)) return tuple(type.results);
  const callArguments = {
    ...argumentsOf(call, types),
    typeArguments: readAll(typeArguments, types),
  };
  const called = instance(type, callArguments, types);
  return called.kind === "function" ? tuple(called.results) : called;
}

type GenericFunction = FunctionType & Required<Pick<FunctionType, "typeParameters">>;

function isGeneric(type: GoType): type is GenericFunction {
  return type.kind === "function" && type.typeParameters !== undefined;
}

function instance(generic: GenericFunction, call: CallArguments, types: CallTypes): GoType {
  const { results, parameters = [], variadic = false } = generic;
  const type: FunctionType = { kind: "function", results, parameters, variadic };
  return substitute(type, inferTypeArguments(generic, call, types.definitions));
}

function argumentsOf(
  call: CallExpressionNode | TypeConversionExpressionNode,
  types: CallTypes,
): Pick<CallArguments, "arguments" | "spread"> {
  const nodes =
    call.kind === "call_expression"
      ? partsOf(call.arguments)
      : call.operand
        ? [call.operand]
        : [];
  const last = nodes.at(-1);
  const spread = last?.kind === "variadic_argument";
  const found = nodes.map((node) =>
    types.typeOf(node.kind === "variadic_argument" ? (node.namedChildren[0] ?? node) : node),
  );
  const [only] = found;
  const isTuple = found.length === 1 && only?.kind === "tuple";
  return { arguments: isTuple ? only.types : found, spread };
}

function instantiationIn(node: GoNode): Instantiation | null {
  switch (node.kind) {
    case "parenthesized_expression":
    case "parenthesized_type":
      return node.namedChildren[0] ? instantiationIn(node.namedChildren[0]) : null;
    case "index_expression":
      return { generic: node.operand, typeArguments: [node.index] };
    case "generic_type":
      return { generic: node.type, typeArguments: partsOf(node.type_arguments) };
    case "type_instantiation_expression":
      return { generic: node.type, typeArguments: partsOf(node).slice(1) };
    default:
      return null;
  }
}

function readAll(typeArguments: readonly GoNode[], { context }: CallTypes): GoType[] {
  return typeArguments.map((argument) => readType(argument, context));
}

function partsOf(node: GoNode): GoNode[] {
  return node.namedChildren.filter((child) => child.kind !== "comment");
}
