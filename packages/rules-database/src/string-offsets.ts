import { childrenOf, unquote, type GoNode } from "@gopherwood/core";

/**
 * Returns the offsets in the file of a part of a literal's text; null for an expression that
 * is no literal, and for a literal with escape sequences.
 *
 * @param range The offsets of the part in the text.
 */
export function offsetsInFile(
  expression: GoNode,
  [start, end]: readonly [start: number, end: number],
): readonly [start: number, end: number] | null {
  const literal =
    expression.kind === "literal_element"
      ? (childrenOf(expression)[0] ?? expression)
      : expression;
  const isLiteral =
    literal.kind === "raw_string_literal" || literal.kind === "interpreted_string_literal";
  if (!isLiteral || unquote(literal.text) !== literal.text.slice(1, -1)) return null;
  const first = literal.range[0] + 1;
  return [first + start, first + end];
}
