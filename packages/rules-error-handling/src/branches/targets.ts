import type { GoNode } from "@gopherwood/core";

/** Returns true for an expression that a statement assigns to. */
export function isTarget({ parent }: GoNode): boolean {
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  return (
    (statement?.kind === "assignment_statement" ||
      statement?.kind === "short_var_declaration" ||
      statement?.kind === "receive_statement") &&
    statement.left === parent
  );
}
