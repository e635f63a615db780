import type { CommentNode } from "@gopherwood/core";

/** A line of a comment. */
export interface CommentLine {
  readonly node: CommentNode;
  /** The text without comment marks, bullets and the space around it. */
  readonly text: string;
  /** The place of the text, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
}

/** Comments for a tool: `//go:build`, `//nolint`, `//export name`. */
const DIRECTIVE = /^\/\/(?:[a-z]+:|nolint|export )/u;
const LIST_ITEM = /^\s*(?:\*\s*)?(?:[-+•]|\d+[.)])\s/u;

/**
 * Returns the lines of comments that have text. Lines of one paragraph or list item are
 * together, and so is the first item of a list with the line that leads to it; line comments go
 * on in the next line at the same column.
 */
export function commentParagraphs(comments: readonly CommentNode[]): CommentLine[][] {
  const paragraphs: CommentLine[][] = [];
  let open: CommentLine[] | null = null;
  let previous: CommentNode | null = null;
  for (const node of comments) {
    if (!previous || !continues(previous, node)) open = null;
    for (const { isItem, ...line } of linesOf(node)) {
      if (line.text === "") {
        open = null;
      } else if (open && !(isItem && !open.at(-1)?.text.endsWith(":"))) {
        open.push(line);
      } else {
        paragraphs.push((open = [line]));
      }
    }
    previous = DIRECTIVE.test(node.text) ? null : node;
  }
  return paragraphs;
}

function continues(previous: CommentNode, { text, loc: { start } }: CommentNode): boolean {
  const { start: before } = previous.loc;
  return (
    previous.text.startsWith("//") &&
    text.startsWith("//") &&
    start.line === before.line + 1 &&
    start.column === before.column
  );
}

function linesOf(node: CommentNode): (CommentLine & { readonly isItem: boolean })[] {
  const { text: comment, range } = node;
  if (DIRECTIVE.test(comment)) return [];
  const content = comment.replace(/^\/[/*]|\*\/$/gu, (mark) => " ".repeat(mark.length));
  let start = range[0];
  return content.split("\n").map((line) => {
    const text = line.replace(/^[\s*/-]+/u, "").trimEnd();
    const at = start + (text === "" ? 0 : line.indexOf(text));
    start += line.length + 1;
    return { node, text, range: [at, at + text.length], isItem: LIST_ITEM.test(line) };
  });
}
