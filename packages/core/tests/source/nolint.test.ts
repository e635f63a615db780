import { describe, expect, test } from "@jest/globals";
import { ESLint, type Linter } from "eslint";
import { definePack } from "../../src/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";
import { configWith, newProject } from "../runner/fixture.ts";
import { finding, inFunction, lint } from "./lint.ts";

const ON: Linter.Config = { languageOptions: { nolint: true } };

describe("a //nolint turns rules off:", () => {
  test.each([
    ["g() //nolint"],
    ["g() // nolint"],
    ["g() //nolint:all"],
    ["g() //nolint:ALL"],
    ["g() //nolint:gopherwood"],
    ["g() //nolint:gosec, gopherwood // a reason"],
    ["g() //nolint:x/calls"],
    ["g() //nolint:x/*"],
    ["g() ///// nolint"],
    ["//nolint:x/calls\nx :=\n\tg()"],
    ["//nolint:x/calls // why,\n// and more\ng()"],
    ["//nolint\nif x {\n\tg()\n}"],
  ])("%s", (body) => {
    for (const text of [inFunction(body), inFunction(body).replaceAll("\n", "\r\n")]) {
      expect(lint(text, ON).lines).toEqual([]);
      expect(lint(text).lines).not.toEqual([]);
    }
  });
});

describe("no //nolint, or one for something else:", () => {
  test.each([
    ["g() //nolint:gosec"],
    ["g() //nolintx"],
    ["g() //nolint-all"],
    ["g() // see nolint"],
    ["g() /* nolint */"],
    ["//nolint\n\ng()"],
    ["//nolint\n\n// and more\ng()"],
    ["  //nolint\ng()"],
    ["h := 1 //nolint\ng()"],
    ['h := "//nolint"; g()'],
    ["g() //nolint:gopherwood and more"],
    ["g()\n//nolint"],
    ["g() //go:nolint"],
  ])("%s", (body) => {
    const { lines } = lint(inFunction(body), ON);
    expect(lines).toEqual([expect.stringMatching(/^\d+:\d+ x\/calls Found/u)]);
  });
});

test("before a function it is about all of it, before the package clause about the file", () => {
  const functions =
    "package p\n\n// F calls.\n//\n//nolint:all\nfunc F() {\n\tg()\n}\n\nvar h = g()\n";
  expect(lint(functions, ON).lines).toEqual(["10:9 x/calls Found call_expression g()."]);
  const file = "// Package p.\n\n//nolint\npackage p\n\nvar h = g()\n";
  expect(lint(file, ON)).toMatchObject({ lines: [], suppressed: 2 });
});

test("the linters of golangci-lint that rules stand for", () => {
  const config = { languageOptions: { nolint: { errcheck: ["x/calls", "x/other"] } } };
  expect(lint(inFunction("g() //nolint:ErrCheck"), config).lines).toEqual([]);
  for (const other of ["gosec", "constructor"]) {
    expect(lint(inFunction(`g() //nolint:${other}`), config).lines).toEqual([
      "4:2 x/calls Found call_expression g().",
    ]);
  }
});

test("a list is wrong if it is no list", () => {
  for (const nolint of [1, "all", { errcheck: "x" }, { a: [], b: [1] }, [], null]) {
    expect(() => lint(inFunction("g()"), { languageOptions: { nolint } })).toThrow(
      "Language option 'nolint' must be true or false, or an object with lists of rules",
    );
  }
});

describe("one that nothing needs is reported if golangci-lint has no use for it:", () => {
  test.each([
    ["x := 1 //nolint:gopherwood", true],
    ["x := 1 //nolint:x/calls // why", true],
    ["x := 1 //nolint", false],
    ["x := 1 //nolint:all", false],
    ["x := 1 //nolint:gosec,gopherwood", false],
    ["x := 1 //nolint:gosec", false],
  ])("%s", (body, isReported) => {
    const { lines } = lint(inFunction(body), ON);
    expect(lines).toEqual(isReported ? [expect.stringContaining("Unused eslint-disable")] : []);
  });
});

test.each([
  ["nuts/nope", "There is no rule 'nuts/nope'."],
  ["nuts/no-nut", "There is no rule 'nuts/no-nut': did you mean 'nuts/no-nuts'?"],
  ["@a-1/nuts/needs-shell", "There is no rule '@a-1/nuts/needs-shell'."],
  ["nuts/a*", "No rule matches 'nuts/a*'."],
])("%s, which its pack does not have, is named", (entry, message) => {
  for (const namespace of ["nuts", "@a-1/nuts"]) {
    const rules = { "no-nuts": finding(`${namespace}/no-nuts`, "call_expression") };
    definePack({ name: "n", namespace, version: "1.0.0", rules, recommended: {} });
  }
  const { lines } = lint(inFunction(`x := 1 //nolint:gosec, ${entry}`), ON);
  expect(lines).toContainEqual(`4:9 - ${message}`);
});

describe("in the engine", () => {
  const config = configWith({ "demo/no-foo": "error" }, { files: ["**/*.go"], ...ON });
  const text = [
    "package p",
    "",
    "var a = foo() //nolint:gosec,gopherwood // it has to be",
    "var b = 1 //nolint",
    "var c = 1 //nolint:gopherwood",
    "",
  ].join("\n");

  test("suppressions have their places and reasons, and nothing else is there", async () => {
    using project = newProject({ "gopherwood.config.mjs": config, "a.go": text });
    const { results, sites } = await new Gopherwood({ cwd: project.root }).lintFiles(["."]);
    const [{ messages, suppressedMessages } = { messages: [], suppressedMessages: [] }] =
      results;
    expect(messages).toMatchObject([
      { line: 5, message: "Unused nolint directive (no problems were reported)." },
    ]);
    expect(suppressedMessages).toMatchObject([
      { line: 3, ruleId: "demo/no-foo", suppressions: [{ justification: "it has to be" }] },
    ]);
    expect(sites).toMatchObject([{ verdict: "exempt", reason: "it has to be" }]);
  });

  test("plain ESLint reports the same lines", async () => {
    using project = newProject({ "gopherwood.config.mjs": config, "a.go": text });
    const eslint = new ESLint({
      cwd: project.root,
      overrideConfigFile: project.path("gopherwood.config.mjs"),
    });
    const [result] = await eslint.lintFiles(["a.go"]);
    expect(result?.messages.map(({ line }) => line)).toEqual([5]);
  });
});
