import { expect, test } from "@jest/globals";
import { SyntaxTree } from "../../src/index.ts";
import { IncrementalParser } from "../../src/syntax/incremental-parser.ts";
import { parseNodes } from "../../src/syntax/start.ts";
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

/** In bytes; the trees of 10,000 edits take forty times as much when they are not freed. */
const GROWTH = 16e6;

test("hardly any nodes of an edited text differ from those of the whole text", () => {
  const random = new Random(16);
  const parser = new IncrementalParser();
  const undo: string[] = [];
  let text = EVERYTHING;
  const sound = { same: 0, different: 0 };
  for (let edit = 0; edit < 2000; edit += 1) {
    // Most edits are taken back at once: otherwise hardly any text is sound.
    const before = undo.length > random.below(4) ? undo.pop() : undefined;
    if (before === undefined) undo.push(text);
    text = before ?? edited(text, random);
    const { records } = parser.parse(text);
    const whole = SyntaxTree.parse(text);
    if (whole.errors.length > 0) continue;
    const expected = parseNodes(text).records;
    const isSame =
      records.length === expected.length && expected.every((word, at) => word === records[at]);
    sound[isSame ? "same" : "different"] += 1;
  }
  parser.dispose();
  expect(sound.same).toBeGreaterThan(300);
  expect(sound.different).toBeLessThan(5);
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

test("after dispose, a text is parsed as a whole", () => {
  const parser = new IncrementalParser();
  parser.parse("package p\n");
  parser.dispose();
  expect(parser.parse(EVERYTHING).records).toEqual(parseNodes(EVERYTHING).records);
  parser.dispose();
});

function edited(text: string, random: Random): string {
  const start = random.below(text.length);
  const end = random.below(3) === 0 ? start + random.below(8) : start;
  return text.slice(0, start) + random.pick(INSERTED) + text.slice(end);
}
