import type { Exit, FunctionNode, SemanticModel, GoNode, SyntaxTree } from "@gopherwood/core";
import { itemsOf, withoutParentheses } from "./errors.ts";

/** True if the last result of a function is an error. */
export function mayReturnError({ result }: FunctionNode, semantics: SemanticModel): boolean {
  const last = result?.kind === "parameter_list" ? itemsOf(result).at(-1) : result;
  const type = last?.kind === "parameter_declaration" ? last.type : last;
  return type?.text === "error" && semantics.resolve(type)?.isUniverse === true;
}

/**
 * True if a function that returns errors is left with one that something after an offset
 * gave: what is returned is not `nil`, and where it is a variable, it is given a value in
 * between or found not to be `nil`.
 */
export function returnsErrorSince(
  offset: number,
  { kind, node }: Exit,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const returned = node.namedChildren[0]?.namedChildren.at(-1);
  // What named results hold is not read.
  if (kind !== "return" || !returned) return false;
  const value = withoutParentheses(returned);
  if (value.kind !== "identifier") return value.kind !== "nil";
  const symbol = semantics.resolve(value);
  if (symbol === null || symbol.isUniverse || symbol.packageLevel) return true;
  if (isFoundIn(value)) return true;
  return tree
    .nodesOfKind(["assignment_statement", "short_var_declaration"])
    .some(
      ({ left, range }) =>
        range[0] > offset &&
        range[1] < value.range[0] &&
        left.namedChildren.some(
          (target) => target.text === value.text && semantics.resolve(target) === symbol,
        ),
    );
}

/** True in the branch of a condition that looks at the error. */
function isFoundIn(error: GoNode): boolean {
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
