import type { CommentNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** The nodes that begin with their first part and are not written as such. */
const CONTAINERS: ReadonlySet<string> = new Set(["source_file", "statement_list"]);

/**
 * Returns the largest node that begins after a comment, and after the comments that follow it: a
 * declaration, a statement, an element of a list. Null at the end of a block, list or file.
 */
export function followingNode(comment: CommentNode, tree: SyntaxTree): GoNode | null {
  let [, start] = comment.range;
  for (;;) {
    start += /^\s*/u.exec(tree.text.slice(start))?.[0].length ?? 0;
    const node = tree.nodeAt(start);
    if (node.range[0] !== start) return null;
    if (node.kind !== "comment") return largestFrom(node);
    [, start] = node.range;
  }
}

function largestFrom(innermost: GoNode): GoNode | null {
  let node = innermost;
  const [start] = node.range;
  for (
    let { parent } = node;
    parent?.range[0] === start && !CONTAINERS.has(parent.kind);
    { parent } = node
  ) {
    node = parent;
  }
  return CONTAINERS.has(node.kind) ? null : node;
}
