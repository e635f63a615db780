import { GoSourceCode, SyntaxTree, type GoNode } from "../../src/index.ts";

/** A place in a marked text: an expression or a name, and what stands in its mark. */
export interface Mark {
  readonly node: GoNode;
  readonly says: string;
}

export interface MarkedSource {
  readonly sourceCode: GoSourceCode;
  readonly marks: readonly Mark[];
}

/**
 * Parses Go with marks: `‹expression|says›`. The marks are taken out of the text.
 */
export function parseMarked(marked: string): MarkedSource {
  const ranges: [start: number, end: number, says: string][] = [];
  let text = "";
  let rest = 0;
  for (const match of marked.matchAll(/‹([^|›]*)\|([^›]*)›/gu)) {
    const [mark, expression = "", says = ""] = match;
    text += marked.slice(rest, match.index);
    ranges.push([text.length, text.length + expression.length, says]);
    text += expression;
    rest = match.index + mark.length;
  }
  text += marked.slice(rest);
  const sourceCode = new GoSourceCode(SyntaxTree.parse(text));
  const marks = ranges.map(([start, end, says]) => ({
    node: nodeAt(sourceCode.tree, start, end),
    says,
  }));
  return { sourceCode, marks };
}

/** The innermost node of just this range. */
function nodeAt(tree: SyntaxTree, start: number, end: number): GoNode {
  let found: GoNode | undefined;
  for (const { node, phase } of tree.walk()) {
    if (phase === "enter" && node.range[0] === start && node.range[1] === end) found = node;
  }
  if (!found) throw new Error(`No node is just '${tree.text.slice(start, end)}'.`);
  return found;
}

/** The item at an index, from the end if it is negative. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}
