import {
  argumentsOf,
  contains,
  enclosingFunction,
  isCallTo,
  refersTo,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { namedErrorOf } from "../branches/returned-error.ts";

/** Whether a deferred function wraps the error that a function returns. */
export type DeferredWrap =
  { readonly kind: "wrapped" } | { readonly kind: "unknown"; readonly reason: string };

/** Returns whether a function that is deferred before a return wraps its error; null for no. */
export function deferredWrapOf(
  statement: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): DeferredWrap | null {
  const around = enclosingFunction(statement);
  const error = around && namedErrorOf(around, semantics);
  if (!error) return null;
  const deferred = tree
    .nodesOfKind(["defer_statement"], around)
    .filter(
      (node) => enclosingFunction(node) === around && node.range[1] <= statement.range[0],
    );
  if (deferred.some((node) => assignsWrapped(node, error, semantics, tree)))
    return { kind: "wrapped" };
  return deferred.some((node) => passesAddress(node, error, semantics, tree))
    ? { kind: "unknown", reason: `a deferred call gets '&${error.name}'` }
    : null;
}

/** Returns true for `err = fmt.Errorf("...: %w", err)`. */
function assignsWrapped(
  node: GoNode,
  error: DeclaredSymbol,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const isError = (value: GoNode) => refersTo(value, error, semantics);
  const wraps = (call: CallExpressionNode) =>
    !isCallTo(call, "errors.Join", semantics) && argumentsOf(call).some(isError);
  return tree
    .nodesOfKind(["assignment_statement"], node)
    .some(
      ({ left, right }) =>
        left.namedChildren.some(isError) &&
        tree.nodesOfKind(["call_expression"], right).some(wraps),
    );
}

function passesAddress(
  node: GoNode,
  error: DeclaredSymbol,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  return tree
    .nodesOfKind(["unary_expression"], node)
    .some(
      ({ operand, operator }) =>
        operator.text === "&" && contains(node, operand) && refersTo(operand, error, semantics),
    );
}
