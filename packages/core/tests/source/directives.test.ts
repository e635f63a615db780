import { describe, expect, test } from "@jest/globals";
import { definePack, SyntaxTree } from "../../src/index.ts";
import { finding, fixed, inFunction, lint } from "./lint.ts";

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
    ["g() //gopherwood:disable-line x/*"],
    ["g() //gopherwood:disable-line x/func*, */calls -- two globs"],
    ["//gopherwood:disable-next-line *\ng()"],
    ["// eslint-disable-next-line x/*\ng()"],
    ["//gopherwood:disable x/*\ng()\n//gopherwood:enable x/*"],
    ["//gopherwood:disable x/*\ng()\n//gopherwood:enable"],
    ["//gopherwood:disable x/* -- to the end\ng()"],
    ["//gopherwood:disable x/*\ng()\n//gopherwood:enable x/*\n//gopherwood:disable x/*\ng()"],
    ["//gopherwood:disable-next x/calls\ng()"],
    ["//gopherwood:disable-next\nx :=\n\tg()"],
    ["//gopherwood:disable-next x/calls -- the whole of it\nif x {\n\tg()\n}"],
    ["x := 1\n//gopherwood:disable-next x/*\n// A comment.\n\n{\n\tg()\n}"],
    ["_ = []int{\n\t1,\n\t//gopherwood:disable-next x/calls\n\tg(\n\t),\n}"],
    ["/*gopherwood:disable-next x/calls*/ g()"],
    ["switch {\n//gopherwood:disable-next x/calls\ncase x:\n\tg()\n}"],
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

describe("'disable-next' ends where the node after it ends:", () => {
  test.each([
    ["//gopherwood:disable-next x/calls\nx :=\n\tg()\ng()", 7],
    ["if x {\n\t//gopherwood:disable-next\n\tg()\n\tg()\n}", 7],
    ["//gopherwood:disable-next x/*\n{\n\tg()\n}\ng()", 8],
    ["_ = []any{\n\t//gopherwood:disable-next\n\tg(),\n\tg(),\n}", 7],
    ["//gopherwood:disable-next\nif x {\n\tg()\n} else {\n\tg()\n}\ng()", 10],
  ])("%s", (body, line) => {
    const { lines } = lint(inFunction(body));
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(`^${line}:\\d+ x/calls Found call_expression g\\(\\)`, "u"),
      ),
    ]);
  });
});

test("'disable-next' before a function is about all of it", () => {
  const text =
    "package p\n\n// F calls.\n//\n//gopherwood:disable-next x/calls -- old\nfunc F() {\n\tg()\n\tg()\n}\n\nfunc h() { g() }\n";
  const { lines, suppressed } = lint(text);
  expect(lines).toEqual(["11:12 x/calls Found call_expression g()."]);
  expect(suppressed).toBe(2);
});

test("a directive inside of another is not needed, and does not end the other", () => {
  const body =
    "//gopherwood:disable-next x/calls\n{\n\t//gopherwood:disable-next x/*\n\tg()\n\tg()\n}";
  const { lines, suppressed } = lint(inFunction(body));
  expect(lines).toEqual([]);
  expect(suppressed).toBe(2);
  const within = "//gopherwood:disable x/*\ng()\nx := 1 //gopherwood:disable-line x/calls\ng()";
  expect(lint(inFunction(within)).lines).toEqual([
    expect.stringContaining("6:9 - Unused eslint-disable directive"),
  ]);
  const twice = "//gopherwood:disable-next\n{\n\tg() //gopherwood:disable-line x/calls\n}";
  expect(lint(inFunction(twice)).lines).toEqual([
    expect.stringContaining("6:7 - Unused eslint-disable directive"),
  ]);
});

test("an 'enable' of one rule, of a glob or of all ends what a glob began", () => {
  for (const [began, ended] of [
    ["x/*", ""],
    ["x/*", " x/calls"],
    ["x/*", " x/*"],
    ["x/*", " y/z, x/calls"],
    ["x/calls, y/z*", " x/*"],
  ]) {
    const body = `//gopherwood:disable ${began}\ng()\n//gopherwood:enable${ended}\ng()`;
    const { lines, suppressed } = lint(inFunction(body));
    expect(lines).toEqual(["7:2 x/calls Found call_expression g()."]);
    expect(suppressed).toBe(1);
  }
  const other =
    "//gopherwood:disable x/*\ng()\n//gopherwood:disable x/functions\n//gopherwood:enable x/functions\ng()";
  expect(lint(inFunction(other)).lines).toEqual([
    expect.stringContaining("6:2 - Unused eslint-disable directive"),
  ]);
});

test("a glob leaves the rules that it does not match", () => {
  const { lines } = lint(inFunction("g() //gopherwood:disable-line y/*"));
  expect(lines).toEqual([
    expect.stringMatching(ONE),
    "4:6 - Unused eslint-disable directive (no problems were reported).",
  ]);
});

test("an 'enable' ends no 'disable' of other rules", () => {
  const body = (rules: string) =>
    `//gopherwood:disable x/c*\n//gopherwood:enable ${rules}\ng()`;
  expect(lint(inFunction(body("x/functions"))).lines).toEqual([
    expect.stringMatching(/^5:2 - Unused eslint-enable directive/u),
  ]);
  expect(lint(inFunction(body("x/f*"))).lines).toEqual([
    "5:2 - No 'disable' with a '*' stands before that this could end.",
  ]);
  expect(lint(inFunction(body("x/calls"))).lines).toEqual([
    expect.stringMatching(/^4:2 - Unused eslint-disable directive/u),
    "6:2 x/calls Found call_expression g().",
  ]);
});

