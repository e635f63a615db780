import { VisitNodeStep } from "@eslint/plugin-kit";
import type { GoNode, NodeKind } from "../syntax/node.ts";
import type { SyntaxTree, Visit } from "../syntax/tree.ts";

/** The steps ESLint takes through a file: every node, or the nodes of some kinds. */
export function* traverse(
  tree: SyntaxTree,
  kinds: readonly NodeKind[] | "all",
): Generator<VisitNodeStep> {
  if (kinds !== "all" && kinds.length === 0) return;
  const visits = kinds === "all" ? tree.walk() : visitsOfKinds(tree, kinds);
  for (const { node, phase } of visits) {
    yield new VisitNodeStep({ target: node, phase: phase === "enter" ? 1 : 2, args: [node] });
  }
}

/** The same order as a walk over all nodes, with only the nodes of these kinds. */
function visitsOfKinds(tree: SyntaxTree, kinds: readonly NodeKind[]): Generator<Visit> {
  // The parser mends errors with nodes of no width, whose place says nothing of their order.
  return tree.root.hasError ? walkKinds(tree, kinds) : visitKinds(tree, kinds);
}

function* walkKinds(tree: SyntaxTree, kinds: readonly NodeKind[]): Generator<Visit> {
  const wanted = new Set<string>(kinds);
  for (const visit of tree.walk()) if (wanted.has(visit.node.kind)) yield visit;
}

function* visitKinds(tree: SyntaxTree, kinds: readonly NodeKind[]): Generator<Visit> {
  const open: GoNode[] = [];
  for (const node of tree.nodesOfKind(kinds)) {
    for (let last = open.at(-1); last && !holds(last, node); last = open.at(-1)) {
      open.pop();
      yield { node: last, phase: "exit" };
    }
    yield { node, phase: "enter" };
    open.push(node);
  }
  for (let last = open.pop(); last; last = open.pop()) yield { node: last, phase: "exit" };
}

function holds(outer: GoNode, inner: GoNode): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}
