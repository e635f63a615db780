import type { GoNode } from "../syntax/node.ts";

/**
 * Returns a node and all that is evaluated with it, in about the order of evaluation: the
 * arguments of a call stand before the call. The body of a closure is left out unless the
 * closure is called where it stands, as by `defer func() { ... }()`.
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
