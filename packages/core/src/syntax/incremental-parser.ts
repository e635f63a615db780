import type { Tree } from "web-tree-sitter";
import { editBetween } from "./edit-between.ts";
import { NodeTable } from "./node-table.ts";
import type { TreeRecords } from "./read-nodes.ts";
import { editTree, parseTree, readRecords } from "./parse.ts";

interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
  readonly read: TreeRecords;
}

/**
 * Parses a text that changes again and again, such as that of an open document. It keeps the
 * parser's own tree of the last text, and what an edit leaves alone is not parsed and read again. The
 * tree stands outside of JavaScript's memory until `dispose` frees it.
 *
 * The nodes may differ from those of a parse of the whole text: the parser may recover from a
 * syntax error, or settle an ambiguity of the grammar, in another way.
 */
export class IncrementalParser {
  #last: ParsedText | undefined;

  /** Returns the nodes of the next text. */
  parse(text: string): NodeTable {
    const last = this.#last;
    // A parse that is ended in the middle leaves no tree.
    this.#last = undefined;
    const edit = last && editBetween(last.text, text);
    if (edit) editTree(last.tree, edit);
    const tree = parseTree(text, last?.tree ?? null);
    const read = readRecords(tree.rootNode, last?.read);
    this.#last = { text, tree, read };
    last?.tree.delete();
    return new NodeTable(read.records);
  }

  /** Frees the tree; the next text is parsed as a whole. */
  dispose(): void {
    this.#last?.tree.delete();
    this.#last = undefined;
  }
}
