import {
  isErrorType,
  type CallExpressionNode,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/** Says if the last result of a call is an `error`, by the declared types. */
export type ErrorResult =
  { readonly kind: "error" | "none" } | { readonly kind: "unknown"; readonly reason: string };

/** Returns whether the last result of a call is an `error`. */
export function errorResultOf(call: CallExpressionNode, semantics: SemanticModel): ErrorResult {
  // Go's own functions do not fail; a conversion to `error` is no call that may.
  if (
    call.function.kind === "identifier" &&
    semantics.resolve(call.function)?.isUniverse === true
  )
    return { kind: "none" };
  const type = semantics.typeOf(call);
  if (type.kind === "unknown") return type;
  const last = type.kind === "tuple" ? type.types.at(-1) : type;
  if (last?.kind === "unknown") return last;
  return { kind: last !== undefined && isErrorType(last) ? "error" : "none" };
}

/** Returns the types of a function's results, one for each value. */
export function resultTypesOf({ result }: FunctionNode): GoNode[] {
  if (!result) return [];
  if (result.kind !== "parameter_list") return [result];
  return result.namedChildren.flatMap((parameter) =>
    parameter.kind === "parameter_declaration"
      ? Array.from({ length: Math.max(1, parameter.name.length) }, () => parameter.type)
      : [],
  );
}

/** Returns true for the type `error` of Go's universe, as it is written. */
export function isErrorTypeName(type: GoNode | undefined, semantics: SemanticModel): boolean {
  return type?.text === "error" && semantics.resolve(type)?.isUniverse === true;
}
