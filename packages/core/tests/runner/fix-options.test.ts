import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { Gopherwood, lintedTextOf, type FixOptions } from "../../src/runner/index.ts";
import { newProject } from "./fixture.ts";

const CONFIG = `
import { base } from "PLUGIN";
const rename = (type, from, how) => ({
  meta: { type, fixable: "code", hasSuggestions: true, schema: [] },
  create: (context) => ({
    identifier(node) {
      if (node.text !== from) return;
      const fix = (fixer) => fixer.replaceText(node, "done");
      context.report({ node, message: "No " + from, ...(how === "fix" ? { fix } : { suggest: [{ desc: "x", fix }] }) });
    },
  }),
});
const broken = {
  meta: { type: "problem", fixable: "code", schema: [] },
  create: (context) => ({
    identifier(node) {
      if (node.text !== "broken") return;
      context.report({ node, message: "No broken", fix: (fixer) => fixer.replaceText(node, ")") });
    },
  }),
};
const rules = {
  problem: rename("problem", "one", "fix"),
  layout: rename("layout", "two", "fix"),
  suggestion: rename("suggestion", "three", "suggest"),
  broken,
};
export default [
  { ...base, plugins: { ...base.plugins, fix: { rules } } },
  { files: ["**/*.go"], rules: { "fix/problem": 2, "fix/layout": 1, "fix/suggestion": 2, "fix/broken": 2 } },
];
`;

const TEXT = `package p

func f() {
	one()
	two()
	three()
	broken()
	four() //gopherwood:disable-line fix/layout
}
`;

/** Returns the names that are left after a fix, and the rules of the fixes. */
async function fixed(options: Partial<FixOptions>, text = TEXT) {
  using project = newProject({ "gopherwood.config.mjs": CONFIG, "a.go": text });
  const engine = new Gopherwood({ cwd: project.root, fix: { write: false, ...options } });
  const { results, fixes, problems } = await engine.lintFiles(["."]);
  const [result] = results;
  if (!result) throw new Error("There is no result.");
  expect(readFileSync(project.path("a.go"), "utf8")).toBe(options.write ? result.output : text);
  expect(lintedTextOf(result)).toBe(result.output === undefined ? undefined : text);
  return {
    output: result.output?.match(/\w+(?=\(\)( \/\/)?)|\/\/.*/gu) ?? null,
    fixes: fixes.map(({ ruleId, count }) => `${ruleId ?? "directive"} ${count}`),
    problems: problems.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`),
  };
}

const REFUSED = ["7 fix/broken: Its fix was left out: the file would not parse."];
const DIRECTIVE = "//gopherwood:disable-line fix/layout";

test("all fixes are applied but for one that breaks the file, and unused directives removed", async () => {
  for (const write of [false, true]) {
    expect(await fixed({ write })).toEqual({
      output: ["f", "done", "done", "three", "broken", "four"],
      fixes: ["fix/problem 1", "fix/layout 1", "directive 1"],
      problems: REFUSED,
    });
  }
});

test("suggestions are applied where they are asked for", async () => {
  const { output, fixes } = await fixed({ suggestions: true });
  expect(output).toEqual(["f", "done", "done", "done", "broken", "four"]);
  expect(fixes).toContain("fix/suggestion 1");
});

test("fixes of warnings are left out where errors alone are asked for", async () => {
  expect(await fixed({ errorsOnly: true })).toEqual({
    output: ["f", "done", "two", "three", "broken", "four", DIRECTIVE],
    fixes: ["fix/problem 1"],
    problems: REFUSED,
  });
});

test("fixes are of rules of some types where these are asked for", async () => {
  expect(await fixed({ types: ["layout"] })).toEqual({
    output: ["f", "one", "done", "three", "broken", "four", DIRECTIVE],
    fixes: ["fix/layout 1"],
    problems: [],
  });
  expect(await fixed({ types: ["directive", "suggestion"], suggestions: true })).toEqual({
    output: ["f", "one", "two", "done", "broken", "four"],
    fixes: ["fix/suggestion 1", "directive 1"],
    problems: [],
  });
  expect((await fixed({ types: [] })).output).toBeNull();
});

test("of many fixes those that break the file are found, and the others are applied", async () => {
  const names = ["one", "broken", "two", "one", "broken", "two", "one"];
  const text = `package p\n\nfunc f() {\n${names.map((name) => `\t${name}()\n`).join("")}}\n`;
  const { output, fixes, problems } = await fixed({}, text);
  expect(output).toEqual(["f", "done", "broken", "done", "done", "broken", "done", "done"]);
  expect(fixes).toEqual(["fix/problem 3", "fix/layout 2"]);
  // The second would do the same as the first.
  expect(problems[0]).toBe("5 fix/broken: Its fix was left out: the file would not parse.");
});

test.each([
  [
    "on a line of its own",
    "\t//gopherwood:disable-next-line fix/layout\n\tfour()\n",
    "\tfour()\n",
  ],
  ["after code", "\tfour() \t//gopherwood:disable-line fix/layout \n", "\tfour()\n"],
  ["with CRLF", "\tfour() //gopherwood:disable-line fix/layout\r\n", "\tfour()\r\n"],
  [
    "in the middle of a line",
    "\t/* gopherwood:x */ four() /*gopherwood:disable-line fix/layout*/ ; five()\n",
    null,
  ],
])("an unused directive %s leaves no space behind", async (_, before, after) => {
  using project = newProject({
    "gopherwood.config.mjs": CONFIG,
    "a.go": `package p\n\nfunc f() {\n${before}}\n`,
  });
  const engine = new Gopherwood({ cwd: project.root, fix: { write: false } });
  const { results } = await engine.lintFiles(["."]);
  if (after !== null) {
    expect(results[0]?.output).toBe(`package p\n\nfunc f() {\n${after}}\n`);
  } else expect(results[0]?.output).toContain("four()   ; five()");
});
