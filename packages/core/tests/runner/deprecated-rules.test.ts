import { expect, test } from "@jest/globals";
import { ESLint, type Linter } from "eslint";
import core from "../../src/index.ts";
import { Gopherwood } from "../../src/runner/index.ts";
import { newProject } from "./fixture.ts";

const rule = (meta: object) => ({ meta: { schema: [], ...meta }, create: () => ({}) });

const rules = {
  current: rule({ deprecated: false, replacedBy: ["no"] }),
  "by-nothing": rule({ deprecated: true }),
  "by-names": rule({ deprecated: true, replacedBy: ["a", "b/c"] }),
  "by-no-list": rule({ deprecated: { message: "It is old.", replacedBy: "x" } }),
  "by-rules": rule({
    deprecated: {
      url: "https://example.com",
      replacedBy: [
        { rule: { name: "r" } },
        { plugin: { name: "eslint-plugin-unicorn" }, rule: { name: "r" } },
        { plugin: { name: "@scope/eslint-plugin" }, rule: { name: "r" } },
        { plugin: { name: "@scope/eslint-plugin-more" }, rule: { name: "r" } },
        { plugin: { name: "@scope/other" }, rule: { name: "r" } },
        { plugin: { name: "eslint-pluginx" }, rule: { name: "r" } },
        { plugin: { name: "only" } },
        { message: "no rule" },
        {},
      ],
    },
    replacedBy: ["not this"],
  }),
  off: rule({ deprecated: true }),
};

test("a result names deprecated rules that are on and their replacements as plain ESLint does", async () => {
  using project = newProject({ "a.go": "package p\n" });
  const config = {
    files: ["**/*.go"],
    plugins: { demo: { rules }, gopherwood: core },
    language: "gopherwood/go",
    rules: Object.fromEntries(
      Object.keys(rules).map((name) => [`demo/${name}`, name === "off" ? "off" : "warn"]),
    ),
  } as unknown as Linter.Config;
  const eslint = new ESLint({
    cwd: project.root,
    overrideConfigFile: true,
    overrideConfig: config,
  });
  const [theirs] = await eslint.lintFiles(["a.go"]);
  const { results } = await new Gopherwood({ cwd: project.root, config: [config] }).lintFiles([
    "a.go",
  ]);
  expect(theirs?.usedDeprecatedRules.map(({ ruleId }) => ruleId)).toEqual([
    "demo/by-nothing",
    "demo/by-names",
    "demo/by-no-list",
    "demo/by-rules",
  ]);
  expect(results[0]?.usedDeprecatedRules).toEqual(theirs?.usedDeprecatedRules);
});
