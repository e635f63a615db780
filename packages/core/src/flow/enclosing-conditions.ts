import type { GoNode } from "../syntax/node.ts";
import type { Branch } from "./blocks.ts";

/**
 * Returns the outcomes that are certain where a node is evaluated, and after it: those of the
 * ifs around it that assign nothing which their condition reads.
 */
export function enclosingConditions(node: GoNode): Branch[] {
  const branches: Branch[] = [];
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.kind === "func_literal") break;
    if (parent.kind !== "if_statement") continue;
    const found: Branch[] = [];
    if (parent.consequence === current) collect(parent.condition, true, found);
    if (parent.alternative === current) collect(parent.condition, false, found);
    if (found.length === 0) continue;
    const assigned = assignedIn(current);
    branches.push(...found.filter(({ condition }) => !reads(condition, assigned)));
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

/** Returns the texts of the expressions that statements in a node assign. */
function assignedIn(node: GoNode): ReadonlySet<string> {
  const assigned = new Set<string>();
  const open = [node];
  for (let current = open.pop(); current; current = open.pop()) {
    if (current.kind === "assignment_statement") {
      for (const target of current.left.namedChildren) assigned.add(target.text);
    }
    open.push(...current.namedChildren);
  }
  return assigned;
}

function reads(condition: GoNode, assigned: ReadonlySet<string>): boolean {
  return (
    assigned.has(condition.text) ||
    condition.namedChildren.some((child) => reads(child, assigned))
  );
}
