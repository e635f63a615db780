import type { GoNode } from "@gopherwood/core";

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
