import { SyntaxTree } from "../syntax/tree.ts";

/** A comment, or a token of Go; of operators each character. */
const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}[\p{L}\p{Nd}_.]*|\S/gu;

const LENGTH = 16;

/**
 * Returns a fingerprint of a part of a file: 16 hexadecimal digits that stand for its tokens.
 * Comments beside code and formatting do not count, nor do the blocks in it: a finding about a
 * function is the same after an edit inside. All whole files have one fingerprint.
 *
 * @param start In UTF-16 units; of an empty range, or one inside a name, the node around it
 *   counts.
 */
export function fingerprintOf(tree: SyntaxTree, start: number, end: number): string {
  const range = wholeNodes(tree, start, end);
  const [first, last] = tree.root.range;
  const isWhole = range[0] <= first && range[1] >= last;
  const tokens = isWhole ? [] : tokensOf(withoutBlocks(tree, ...range));
  return hashOf(tokens);
}

function wholeNodes(tree: SyntaxTree, start: number, end: number): readonly [number, number] {
  if (end > start) return [start, end];
  const { range } = tree.nodeAt(start);
  return range;
}

const BLOCKS = ["block", "expression_case", "type_case", "communication_case", "default_case"];

/** Returns a part of the text without the blocks that begin after its start. */
function withoutBlocks(tree: SyntaxTree, start: number, end: number): string {
  const { text } = tree;
  if (!text.slice(start, end).includes("{")) return text.slice(start, end);
  const { table } = tree;
  let node: number | null = table.at(start);
  while (node !== null && table.endOf(node) < end) node = table.parentOf(node);
  const root = node ?? 0;
  let rest = "";
  let at = start;
  for (const block of table.ofKinds(BLOCKS, root, table.subtreeEnd(root))) {
    const from = table.startOf(block);
    if (from <= start || from < at || from >= end) continue;
    rest += `${text.slice(at, from)} `;
    at = Math.min(table.endOf(block), end);
  }
  return rest + text.slice(at, end);
}

/** Returns the tokens of Go that formatting neither adds nor removes; of comments alone, the words. */
export function tokensOf(text: string): string[] {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !/^\/[/*]|^;$/u.test(token));
  if (tokens.length === 0) return text.split(/(?:\s|\/\/|\/\*|\*\/)+/u).filter(Boolean);
  return tokens.filter((token, at) => token !== "," || !/^[)\]}]$/u.test(tokens[at + 1] ?? ""));
}

function hashOf(tokens: readonly string[]): string {
  // Not every run needs it, and it takes long to load.
  const { hash } = process.getBuiltinModule("node:crypto");
  return hash("sha256", tokens.join(" "), "hex").slice(0, LENGTH);
}
