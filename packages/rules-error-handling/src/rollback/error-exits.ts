import {
  refersTo,
  withoutParentheses,
  type Exit,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { isErrorTypeName, resultTypesOf } from "../calls/error-result.ts";

/** Returns true if the last result of a function is an error. */
export function mayReturnError(node: FunctionNode, semantics: SemanticModel): boolean {
  return isErrorTypeName(resultTypesOf(node).at(-1), semantics);
}

/**
 * Returns true if an exit returns an error that a statement after an offset gave: the value
 * is not `nil`, and a variable is assigned between the two or found not to be nil.
 */
export function returnsErrorSince(
  offset: number,
  { kind, node }: Exit,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const returned = node.namedChildren[0]?.namedChildren.at(-1);
  // The values of named results are not read.
  if (kind !== "return" || !returned) return false;
  const value = withoutParentheses(returned);
  if (value.kind !== "identifier") return value.kind !== "nil";
  const symbol = semantics.resolve(value);
  if (symbol === null || symbol.isUniverse || symbol.packageLevel) return true;
  if (isFoundNotNil(value)) return true;
  return tree
    .nodesOfKind(["assignment_statement", "short_var_declaration"])
    .some(
      ({ left, range }) =>
        range[0] > offset &&
        range[1] < value.range[0] &&
        left.namedChildren.some((target) => refersTo(target, symbol, semantics)),
    );
}

/** Returns true in the branch of a condition that finds the error not to be nil. */
function isFoundNotNil(error: GoNode): boolean {
  for (let node: GoNode = error; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.kind === "func_literal") return false;
    if (
      parent.kind === "if_statement" &&
      parent.consequence === node &&
      parent.condition.text.includes(`${error.text} != nil`)
    ) {
      return true;
    }
  }
  return false;
}
