import {
  refersTo,
  type Exit,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { isNilAt } from "../branches/nil-guard.ts";
import { returnedErrorOf } from "../branches/returned-error.ts";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";

/** Returns true if the last result of a function is an error. */
export function mayReturnError(node: FunctionNode, semantics: SemanticModel): boolean {
  return isErrorTypeName(resultTypesOf(node).at(-1), semantics);
}

/**
 * Returns true if an exit returns an error that a statement after an offset gave: the value
 * is not `nil`, and a variable is found not to be nil, or assigned between the two and not
 * found to be nil.
 */
export function returnsErrorSince(
  offset: number,
  { kind, node }: Exit,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const returned = kind === "return" ? returnedErrorOf(node, semantics) : null;
  if (!returned) return false;
  const { variable } = returned;
  if (variable === null) return returned.node.kind !== "nil";
  const isVariable = (value: GoNode) => refersTo(value, variable, semantics);
  const assigned = tree
    .nodesOfKind(["assignment_statement", "short_var_declaration"])
    .findLast(
      ({ left, range }) => range[1] < node.range[1] && left.namedChildren.some(isVariable),
    );
  const isNil = isNilAt(node, assigned?.range[0] ?? 0, isVariable);
  return isNil === null ? (assigned?.range[0] ?? 0) > offset : !isNil;
}
