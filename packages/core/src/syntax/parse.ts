import type { Edit, Node, Parser, Query, Tree } from "web-tree-sitter";
import { parseRecords, type Records } from "./recursive-descent/parse-records.ts";
import { readGrammarTables, type GrammarTables } from "./grammar-tables.ts";
import { HAS_ERROR, NodeTable } from "./node-table.ts";
import { readNodes, type TreeRecords } from "./read-nodes.ts";
import { startTreeSitter, type TreeSitterGo } from "./tree-sitter.node.ts";

/** The grammar's parser of a thread. */
interface Engine extends TreeSitterGo {
  readonly parser: Parser;
  readonly grammar: GrammarTables;
}

let engine: Engine | undefined;

/**
 * The parser has 2 GB of memory, takes up to 300 bytes for a token, and can parse nothing more
 * once it has run out.
 */
const MOST_TOKENS = 5_000_000;

/** Returns the grammar's parser, which is started when a first text needs it: few do. */
function theEngine(): Engine {
  if (!engine) {
    const started = startTreeSitter();
    const { treeSitter, language, memory } = started;
    const parser = new treeSitter.Parser().setLanguage(language);
    engine = { ...started, parser, grammar: readGrammarTables(language, memory.HEAPU32) };
  }
  return engine;
}

/** Returns the nodes of a text. */
export function parseNodes(text: string): NodeTable {
  const records = quickRecords(text);
  return typeof records === "string" ? grammarNodes(text) : new NodeTable(records);
}

/** Returns the nodes of a text, or null if it has a syntax error; of prose in no time. */
export function parseValidNodes(text: string): NodeTable | null {
  const records = quickRecords(text);
  if (records === "wrong") return null;
  if (records !== "unsure") return new NodeTable(records);
  const table = grammarNodes(text);
  return table.has(0, HAS_ERROR) ? null : table;
}

function quickRecords(text: string): Records {
  return text.length <= MOST_TOKENS ? parseRecords(text) : "unsure";
}

function grammarNodes(text: string): NodeTable {
  return withParsedRoot(text, (root) => new NodeTable(readRecords(root).records));
}

/**
 * Returns what is read from the root of the parser's own tree. The tree is freed afterwards, because
 * its memory is not garbage-collected.
 */
export function withParsedRoot<T>(text: string, read: (root: Node) => T): T {
  const tree = parseTree(text, null);
  try {
    return read(tree.rootNode);
  } finally {
    tree.delete();
  }
}

/**
 * Returns the parser's own tree of a text, which the caller has to free.
 *
 * @param edited The tree of a text before edits that it was told of; what they leave alone is
 *   not parsed again.
 * @throws {Error} If the text has too many tokens.
 */
export function parseTree(text: string, edited: Tree | null): Tree {
  const { parser } = theEngine();
  if (hasTooManyTokens(text)) {
    throw new Error(
      "It has more than 5,000,000 tokens, which is more than the parser can hold.",
    );
  }
  // Whoever parsed before may have been ended in the middle.
  parser.reset();
  // Given the text, the parser writes a function that has it into a property, and V8 keeps that.
  const tree = parser.parse((offset) => text.slice(offset), edited);
  if (!tree) throw new Error("The parser gave no tree: it was cancelled.");
  return tree;
}

function hasTooManyTokens(text: string): boolean {
  if (text.length <= MOST_TOKENS) return false;
  const token = /\w+|[^\s\w]/gu;
  let count = 0;
  while (count <= MOST_TOKENS && token.test(text)) count += 1;
  return count > MOST_TOKENS;
}

/** Tells a tree of an edit of its text. */
export function editTree(tree: Tree, edit: ConstructorParameters<typeof Edit>[0]): void {
  tree.edit(new (theEngine().treeSitter.Edit)(edit));
}

/**
 * Returns the records of a parser's own tree.
 *
 * @param last The records of the tree that was edited, which is still there.
 */
export function readRecords({ id }: Node, last?: TreeRecords): TreeRecords {
  const { memory, grammar } = theEngine();
  return readNodes(id, memory.HEAPU32, grammar, last);
}

/** @throws {Error} If the query does not compile; the message names the place. */
export function compileQuery(source: string): Query {
  const { language, treeSitter } = theEngine();
  return new treeSitter.Query(language, source);
}
