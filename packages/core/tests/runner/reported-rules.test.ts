import { expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import core from "../../src/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";
import { lintFile } from "../../src/runner/lint-file.ts";
import { detailedSites } from "../../src/runner/site-details.ts";
import { configOf, newLinter } from "./file-linter.ts";
import { newProject } from "./fixture.ts";

const rule = (meta: object) => ({ meta: { schema: [], ...meta }, create: () => ({}) });

test("a report has the rules that are on, sorted, with what their meta says", async () => {
  using project = newProject({ "a.go": "package p\n" });
  const rules = {
    z: rule({}),
    m: rule({
      type: "suggestion",
      docs: {
        description: "Disallow m.",
        category: "style",
        url: "https://example.com/m",
        task: "Replace m.",
        action: "cleanup",
      },
    }),
    a: rule({ type: "layout", docs: {} }),
    off: rule({}),
  };
  const config = {
    files: ["**/*.go"],
    plugins: { demo: { rules }, gopherwood: core },
    language: "gopherwood/go",
    rules: { "demo/z": 2, "demo/m": 1, "demo/a": 2, "demo/off": 0 },
  } as unknown as Linter.Config;
  const engine = new Gopherwood({ cwd: project.root, config: [config] });
  const report = await engine.lintFiles(["."]);
  const plain = { description: "", category: "", url: "", action: "fix" };
  expect(Object.entries(report.rules)).toEqual([
    ["demo/a", { ...plain, type: "layout" }],
    [
      "demo/m",
      {
        description: "Disallow m.",
        task: "Replace m.",
        category: "style",
        url: "https://example.com/m",
        action: "cleanup",
        type: "suggestion",
      },
    ],
    ["demo/z", { ...plain, type: "problem" }],
  ]);
  expect(report.configs).toEqual([]);
});

test("two rules that throw the same are both named", async () => {
  const throwing = {
    meta: { schema: [] },
    create() {
      throw new Error("the same");
    },
  };
  const { problems } = lintFile(
    newLinter(),
    "/p/a.go",
    Buffer.from("package p\n"),
    await configOf({ one: throwing, two: throwing }),
    null,
    detailedSites,
  );
  expect(problems).toEqual([
    { path: "/p/a.go", ruleId: "demo/one", message: "The rule threw: the same" },
    { path: "/p/a.go", ruleId: "demo/two", message: "The rule threw: the same" },
  ]);
});

test("without directives a syntax error stands among the messages at its place", async () => {
  const calls = {
    meta: { schema: [] },
    create: (context: { report(found: object): void }) => ({
      call_expression(node: object) {
        context.report({ node, message: "A call." });
      },
    }),
  };
  const { result } = lintFile(
    { ...newLinter(), allowInlineConfig: false },
    "/p/a.go",
    Buffer.from("package p\n\nfunc f() { g() }\n\nfunc h() { x := := 1; g() }\n"),
    await configOf({ calls }),
    null,
    detailedSites,
  );
  expect(result.messages.map(({ line, ruleId }) => `${line} ${ruleId ?? "none"}`)).toEqual([
    "3 demo/calls",
    "5 none",
    "5 demo/calls",
  ]);
});
