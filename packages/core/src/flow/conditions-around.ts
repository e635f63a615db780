import type { GoNode } from "../syntax/node.ts";
import type { Branch } from "./steps.ts";

/** What has come out so where a node is evaluated: the conditions of the ifs around it. */
export function conditionsAround(node: GoNode): Branch[] {
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

/** Of `a && b` that holds both hold, of `a || b` that fails both fail. */
function collect(condition: GoNode, outcome: boolean, branches: Branch[]): void {
  if (condition.kind === "binary_expression") {
    const { left, operator, right } = condition;
    if (operator.text === (outcome ? "&&" : "||")) {
      collect(left, outcome, branches);
      collect(right, outcome, branches);
      return;
    }
  }
  branches.push({ condition, outcome });
}
