import { describe, expect, test } from "@jest/globals";
import { SyntaxTree } from "../../src/index.ts";
import { fixed, inFunction, lint } from "./lint.ts";

const ONE = /^\d+:\d+ x\/calls Found call_expression g\(\)\.$/u;

describe("a directive turns the rule off:", () => {
  test.each([
    ["g() //gopherwood:disable-line x/calls"],
    ["g() //gopherwood:disable-line x/calls -- a reason, with commas"],
    ["g() //gopherwood:disable-line"],
    ["g() // eslint-disable-line x/calls -- a reason"],
    ["g() //eslint-disable-line x/calls"],
    ["g() /* eslint-disable-line x/calls */"],
    ["g() /*gopherwood:disable-line x/calls*/"],
    ["/* eslint-disable-line x/calls */ g()"],
    ["//gopherwood:disable-next-line x/calls\ng()"],
    ["// eslint-disable-next-line x/calls\ng()"],
    ["/* eslint-disable-next-line\n   x/calls -- over\n   three lines */\ng()"],
    ["x := 1 //gopherwood:disable-next-line x/calls\ng()"],
    ["//gopherwood:disable x/calls\ng()\n//gopherwood:enable x/calls"],
    ["//gopherwood:disable -- all of them\ng()"],
    ["/* eslint-disable x/calls */\ng()\n/* eslint-enable x/calls */"],
    ["/* eslint x/calls: off */\ng()"],
    ['/* eslint "x/calls": ["off"] -- a reason */\ng()'],
  ])("%s", (body) => {
    for (const text of [inFunction(body), inFunction(body).replaceAll("\n", "\r\n")]) {
      expect(lint(text).lines).toEqual([]);
    }
  });
});

test("several rules in one directive, and both on one line", () => {
  const body = "func() { g() }() //gopherwood:disable-line x/calls, x/literals -- both";
  const literals = { literals: { create: () => ({}) } };
  const { lines, suppressed } = lint(inFunction(body), {}, literals);
  expect(suppressed).toBe(2);
  expect(lines).toEqual([
    expect.stringContaining("no problems were reported from 'x/literals'"),
  ]);
});

test("'enable' ends 'disable', of one rule or of all", () => {
  for (const rules of ["", " x/calls"]) {
    const body = `//gopherwood:disable${rules}\ng()\n//gopherwood:enable${rules}\ng()`;
    const { lines, suppressed } = lint(inFunction(body));
    expect(lines).toEqual(["7:2 x/calls Found call_expression g()."]);
    expect(suppressed).toBe(1);
  }
});

describe("a directive that is malformed is reported and turns nothing off:", () => {
  test.each([
    [
      "//gopherwood:disable-nextline x/calls\ng()",
      "4:2 - Unknown directive 'gopherwood:disable-nextline'",
    ],
    ["//gopherwood:\ng()", "4:2 - Unknown directive 'gopherwood:': use 'disable', 'enable'"],
    [
      "g() //gopherwood:disable-line x/calls x/functions",
      "4:6 - Cannot read the rules of 'gopherwood:disable-line'",
    ],
    ["g() //gopherwood:disable-line x/calls,", "4:6 - Cannot read the rules of"],
    ["g() // gopherwood:disable-line x/calls", "4:6 - A Go directive has no space after '//'"],
    [
      "g() /*gopherwood:disable-line\nx/calls*/",
      "4:6 - A 'disable-line' directive must stand on one line.",
    ],
    [
      "g() /* eslint-disable-line\nx/calls */",
      "4:6 - A 'disable-line' directive must stand on one line.",
    ],
    [
      "g() //gopherwood:disable-line x/nope",
      "4:6 x/nope Definition for rule 'x/nope' was not found.",
    ],
    ["/* eslint x/calls: [ */\ng()", "4:2 - Failed to parse JSON from"],
    [
      '/* eslint x/calls: "loud" */\ng()',
      '4:2 x/calls Inline configuration for rule "x/calls" is invalid',
    ],
    [
      "/* eslint x/nope: error */\ng()",
      "4:2 x/nope Definition for rule 'x/nope' was not found.",
    ],
  ])("%s", (body, problem) => {
    const { lines, suppressed } = lint(inFunction(body));
    expect(suppressed).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual(expect.stringContaining(problem));
    expect(lines).toContainEqual(expect.stringMatching(ONE));
  });
});

describe("what only looks like a directive does nothing:", () => {
  test.each([
    ["_ = `\n//gopherwood:disable x/calls\n`; g()"],
    ['_ = "//gopherwood:disable-line x/calls"; g()'],
    ["g() // see gopherwood:disable-line x/calls"],
    ["g() // eslint is another linter, [as] they say"],
    ["g() //eslint x/calls: off"],
    ["g() // about eslint-disable-line x/calls"],
    ["g() //nolint:all"],
    ["g() //go:build gopherwood"],
  ])("%s", (body) => {
    expect(lint(inFunction(body)).lines).toEqual([expect.stringMatching(ONE)]);
  });
});

test("an inline config turns a rule on, with its severity", () => {
  const { messages } = lint(
    `/* eslint x/functions: "warn", x/calls: 0 */\n${inFunction("g()")}`,
  );
  expect(messages).toMatchObject([{ ruleId: "x/functions", severity: 1, line: 4 }]);
});

describe("an unused directive is reported, and its removal leaves valid Go:", () => {
  test.each([
    ["x := 1 //gopherwood:disable-line x/calls", "x := 1  "],
    ["//gopherwood:disable-next-line x/calls\nx := 1", " \nx := 1"],
    ["x := 1 /*gopherwood:disable-line x/calls*/ + 2", "x := 1   + 2"],
    ["return/* eslint-disable-line x/calls */x", "return x"],
    [
      "g() //gopherwood:disable-line x/functions, x/calls -- why",
      "g() //gopherwood:disable-line x/calls -- why",
    ],
    [
      "g() //gopherwood:disable-line x/calls, x/functions",
      "g() //gopherwood:disable-line x/calls",
    ],
    ["//gopherwood:enable x/calls\nx := 1", " \nx := 1"],
    ["/* eslint-disable x/calls */\nx := 1", " \nx := 1"],
  ])("%s", (body, expected) => {
    const text = inFunction(body);
    expect(lint(text).lines).toEqual([expect.stringMatching(/Unused eslint-(?:dis|en)able/u)]);
    const output = fixed(text);
    expect(output).toBe(inFunction(expected));
    const tree = SyntaxTree.parse(output);
    expect(tree.root.hasError).toBe(false);
    expect(lint(output).lines.filter((line) => line.includes("Unused"))).toEqual([]);
  });
});

test("a file without a directive's words does not have its comments read", () => {
  const { sourceCode } = lint("// A comment.\npackage p\n");
  expect(sourceCode.getDisableDirectives()).toEqual({ directives: [], problems: [] });
  expect(sourceCode.getInlineConfigNodes()).toEqual([]);
  expect(sourceCode.comments.map(({ text }) => text)).toEqual(["// A comment."]);
});
