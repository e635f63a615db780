import type { Edit, Point, Tree } from "web-tree-sitter";
import type { NodeTable } from "./node-table.ts";
import { editTree, parseTree, readTable } from "./start.ts";

/**
 * Parses a text that changes again and again, such as that of an open document. It keeps the
 * parser's own tree of the last text, and what an edit leaves alone is not parsed again. The
 * tree stands outside of JavaScript's memory until `dispose` frees it.
 *
 * The nodes may differ from those of a parse of the whole text: the parser may recover from a
 * syntax error, or settle an ambiguity of the grammar, in another way.
 */
export class IncrementalParser {
  #last: { readonly text: string; readonly tree: Tree } | undefined;

  /** Returns the nodes of the next text. */
  parse(text: string): NodeTable {
    const last = this.#last;
    // A parse that is ended in the middle leaves no tree.
    this.#last = undefined;
    const edit = last && editBetween(last.text, text);
    if (edit) editTree(last.tree, edit);
    const tree = parseTree(text, last?.tree ?? null);
    this.#last = { text, tree };
    last?.tree.delete();
    return readTable(tree.rootNode);
  }

  /** Frees the tree; the next text is parsed as a whole. */
  dispose(): void {
    this.#last?.tree.delete();
    this.#last = undefined;
  }
}

type EditOfText = ConstructorParameters<typeof Edit>[0];

/** Returns the edit that makes one text of another, or null if they are the same. */
function editBetween(before: string, after: string): EditOfText | null {
  if (before === after) return null;
  const longest = Math.min(before.length, after.length);
  let start = 0;
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < longest - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  const [oldEnd, newEnd] = [before.length - same, after.length - same];
  const startPosition = pointAfter({ row: 0, column: 0 }, before, 0, start);
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAfter(startPosition, before, start, oldEnd),
    newEndPosition: pointAfter(startPosition, after, start, newEnd),
  };
}

/** Returns the place of an offset, from the place of another one before it. */
function pointAfter({ row, column }: Point, text: string, from: number, to: number): Point {
  let lineStart = from - column;
  for (
    let at = text.indexOf("\n", from);
    at !== -1 && at < to;
    at = text.indexOf("\n", at + 1)
  ) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: to - lineStart };
}
