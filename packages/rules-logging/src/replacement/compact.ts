import type { GoNode } from "@gopherwood/core";

/** Operators that gofmt writes without spaces in a call of several arguments. */
const TIGHT = /^(?:[-+|^*/%&]|<<|>>|&\^)$/u;

/** An expression's text as gofmt writes it among the arguments of a call of several. */
export function compactText(node: GoNode): string {
  const [start] = node.range;
  let { text } = node;
  // Within parentheses gofmt counts anew.
  if (node.kind === "parenthesized_expression") return text;
  // From the last to the first: offsets before a cut stay.
  for (const [from, to, operator] of operatorsIn(node).toSorted((a, b) => b[0] - a[0])) {
    text = text.slice(0, from - start) + operator + text.slice(to - start);
  }
  return text;
}

type Operator = readonly [from: number, to: number, operator: string];

function operatorsIn(node: GoNode): Operator[] {
  // In these gofmt counts anew.
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
