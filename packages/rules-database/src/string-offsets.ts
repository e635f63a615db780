import { childrenOf, rangeInLiteral, type GoNode } from "@gopherwood/core";

/**
 * Returns the offsets in the file of a part of a literal's text; null for an expression that
 * is no literal, and for a literal with escape sequences.
 *
 * @param range The offsets of the part in the text.
 */
export function offsetsInFile(
  expression: GoNode,
  range: readonly [start: number, end: number],
): readonly [start: number, end: number] | null {
  const literal =
    expression.kind === "literal_element"
      ? (childrenOf(expression)[0] ?? expression)
      : expression;
  return rangeInLiteral(literal, range);
}
