import type { GoNode } from "@gopherwood/core";

/** Operators around which gofmt writes no spaces in a call with several arguments. */
const TIGHT = /^(?:[-+|^*/%&]|<<|>>|&\^)$/u;

/** An operator with the space around it, which offsets of the file delimit. */
type Operator = readonly [start: number, end: number, operator: string];

/** Returns an expression as gofmt writes it among several arguments of a call. */
export function compactExpression(node: GoNode): string {
  const [start] = node.range;
  let { text } = node;
  // gofmt lays out the inside of parentheses by itself.
  if (node.kind === "parenthesized_expression") return text;
  // From the last to the first, so that the offsets before a cut stay valid.
  for (const [from, to, operator] of operatorsIn(node).toSorted((a, b) => b[0] - a[0])) {
    text = text.slice(0, from - start) + operator + text.slice(to - start);
  }
  return text;
}

function operatorsIn(node: GoNode): Operator[] {
  // gofmt lays these out by themselves.
  if (node.kind === "func_literal" || node.kind === "composite_literal") return [];
  const inside = node.namedChildren.flatMap((child) => operatorsIn(child));
  if (node.kind !== "binary_expression" || !TIGHT.test(node.operator.text)) return inside;
  const from = node.left.range[1];
  const to = node.right.range[0];
  const between = node.text.slice(from - node.range[0], to - node.range[0]);
  return between.trim() === node.operator.text && !between.includes("\n")
    ? [...inside, [from, to, node.operator.text]]
    : inside;
}
