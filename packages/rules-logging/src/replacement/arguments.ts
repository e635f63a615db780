import type { CallExpressionNode, GoNode } from "@gopherwood/core";

/** The arguments of a call, without comments. */
export function argumentsOf(call: CallExpressionNode): GoNode[] {
  return call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
}