test.each([
  ["disable", ["4:2", "5:2"]],
  ["disable-next-line", ["4:2", "5:2"]],
  ["disable-line", ["4:2", "6:2"]],
  ["disable-next", ["4:2", "5:2", "5:7", "6:2"]],
])("a '%s' of a glob turns off what comes after it", (type, places) => {
  const { lines } = lint(inFunction(`g()\ng(); /*gopherwood:${type} x/**/ x := 1\ng()`));
  expect(lines.map((line) => line.split(" ", 1)[0])).toEqual(places);
});

test("directives can be required to have a reason", () => {
  const lines = (body: string) =>
    lint(inFunction(body), { languageOptions: { requireReasons: true } }).lines;
  expect(lines("g() //gopherwood:disable-line x/calls -- why")).toEqual([]);
  expect(lines("g() // eslint-disable-line x/calls")).toEqual([
    "4:6 - Give a reason for 'disable-line', after ' -- '.",
  ]);
  expect(lines("//gopherwood:disable-next x/calls\ng()")).toEqual([
    "4:2 - Give a reason for 'disable-next', after ' -- '.",
  ]);
  expect(lines("//gopherwood:disable -- why\ng()\n//gopherwood:enable")).toEqual([]);
});

describe("without inline configs no directive is heeded:", () => {
  test.each([["x/calls"], ["x/*"]])("%s", (rules) => {
    const { lines, suppressed } = lint(
      inFunction(`//gopherwood:disable-next ${rules}\n{\n\tg()\n}`),
      { linterOptions: { noInlineConfig: true } },
    );
    expect(lines).toEqual(["6:3 x/calls Found call_expression g()."]);
    expect(suppressed).toBe(0);
  });
});

test("a misspelt rule of a pack is told from one that nobody knows", () => {
  definePack({
    name: "pets",
    namespace: "pets",
    version: "1.0.0",
    rules: {
      "no-dogs": finding("pets/no-dogs", "call_expression"),
      "no-cats": finding("pets/no-cats", "call_expression"),
    },
    recommended: {},
  });
  const lines = (rules: string) =>
    lint(inFunction(`g() //gopherwood:disable-line ${rules}`)).lines;
  expect(lines("pets/no-cat")).toContainEqual(
    "4:6 - There is no rule 'pets/no-cat': did you mean 'pets/no-cats'?",
  );
  expect(lines("pets/require-leash")).toContainEqual(
    "4:6 - There is no rule 'pets/require-leash'.",
  );
  expect(lines("pets/require-*")).toContainEqual("4:6 - No rule matches 'pets/require-*'.");
  for (const known of ["pets/no-cats", "pets/no-c*", "*/no-cats", "cats/no-cats"]) {
    expect(lines(known).join("\n")).not.toMatch(/There is no rule|No rule matches/u);
  }
});

describe("a directive that is malformed is reported and turns nothing off:", () => {
  test.each([
    [
      "//gopherwood:disable-nextline x/calls\ng()",
      "4:2 - There is no directive 'gopherwood:disable-nextline': did you mean 'disable-next-line'?",
    ],
    [
      "//gopherwood:\ng()",
      "4:2 - There is no directive 'gopherwood:'. There are 'disable', 'enable', 'disable-line', 'disable-next-line', 'disable-next'.",
    ],
    ["//gopherwood:off x/calls\ng()", "4:2 - There is no directive 'gopherwood:off'. There"],
    [
      "g() //gopherwood:disable-line x/calls x/functions",
      "4:6 - Cannot read the rules of 'gopherwood:disable-line': separate them by commas, and put a reason after ' -- '.",
    ],
    ["g() //gopherwood:disable-line x/calls,", "4:6 - Cannot read the rules of"],
    [
      "g() // gopherwood:disable-line x/calls",
      "4:6 - Write '//gopherwood:disable-line', with a colon and",
    ],
    [
      "g() //gopherwood: disable-line x/calls",
      "4:6 - Write '//gopherwood:disable-line', with a colon and",
    ],
    [
      "g() //gopherwood-disable-line x/calls",
      "4:6 - Write '//gopherwood:disable-line', with a colon and",
    ],
    [
      "// gopherwood-disable-next-line x/*\ng()",
      "4:2 - Write '//gopherwood:disable-next-line', with a colon and",
    ],
    [
      "/* gopherwood:disable */ g()",
      "4:2 - Write '/*gopherwood:disable', with a colon and without spaces, as in '//go:build'.",
    ],
    [
      "g()\n//gopherwood:disable-next x/calls",
      "5:2 - Nothing follows that 'disable-next' could turn rules off for.",
    ],
    [
      "//gopherwood:disable-next no-eval\ng()",
      "4:2 - 'disable-next' turns off rules of packs, and 'no-eval' is of ESLint: " +
        "use 'disable-next-line', or 'disable' and 'enable'.",
    ],
    [
      "g()\n//gopherwood:enable x/*",
      "5:2 - No 'disable' with a '*' stands before that this could end.",
    ],
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
    ["g() // gopherwood: a linter"],
    ["g() // gopherwood-based, disable it"],
    ["g() // eslint is another linter, [as] they say"],
    ["g() //eslint x/calls: off"],
    ["g() // about eslint-disable-line x/calls"],
    ["g() /* about eslint x/calls: off */"],
    ["g() /* eslint-disabled x/calls */"],
    ["g() // my-gopherwood:disable-line x/calls"],
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
    ["//gopherwood:disable-next-line x/*\nx := 1", " \nx := 1"],
    ["//gopherwood:disable-next x/calls\nif x {\n}", " \nif x {\n}"],
    ["x := 1 //gopherwood:disable-line x/*, y/z -- why", "x := 1  "],
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
