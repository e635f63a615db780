import type { GoNode } from "../syntax/node.ts";

/**
 * Returns the expressions that the results of a call are assigned to, in order: identifiers,
 * fields, `_`. The list is empty if the results are not assigned: the call is a statement, an
 * argument, or returned.
 */
export function assignmentTargetsOf(call: GoNode): readonly GoNode[] {
  const values = call.parent;
  const statement = values?.parent;
  if (!values || !statement) return [];
  switch (statement.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      if (statement.right !== values) return [];
      return targetsIn(statement.left.namedChildren, values.namedChildren, call);
    case "var_spec":
      if (statement.value !== values) return [];
      return targetsIn(statement.name, values.namedChildren, call);
    default:
      return [];
  }
}

function targetsIn(
  left: readonly GoNode[],
  right: readonly GoNode[],
  call: GoNode,
): readonly GoNode[] {
  const targets = left.filter(({ kind }) => kind !== "comment");
  const values = right.filter(({ kind }) => kind !== "comment");
  if (values.length === 1) return targets;
  const target = targets[values.indexOf(call)];
  return target ? [target] : [];
}
