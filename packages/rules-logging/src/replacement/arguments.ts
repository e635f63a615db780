import type { CallExpressionNode, GoNode } from "@gopherwood/core";

/** The arguments of a call, without comments. */
export function argumentsOf(call: CallExpressionNode): GoNode[] {
  return call.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
}

/** The arguments as they are written, from the first to the last. */
export function textOfAll(values: readonly GoNode[], text: string): string {
  const [first] = values;
  const last = values.at(-1);
  return first && last ? text.slice(first.range[0], last.range[1]) : "";
}
