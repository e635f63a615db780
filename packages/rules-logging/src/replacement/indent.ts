import type { DeclaredSymbol, GoNode } from "@gopherwood/core";

/** The indentation of the line on which a node starts. */
export function indentAt(node: GoNode, text: string): string {
  const start = text.lastIndexOf("\n", node.range[0] - 1) + 1;
  return /^[\t ]*/u.exec(text.slice(start))?.[0] ?? "";
}

/** True for a call that is a statement of its own, alone at the start of its line. */
export function isOwnStatement(node: GoNode, text: string): boolean {
  if (node.parent?.kind !== "expression_statement") return false;
  const start = text.lastIndexOf("\n", node.range[0] - 1) + 1;
  return text.slice(start, node.range[0]).trim() === "";
}

/**
 * True for the value of a local variable, if its statement ends a line of its own: another
 * statement can come after it.
 */
export function canBeFollowed(
  value: GoNode,
  { packageLevel }: DeclaredSymbol,
  text: string,
): boolean {
  const statement = value.parent?.parent;
  if (packageLevel || !statement || value.parent?.namedChildren.length !== 1) return false;
  const whole = statement.kind === "var_spec" ? statement.parent : statement;
  const isStatement =
    whole?.kind === "short_var_declaration" ||
    whole?.kind === "assignment_statement" ||
    whole?.kind === "var_declaration";
  if (!isStatement) return false;
  const start = text.lastIndexOf("\n", whole.range[0] - 1) + 1;
  const rest = /^[^\n]*/u.exec(text.slice(whole.range[1]))?.[0] ?? "";
  return text.slice(start, whole.range[0]).trim() === "" && rest.trim() === "";
}
