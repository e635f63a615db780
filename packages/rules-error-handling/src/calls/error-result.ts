import type { CallExpressionNode, SemanticModel, GoNode, GoType } from "@gopherwood/core";

/** True for Go's own `error`. */
export function isError(type: GoType): boolean {
  return type.kind === "named" && type.importPath === "" && type.name === "error";
}

/**
 * Whether the last result of a call is an `error`, by the declared types: `true`,
 * `false`, or why that is not known.
 */
export function lastResultIsError(
  call: CallExpressionNode,
  semantics: SemanticModel,
): boolean | string {
  // Go's own functions do not fail; a conversion to `error` is no call that may.
  if (
    call.function.kind === "identifier" &&
    semantics.resolve(call.function)?.isUniverse === true
  )
    return false;
  const type = semantics.typeOf(call);
  if (type.kind === "unknown") return type.reason;
  const last = type.kind === "tuple" ? type.types.at(-1) : type;
  if (last?.kind === "unknown") return last.reason;
  return last !== undefined && isError(last);
}

/** The expression without the parentheses around it. */
export function withoutParentheses(node: GoNode): GoNode {
  let current = node;
  while (current.kind === "parenthesized_expression" && current.namedChildren[0]) {
    current = current.namedChildren[0];
  }
  return current;
}

/** The expression with the parentheses around it. */
export function withParentheses(node: GoNode): GoNode {
  let current = node;
  while (current.parent?.kind === "parenthesized_expression") current = current.parent;
  return current;
}

/** What a list holds, without comments. */
export function itemsOf(list: GoNode): readonly GoNode[] {
  return list.namedChildren.filter(({ kind }) => kind !== "comment");
}
