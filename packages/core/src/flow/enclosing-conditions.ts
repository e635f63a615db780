import type { GoNode } from "../syntax/node.ts";
import type { Branch } from "./blocks.ts";

/** Returns the outcomes that are certain where a node is evaluated: those of the ifs around it. */
export function enclosingConditions(node: GoNode): Branch[] {
  const branches: Branch[] = [];
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.kind === "func_literal") break;
    if (parent.kind !== "if_statement") continue;
    if (parent.consequence === current) collect(parent.condition, true, branches);
    if (parent.alternative === current) collect(parent.condition, false, branches);
  }
  return branches;
}

/**
 * Adds the outcomes that follow from one of a condition: of `a && b` that is true both are, of
 * `a || b` that is false neither is.
 */
function collect(condition: GoNode, outcome: boolean, branches: Branch[]): void {
  switch (condition.kind) {
    case "parenthesized_expression":
      for (const inner of condition.namedChildren) collect(inner, outcome, branches);
      return;
    case "unary_expression":
      if (condition.operator.text !== "!") break;
      collect(condition.operand, !outcome, branches);
      return;
    case "binary_expression": {
      const { left, operator, right } = condition;
      if (operator.text !== (outcome ? "&&" : "||")) break;
      collect(left, outcome, branches);
      collect(right, outcome, branches);
      return;
    }
  }
  branches.push({ condition, outcome });
}
