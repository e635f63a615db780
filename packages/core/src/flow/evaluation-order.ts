import type { GoNode } from "../syntax/node.ts";

/**
 * A node and what is evaluated with it, in about the order of evaluation: what a call is
 * given stands before the call. The body of a closure is no part of it unless the closure
 * is called on the spot, as by `defer func() { ... }()`.
 */
export function evaluationOrderOf(node: GoNode): GoNode[] {
  const nodes: GoNode[] = [];
  collect(node, nodes);
  return nodes;
}

function collect(node: GoNode, nodes: GoNode[]): void {
  if (node.kind !== "func_literal" || isCalled(node)) {
    for (const child of node.namedChildren) collect(child, nodes);
  }
  nodes.push(node);
}

function isCalled(closure: GoNode): boolean {
  const { parent } = closure;
  if (parent?.kind === "parenthesized_expression") return isCalled(parent);
  return parent?.kind === "call_expression" && parent.function === closure;
}
