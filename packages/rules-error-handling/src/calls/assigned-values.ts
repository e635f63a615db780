import {
  childrenOf,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
  usesOf,
} from "@gopherwood/core";
import { outermostFunction } from "../functions.ts";

/**
 * Returns the expressions that the file assigns to a variable, its declaration included, or
 * that the function around assigns to a field; of `f, err := open()` the call is the value of `f`.
 */
export function assignedValues(
  target: GoNode,
  semantics: SemanticModel,
  tree: SyntaxTree,
): GoNode[] {
  const symbol = target.kind === "identifier" ? semantics.resolve(target) : null;
  if (symbol?.isUniverse) return [];
  if (symbol) {
    return [symbol.node, ...usesOf(symbol, semantics, { tree })].flatMap(valueOf);
  }
  const around = outermostFunction(target) ?? tree.root;
  return tree
    .nodesOfKind(["assignment_statement"], around)
    .flatMap(({ left }) => childrenOf(left).filter(({ text }) => text === target.text))
    .flatMap(valueOf);
}

/** Returns the expression that a target is assigned, or none if it is no target. */
function valueOf(target: GoNode): GoNode[] {
  const { parent } = target;
  const statement = parent?.kind === "expression_list" ? parent.parent : parent;
  let value: GoNode | undefined;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration":
      if (statement.left === parent)
        value = childrenOf(statement.right)[childrenOf(parent).indexOf(target)];
      break;
    case "var_spec":
      value = statement.value
        ? childrenOf(statement.value)[statement.name.findIndex((name) => name === target)]
        : undefined;
      break;
  }
  return value ? [value] : [];
}
