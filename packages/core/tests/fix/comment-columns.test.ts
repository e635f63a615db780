import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { alignComments } from "../../src/fix/comment-columns.ts";
import { applyEdits, type Edit } from "../../src/fix/edits.ts";
import { SyntaxTree } from "../../src/index.ts";

/** The text with `old` written anew everywhere, and its comments moved. */
function renamed(text: string, to: string): string {
  const edits: Edit[] = [...text.matchAll(/\bold\b/gu)].map(({ index }) => ({
    range: [index, index + 3],
    text: to,
  }));
  const written = SyntaxTree.parse(applyEdits(text, edits));
  return applyEdits(written.text, alignComments(SyntaxTree.parse(text), edits, written));
}

const body = (lines: string) =>
  `package p\n\nfunc f() {\n\t${lines.trim().replaceAll(/\n(?=.)/gu, "\n\t")}\n}\n`;

interface Case {
  readonly name: string;
  readonly before: string;
  readonly to: string;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    name: "lines without a gap have their comments in a column",
    before: `
old()        // first
x, y := 1, 2 // second
z := 3       // third
`,
    to: "quiteLong",
    after: `
quiteLong()  // first
x, y := 1, 2 // second
z := 3       // third
`,
  },
  {
    name: "a column moves with its longest line, and ends at a gap",
    before: `
old()   // first
z := 3  // second
_ = "é" // third

z = 4 // apart
`,
    to: "veryLong",
    after: `
veryLong() // first
z := 3     // second
_ = "é"    // third

z = 4 // apart
`,
  },
  {
    name: "a column gets narrower",
    before: `
old()  // first
z := 3 // second
`,
    to: "f",
    after: `
f()    // first
z := 3 // second
`,
  },
  {
    name: "a block's lines are apart from those around it, which are one column",
    before: `
old()    // first
if old { // second
	old() // third
	x()   /* fourth */
} // fifth
x() // sixth
`,
    to: "longer",
    after: `
longer()    // first
if longer { // second
	longer() // third
	x()      /* fourth */
} // fifth
x() // sixth
`,
  },
  {
    name: "a comment on a line of its own ends a column",
    before: `
old() // first
x()   // second
// alone
yy() // third
`,
    to: "longer",
    after: `
longer() // first
x()      // second
// alone
yy() // third
`,
  },
  {
    name: "a line that gets longer by a line leaves its column",
    before: `
x()   // first
old() // second
yy()  // third
`,
    to: "g(\n\t\t1,\n\t)",
    after: `
x() // first
g(
	1,
)() // second
yy() // third
`,
  },
];

describe("comments after code", () => {
  test.each(CASES)("$name", ({ before, to, after }) => {
    expect(renamed(body(before), to)).toBe(body(after));
  });

  test("comments between which a new one is written stay where they are", () => {
    const text = body("x() // first\nold\nyy() // third");
    expect(renamed(text, "g(1) // second")).toBe(
      body("x() // first\ng(1) // second\nyy() // third"),
    );
  });

  test("a text without comments behind code stays as it is", () => {
    expect(renamed(body("old()\n// alone"), "longer")).toBe(body("longer()\n// alone"));
  });

  test("a column that gofmt would have moved stays as it is", () => {
    expect(renamed(body("old()   // first\nx := 1 // second"), "longer")).toBe(
      body("longer()   // first\nx := 1 // second"),
    );
  });

  test("comments with a line of their own, or within one, are no column", () => {
    expect(renamed(body("// alone\nold() // after\nx(/* in */ 1)"), "longer")).toBe(
      body("// alone\nlonger() // after\nx(/* in */ 1)"),
    );
  });

  const hasGofmt = spawnSync("gofmt", ["-h"]).error === undefined;
  if (!hasGofmt) console.warn("gofmt is missing: columns are not compared with its own.");
  (hasGofmt ? test : test.skip).each(CASES)("as gofmt has it: $name", ({ before, after }) => {
    for (const input of [body(before), body(after)]) {
      expect(spawnSync("gofmt", { input, encoding: "utf8" }).stdout).toBe(input);
    }
  });
});
