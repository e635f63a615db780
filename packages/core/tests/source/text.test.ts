import { describe, expect, test } from "@jest/globals";
import { inFunction, lint } from "./lint.ts";

/** Returns the places of the reported calls of a text: `line:column-endLine:endColumn`. */
function places(text: string): string[] {
  return lint(text).messages.map(
    ({ line, column, endLine, endColumn }) => `${line}:${column}-${endLine}:${endColumn}`,
  );
}

describe("a call is reported at its place", () => {
  test.each([
    ["after a tab", inFunction("g()"), "4:2-4:5"],
    ["after an emoji: two UTF-16 units", inFunction('_ = "😀"; g()'), "4:12-4:15"],
    ["after a letter of three bytes: one unit", inFunction('_ = "世"; g()'), "4:11-4:14"],
    ["after a byte order mark", `\uFEFF${inFunction("g()")}`, "4:2-4:5"],
    ["on the byte order mark's line", "\uFEFFpackage p; var _ = g()", "1:20-1:23"],
    ["with CRLF", inFunction("g()").replaceAll("\n", "\r\n"), "4:2-4:5"],
    ["over lines with CRLF", inFunction("g(\n1,\n)").replaceAll("\n", "\r\n"), "4:2-6:3"],
    ["without a final newline", "package p\nvar _ = g()", "2:9-2:12"],
    ["beside U+FFFD", 'package p\nvar _ = g("\uFFFD")', "2:9-2:15"],
    ["after a form feed in a comment", "package p // \f\nvar _ = g()", "2:9-2:12"],
    ["in the only line", "package p; var _ = g()", "1:20-1:23"],
  ])("%s", (_where, text, place) => {
    expect(places(text)).toEqual([place]);
  });
});

describe("nothing to report, and no failure, in", () => {
  test.each([
    ["an empty file", ""],
    ["white space", " \n\t\n"],
    ["only comments", "// a\n\n/* b */"],
    ["only a byte order mark", "\uFEFF"],
  ])("%s", (_what, text) => {
    expect(lint(text).lines).toEqual([]);
  });
});

test("texts, lines, locations and offsets agree", () => {
  const text = `package p\r\n\r\nvar _ = "😀" + g() // c\nvar y = h()`;
  const { sourceCode } = lint(text);
  expect(sourceCode.text).toBe(text);
  expect(sourceCode.lines).toEqual(["package p", "", 'var _ = "😀" + g() // c', "var y = h()"]);
  const nodes = [...sourceCode.tree.walk()].map(({ node }) => node);
  for (const node of nodes) {
    const { loc, range } = node;
    expect(text.slice(...range)).toBe(node.text);
    expect(sourceCode.getText(node)).toBe(node.text);
    expect(sourceCode.getLocFromIndex(range[0])).toEqual(loc.start);
    expect(sourceCode.getLocFromIndex(range[1])).toEqual(loc.end);
    expect(sourceCode.getIndexFromLoc(loc.start)).toBe(range[0]);
    expect([sourceCode.getRange(node), sourceCode.getLoc(node)]).toEqual([range, loc]);
  }
  expect(sourceCode.getParent(sourceCode.ast)).toBeUndefined();
  const call = nodes.find(({ kind }) => kind === "call_expression");
  expect(call && sourceCode.getParent(call)?.kind).toBe("binary_expression");
  expect(call && sourceCode.getAncestors(call).map(({ kind }) => kind)).toEqual([
    "source_file",
    "var_declaration",
    "var_spec",
    "expression_list",
    "binary_expression",
  ]);
});

