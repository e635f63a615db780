import type { VisitTraversalStep } from "@eslint/core";
import type { NodeKind } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** Yields the steps that ESLint takes through a file: every node, or the nodes of some kinds. */
export function* traverse(
  tree: SyntaxTree,
  kinds: readonly NodeKind[] | "all",
): Generator<VisitTraversalStep> {
  if (kinds !== "all" && kinds.length === 0) return;
  for (const { node, phase } of kinds === "all" ? tree.walk() : tree.walk(kinds)) {
    yield { kind: 1, target: node, phase: phase === "enter" ? 1 : 2, args: [node] };
  }
}
