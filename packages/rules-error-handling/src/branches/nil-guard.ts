import {
  isErrorType,
  withoutParentheses,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";

/**
 * Returns the error variables that are not nil if a condition is true: of
 * `a && err != nil`, `err`.
 */
export function errorsNotNil(expression: GoNode, semantics: SemanticModel): GoNode[] {
  const condition = withoutParentheses(expression);
  if (condition.kind !== "binary_expression") return [];
  const { left, operator, right } = condition;
  if (operator.text === "&&")
    return [...errorsNotNil(left, semantics), ...errorsNotNil(right, semantics)];
  if (operator.text !== "!=") return [];
  const error = right.kind === "nil" ? left : left.kind === "nil" ? right : null;
  return error?.kind === "identifier" && isErrorType(semantics.typeOf(error)) ? [error] : [];
}