test.each([["\n\n  "], [" // c\n\t"], [") "], ["\r\n\r\n"]])(
  "a text counts from its beginning, and not from its first token: %j",
  (before) => {
    const text = `${before}package p\n`;
    const { sourceCode } = lint(text);
    const lines = text.split("\n");
    for (let index = 0; index <= text.length; index += 1) {
      const { line, column } = sourceCode.getLocFromIndex(index);
      const offset = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      expect(offset + column - 1).toBe(index);
      expect(sourceCode.getIndexFromLoc({ line, column })).toBe(index);
    }
    for (const loc of [
      { line: 0, column: 1 },
      { line: 1, column: 0 },
      { line: 1, column: 99 },
      { line: 9, column: 1 },
    ]) {
      expect(() => sourceCode.getIndexFromLoc(loc)).toThrow(RangeError);
    }
    expect(() => sourceCode.getLocFromIndex(text.length + 1)).toThrow(RangeError);
  },
);

test("comments are all there, in order, wherever they stand", () => {
  const text =
    "// a\npackage p /* b */\n\nfunc f(/* c */) {\n\t// d\n\treturn /* e\n*/\n}\n\n// f";
  expect(lint(text).sourceCode.comments.map((comment) => comment.text)).toEqual([
    "// a",
    "/* b */",
    "/* c */",
    "// d",
    "/* e\n*/",
    "// f",
  ]);
});

describe("a syntax error is one finding with its place, and the rest is linted:", () => {
  test.each([
    ["in the middle", inFunction("g()\nif {\nh()"), "5:2 cannot read 'if'", ["4:2", "6:2"]],
    ["at the end", `${inFunction("g()")}func`, "6:1 cannot read 'func'", ["4:2"]],
    ["a NUL byte", `package p\n\0\nvar _ = g()\n`, "2:1 a NUL byte in Go source", ["3:9"]],
    [
      "a NUL byte in a string",
      'package p\nvar _ = g("\0")\nvar _ = h()',
      "2:12 a NUL byte in Go source",
      ["2:9", "3:9"],
    ],
    ["U+FFFD in code", "package p\nvar \uFFFD x = g()", "2:5 cannot read '\uFFFD'", ["2:11"]],
    ["nothing of it is Go", "}}}} % go %", "1:1 cannot read '}}}} % go %'", []],
    ["an open string", inFunction('g()\n_ = "x'), '5:8 missing "', ["4:2"]],
    ["an open comment", "package p\nvar _ = g()\n/* x", "3:1 cannot read '/'", ["2:9"]],
    ["no name", "package\n", "1:8 missing package identifier", []],
    [
      "a space of no Go",
      "package p\nvar x =\u00A0g()",
      "2:8 cannot read the character U+00A0",
      ["2:9"],
    ],
    ["a line's end", "package p\nconst (\n\ta = 1\n;\tb\n)", "3:7 unexpected end of line", []],
    [
      "a space at the end",
      `package p\n$ ${"$".repeat(31)}\n`,
      `2:1 cannot read '$ ${"$".repeat(28)}...'`,
      [],
    ],
    [
      "30 characters",
      `package p\n${"$".repeat(30)}\n`,
      `2:1 cannot read '${"$".repeat(30)}'`,
      [],
    ],
    [
      "31 characters",
      `package p\n${"$".repeat(31)}\n`,
      `2:1 cannot read '${"$".repeat(30)}...'`,
      [],
    ],
    ["an error within errors", "pac[k💥age p\n\n", "1:6 cannot read '💥'", []],
  ])("%s", (_where, text, error, calls) => {
    const { messages } = lint(text);
    const place = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
    const errors = messages.filter(({ ruleId }) => ruleId === null);
    expect(errors.map((one) => `${place(one)} ${one.message}`)).toEqual([
      error.replace(" ", " Syntax error: ").concat("."),
    ]);
    expect(messages.filter(({ ruleId }) => ruleId !== null).map(place)).toEqual(calls);
  });
});

test("10,000 parentheses are no stack overflow", () => {
  const deep = `package p\nvar x = ${"(".repeat(10_000)}g()${")".repeat(10_000)}\n`;
  expect(places(deep)).toEqual(["2:10009-2:10012"]);
  expect(places(deep.replace(/\)\n$/u, "\n"))).toHaveLength(2);
});
