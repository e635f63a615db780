import { expect, test } from "@jest/globals";
import { FOO, Project } from "./project.ts";

const CONFIG = `
import { base } from "./plugin.mjs";

const RENAMES = { foo: "fix", bar: "suggest", long: "stretch" };

const rename = {
  meta: { fixable: "code", hasSuggestions: true, schema: [], messages: { no: "Not\\n  {{name}}." } },
  create: (context) => ({
    identifier(node) {
      const how = RENAMES[node.text];
      if (!how) return;
      const text = how === "stretch" ? "x\\n".repeat(30) : "good";
      const fix = (fixer) => fixer.replaceText(node, text);
      const data = { name: node.text };
      const suggest = [{ messageId: "no", data: { name: "this" }, fix }];
      context.report({ node, messageId: "no", data, ...(how === "suggest" ? { suggest } : { fix }) });
    },
  }),
};
const plugins = { names: { rules: { rename } } };
export default [base, { files: ["**/*.go"], plugins, rules: { "names/rename": "error" } }];
`;

test("each finding on a line, with the lines that its fix or suggestion changes", async () => {
  using project = new Project(
    {
      "a.go": "\uFEFFpackage p\n\nfunc f() {\n\tfoo()\n\tx.bar()\n\tlong()\n}\n",
      "b.go": "package p",
    },
    { config: CONFIG },
  );
  const { code, stdout } = await project.run(["--format", "agent"]);
  expect(code).toBe(1);
  expect(stdout.split("\n")).toEqual([
    "a.go:4:2 error names/rename: Not foo.",
    "fix:",
    "@@ 4",
    "-\tfoo()",
    "+\tgood()",
    "a.go:6:2 error names/rename: Not long.",
    "fix:",
    "(the change is too long to show)",
    "2 errors, 0 warnings in 2 files; 2 can be fixed",
    "",
  ]);
});

test("a suggestion, in a last line without an end", async () => {
  using project = new Project({ "a.go": "package p\n\nvar bar int" }, { config: CONFIG });
  const { stdout } = await project.run(["--format", "agent"]);
  expect(stdout.split("\n")).toEqual([
    "a.go:3:5 error names/rename: Not bar.",
    "suggestion: Not this.",
    "@@ 3",
    "-var bar int",
    "+var good int",
    "1 error, 0 warnings in 1 file",
    "",
  ]);
});

test("of many findings the first hundred, and the number of the others by rule", async () => {
  using project = new Project({
    "a.go": `package p\n\nfunc f() {\n${"\tfoo()\n".repeat(110)}}\n\nfunc g( {\n`,
  });
  const { stdout } = await project.run(["--format", "agent"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(102);
  expect(lines.at(-2)).toBe(
    "11 more, not shown: demo/no-foo 10, no rule 1. Lint fewer files to see them.",
  );
  expect(lines.at(-1)).toBe("111 errors, 0 warnings in 1 file");
});

test("names from the tree do nothing to a terminal", async () => {
  using project = new Project({ "a\u001b[31m.go": FOO });
  const { stdout } = await project.run(["--format", "agent"]);
  expect(stdout).toContain("a\\u001b[31m.go:4:2 error demo/no-foo");
  expect(stdout).not.toContain("\u001b");
});
