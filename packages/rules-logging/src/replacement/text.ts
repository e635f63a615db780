import type { DeclaredSymbol, GoNode } from "@gopherwood/core";

/** Returns true if nothing but space stands before a node on its first line. */
export function isAtLineStart({ range: [start] }: GoNode, text: string): boolean {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
}

/** Returns true for a call that is a statement, at the start of its line. */
export function isOwnStatement(call: GoNode, text: string): boolean {
  return call.parent?.kind === "expression_statement" && isAtLineStart(call, text);
}

/**
 * Returns true for the value of a local variable if another statement can follow on the next
 * line: the value's own statement has its lines to itself.
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
  const rest = /^[^\n]*/u.exec(text.slice(whole.range[1]))?.[0] ?? "";
  return isAtLineStart(whole, text) && rest.trim() === "";
}

/** Returns true if a word stands in a text, and not only as a part of longer ones. */
export function hasWord(text: string, word: string): boolean {
  return (
    text.includes(word) &&
    new RegExp(`(?<![\\p{L}\\p{Nd}_])${word}(?![\\p{L}\\p{Nd}_])`, "u").test(text)
  );
}

/** Returns the top-level declaration that a node stands in. */
export function topLevelDeclarationOf(node: GoNode): GoNode {
  let current = node;
  while (current.parent?.parent) current = current.parent;
  return current;
}
