import {
  childrenOf,
  refersTo,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { outermostFunction } from "../functions.ts";

/**
 * Returns the expressions that the function around assigns to a variable or field, its
 * declaration included; of `f, err := open()` the call is the value of `f`.
 */
export function assignedValues(
  target: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): GoNode[] {
  const symbol = target.kind === "identifier" ? semantics.resolve(target) : null;
  if (symbol?.isUniverse) return [];
  const scope = symbol?.packageLevel ? tree.root : (outermostFunction(target) ?? tree.root);
  const isTarget = (node: GoNode) =>
    symbol === null
      ? node.text === target.text
      : node === symbol.node || refersTo(node, symbol, semantics);
  return tree
    .nodesOfKind(["assignment_statement", "short_var_declaration", "var_spec"], scope)
    .flatMap((node) => {
      const targets = node.kind === "var_spec" ? node.name : childrenOf(node.left);
      const right = node.kind === "var_spec" ? node.value : node.right;
      const value = right && childrenOf(right)[targets.findIndex(isTarget)];
      return value ? [value] : [];
    });
}
