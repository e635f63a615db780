import { expect, test } from "@jest/globals";
import { SyntaxTree } from "../../src/index.ts";
import { IncrementalParser } from "../../src/syntax/incremental-parser.ts";
import { editBetween } from "../../src/syntax/edit-between.ts";
import type { TreeRecords } from "../../src/syntax/read-nodes.ts";
import { editTree, parseNodes, parseTree, readRecords } from "../../src/syntax/parse.ts";
import { Random } from "../../../../tests/support/random.ts";
import { EVERYTHING } from "../source/go-files.ts";

const INSERTED = [
  "{",
  "}",
  "(",
  '"',
  "`",
  "/*",
  "//",
  "\n",
  "x",
  "é",
  "😀",
  ":=",
  "func f() {}\n",
];

test.each([
  ["nothing", "a", "a", null],
  ["what is added at the start", "b\nc", "a\nb\nc", [0, [0, 0], 0, [0, 0], 2, [1, 0]]],
  ["what is added at the end", "a\nb", "a\nbc\n", [3, [1, 1], 3, [1, 1], 5, [2, 0]]],
  ["what is taken out", "ab\ncd\nef", "ab\nf", [3, [1, 0], 7, [2, 1], 3, [1, 0]]],
  ["what is replaced", "ab\ncd", "ab\nxyd", [3, [1, 0], 4, [1, 1], 5, [1, 2]]],
  ["all", "a\n", "", [0, [0, 0], 2, [1, 0], 0, [0, 0]]],
  ["all of nothing", "", "\na", [0, [0, 0], 0, [0, 0], 2, [1, 1]]],
  ["a repeated letter", "aaa", "aa", [2, [0, 2], 3, [0, 3], 2, [0, 2]]],
  ["one more of a letter", "x\naa", "x\naaa", [4, [1, 2], 4, [1, 2], 5, [1, 3]]],
])("the edit of %s", (_, before, after, expected) => {
  const edit = editBetween(before, after);
  const point = ({ row, column }: { row: number; column: number }) => [row, column];
  expect(
    edit && [
      ...[edit.startIndex, point(edit.startPosition), edit.oldEndIndex],
      ...[point(edit.oldEndPosition), edit.newEndIndex, point(edit.newEndPosition)],
    ],
  ).toEqual(expected);
});

/** In bytes; the trees of 10,000 edits take forty times as much when they are not freed. */
const GROWTH = 16e6;

test("hardly any nodes of an edited text differ from those of the whole text", () => {
  const next = textsAround(EVERYTHING, new Random(16));
  const parser = new IncrementalParser();
  const sound = { same: 0, different: 0 };
  for (let edit = 0; edit < 2000; edit += 1) {
    const text = next();
    const { records } = parser.parse(text);
    const whole = SyntaxTree.parse(text);
    if (whole.errors.length > 0) continue;
    sound[isSame(records, parseNodes(text).records) ? "same" : "different"] += 1;
  }
  parser.dispose();
  expect(sound.same).toBeGreaterThan(300);
  expect(sound.different).toBeLessThan(5);
});

test("what is copied from the last tree is what the parser has", () => {
  const random = new Random(17);
  const next = textsAround(`${EVERYTHING}${EVERYTHING}`, random);
  let text = next();
  let tree = parseTree(text, null);
  let read: TreeRecords = readRecords(tree.rootNode);
  const known = { shared: 0, all: 0 };
  for (let edit = 0; edit < 500; edit += 1) {
    const after = next();
    const change = editBetween(text, after);
    if (change) editTree(tree, change);
    const edited = parseTree(after, tree);
    const copied = readRecords(edited.rootNode, read);
    const whole = readRecords(edited.rootNode);
    expect(isSame(copied.records, whole.records)).toBe(true);
    expect(copied.topLevel).toEqual(whole.topLevel);
    known.all += copied.topLevel.size;
    known.shared += [...copied.topLevel.keys()].filter((at) => read.topLevel.has(at)).length;
    tree.delete();
    [text, tree, read] = [after, edited, copied];
  }
  tree.delete();
  expect(known.shared).toBeGreaterThan(known.all / 2);
});

test("the parser's memory stays the same over 10,000 edits", () => {
  const parser = new IncrementalParser();
  const text = EVERYTHING.repeat(2);
  const sizes: number[] = [];
  for (let edit = 0; edit < 10_000; edit += 1) {
    parser.parse(edit % 2 === 0 ? text : `${text}\nfunc f() {}\n`);
    // WebAssembly's memory is in here; it grows and never shrinks.
    if (edit % 1000 === 999) sizes.push(process.memoryUsage().external);
  }
  parser.dispose();
  // Nodes that wait for the garbage collector are in here as well, at most of these times.
  expect(Math.min(...sizes.slice(5)) - (sizes[0] ?? 0)).toBeLessThan(GROWTH);
});

test("a text that is edited has the nodes of the whole text", () => {
  const parser = new IncrementalParser();
  const added = "\nvar added = f(1,\n\t2)\n";
  const middle = EVERYTHING.indexOf("\nfunc ");
  for (const text of [
    EVERYTHING,
    EVERYTHING.slice(0, middle) + added + EVERYTHING.slice(middle),
    EVERYTHING + added,
    EVERYTHING,
    EVERYTHING,
    "package p\n",
    `// é😀\n${EVERYTHING}`,
  ]) {
    expect(isSame(parser.parse(text).records, parseNodes(text).records)).toBe(true);
  }
  parser.dispose();
});

test("after dispose, a text is parsed as a whole", () => {
  const parser = new IncrementalParser();
  parser.parse("package p\n");
  parser.dispose();
  expect(parser.parse(EVERYTHING).records).toEqual(parseNodes(EVERYTHING).records);
  parser.dispose();
});

/** Returns a function that edits a text, or takes an edit back, and returns the next text. */
function textsAround(start: string, random: Random): () => string {
  const undo: string[] = [];
  let text = start;
  return () => {
    // Most edits are taken back at once: otherwise hardly any text is sound.
    const before = undo.length > random.below(4) ? undo.pop() : undefined;
    if (before === undefined) undo.push(text);
    text = before ?? edited(text, random);
    return text;
  };
}

function edited(text: string, random: Random): string {
  const start = random.below(text.length);
  const end = random.below(3) === 0 ? start + random.below(8) : start;
  return text.slice(0, start) + random.pick(INSERTED) + text.slice(end);
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
