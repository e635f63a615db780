import { expect, test } from "@jest/globals";
import { codeFrame } from "../src/code-frame.ts";
import { splitName } from "../src/subject.ts";
import { parseTxtar } from "../src/txtar.ts";

const CODE = 'package p\n\nfunc f() {\n\tg("世😀", x)\n\th(\n\t\t1,\n\t)\n}\n';

test("carets stand under the code, also after tabs and wide characters", () => {
  const mark = { line: 4, column: 11, endLine: 4, endColumn: 12, label: "here" };
  expect(codeFrame(CODE, [mark]).split("\n")).toEqual([
    "  3 | func f() {",
    '  4 | \tg("世😀", x)',
    "    | \t          ^ here",
    "  5 | \th(",
  ]);
});

test("a mark over several lines is drawn to the end of its first", () => {
  const frame = codeFrame(CODE, [{ line: 5, column: 2, endLine: 7, endColumn: 3, label: "x" }]);
  expect(frame).toContain("\n    | \t^^ (to 7:3) x\n");
});

test("marks apart have a gap between them; one after the last line is shown", () => {
  const marks = [
    { line: 1, column: 1, endLine: 1, endColumn: 8, label: "a" },
    { line: 9, column: 1, label: "b" },
  ];
  expect(codeFrame(CODE, marks).split("\n")).toEqual([
    "  1 | package p",
    "    | ^^^^^^^ a",
    "  2 |",
    "  ...",
    "  8 | }",
    "  9 |",
    "    | ^ b",
  ]);
});

test("code without marks is cut", () => {
  const frame = codeFrame("x\n".repeat(100), []).split("\n");
  expect(frame).toHaveLength(31);
  expect(frame.at(-1)).toBe("  ...");
});

test("code of thirty lines without marks is not cut", () => {
  const frame = codeFrame("x\n".repeat(30), []).split("\n");
  expect(frame).toHaveLength(30);
  expect(frame.at(-1)).toBe("  30 | x");
});

test("two marks of one line stand below each other, with the lines around once", () => {
  const marks = [
    { line: 1, column: 1, endColumn: 8, label: "a" },
    { line: 1, column: 9, label: "b" },
    { line: 3, column: 1, endColumn: 1, label: "c" },
  ];
  expect(codeFrame(CODE, marks).split("\n")).toEqual([
    "  1 | package p",
    "    | ^^^^^^^ a",
    "    |         ^ b",
    "  2 |",
    "  3 | func f() {",
    "    | ^ c",
    '  4 | \tg("世😀", x)',
  ]);
});

test.each([
  ["logging/no-x", "logging", "no-x"],
  ["@team/pack/no-x", "@team/pack", "no-x"],
  ["pack/group/no-x", "pack", "group/no-x"],
  ["no-x", "rule-to-test", "no-x"],
])("the pack and the rule of %s", (name, plugin, rule) => {
  expect(splitName(name)).toEqual({ plugin, rule });
});

test("a txtar text's files", () => {
  expect(parseTxtar("about\n-- a/b.go --\npackage b\n\n-- go.mod --\nmodule m")).toEqual({
    "a/b.go": "package b\n\n",
    "go.mod": "module m",
  });
  expect(() => parseTxtar("-- a --\n-- a --\n")).toThrow("The file 'a' is in the text twice.");
});
