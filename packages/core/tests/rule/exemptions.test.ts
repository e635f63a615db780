import { expect, test } from "@jest/globals";
import { Linter } from "eslint";
import {
  mainPackages,
  packageNames,
  paths,
  testFiles,
  type Exemption,
  type GoSourceCode,
} from "../../src/index.ts";
import { goConfig } from "../source/lint.ts";
import { ruleOf } from "./rule-of.ts";

const TESTING = 'package p\n\nimport (\n\t"fmt"\n\t"testing"\n)\n';

/** Returns why a rule that is exempt so leaves a file alone: what it says, and its sites. */
function reasonFor(
  exemptions: Readonly<Record<string, Exemption>>,
  { file = "a.go", text = "package p\n", options = {} },
): string | null {
  const reasons: (string | null)[] = [];
  const rule = ruleOf(
    (context) => {
      reasons.push(context.exemption);
      return {
        package_clause(node) {
          context.report({ node, messageId: "other" });
        },
      };
    },
    { exemptions },
  );
  const linter = new Linter();
  const rules: Linter.RulesRecord = { "x/calls": "off", "x/it": ["error", options] };
  const messages = linter.verify(text, goConfig({ rules }, { it: rule }), { filename: file });
  const [site] = (linter.getSourceCode() as unknown as GoSourceCode).sites;
  const [reason = null] = reasons;
  expect(messages.map(({ message }) => message)).toEqual(reason === null ? ["Other."] : []);
  expect(site?.verdict).toBe(reason === null ? "violation" : "exempt");
  expect(site?.reason ?? null).toBe(reason);
  return reason;
}

const EXEMPT = {
  tests: testFiles(),
  mains: mainPackages(),
  packages: packageNames(["gen"]),
  files: paths(["gen/**"]),
};
const CHECKED = {
  tests: testFiles(true),
  mains: mainPackages(true),
  packages: packageNames(),
  files: paths(),
};

test.each<[string | null, Parameters<typeof reasonFor>[1]]>([
  [null, {}],
  [null, { text: 'package p\n\nimport "testing/fstest"\n' }],
  [null, { file: "a_test/b.go" }],
  [null, { text: "package mains\n" }],
  [null, { text: "package gens\n", file: "generated/a.go" }],
  ["test file", { file: "a/b_test.go" }],
  ["helper of tests", { text: TESTING }],
  ["main package", { text: "package main\n" }],
  ["exempt package: gen", { text: "package gen\n" }],
  ["exempt path: gen/**", { file: "a/gen/b.go" }],
  ["test file", { file: "gen/a_test.go", text: "package main\n" }],
  ["main package", { file: "gen/a.go", text: "package main\n" }],
  [null, { file: "a_test.go", text: TESTING, options: { tests: true } }],
  [null, { text: "package main\n", options: { mains: true } }],
  [null, { text: "package gen\n", options: { packages: [] } }],
  ["exempt package: p", { options: { packages: ["q", "p"] } }],
  ["exempt path: *.go", { options: { files: ["b/**", "*.go", "a.go"] } }],
])("a rule leaves a file alone as %s: %j", (reason, file) => {
  expect(reasonFor(EXEMPT, file)).toBe(reason);
});

test.each<[string | null, Parameters<typeof reasonFor>[1]]>([
  [null, { file: "a_test.go", text: TESTING }],
  [null, { text: "package main\n" }],
  [null, { file: "gen/a.go", text: "package gen\n" }],
  ["test file", { file: "a_test.go", options: { tests: false } }],
  ["main package", { text: "package main\n", options: { mains: false } }],
  ["exempt package: p", { options: { packages: ["p"] } }],
  ["exempt path: a.go", { options: { files: ["a.go"] } }],
])("with other defaults a rule leaves it alone as %s: %j", (reason, file) => {
  expect(reasonFor(CHECKED, file)).toBe(reason);
});

test("the options of exemptions are those of the rule, with their descriptions", () => {
  const { meta } = ruleOf(() => ({}), {
    options: { most: { description: "Most.", type: "integer", default: 1 } },
    exemptions: {
      ...EXEMPT,
      tools: paths(["tools/**"], { description: "Globs of tools.", reason: "tool" }),
    },
  });
  const strings = { type: "array", items: { type: "string" }, uniqueItems: true };
  expect(meta.schema).toMatchObject([
    {
      properties: {
        most: { type: "integer" },
        tests: { type: "boolean", description: expect.stringContaining("_test.go") },
        mains: { type: "boolean", description: "Look at main packages as well." },
        packages: { ...strings, description: "Names of packages that the rule leaves alone." },
        files: { ...strings, description: "Globs of files that the rule leaves alone." },
        tools: { ...strings, description: "Globs of tools." },
      },
    },
  ]);
  expect(meta.defaultOptions).toEqual([
    {
      most: 1,
      tests: false,
      mains: false,
      packages: ["gen"],
      files: ["gen/**"],
      tools: ["tools/**"],
    },
  ]);
  expect(meta).not.toHaveProperty("exemptions");
});

test("an exemption of a team's own is asked once a file, and says its reason", () => {
  const asked: unknown[] = [];
  const own = {
    option: { description: "Old.", type: "string", default: "old" },
    reasonFor(
      value: string,
      file: { path: string; packageName: string; imports: readonly string[] },
    ) {
      const { path, packageName, imports } = file;
      asked.push([value, path, packageName, imports]);
      return packageName === value ? "it is old" : null;
    },
  } as const;
  const tools = paths(["tools/**"], { description: "Globs of tools.", reason: "tool" });
  expect(reasonFor({ tools, own }, { text: TESTING, file: "a/b.go" })).toBeNull();
  expect(asked.splice(0)).toEqual([["old", "a/b.go", "p", ["fmt", "testing"]]]);
  expect(reasonFor({ own, tools }, { text: "package old\n" })).toBe("it is old");
  expect(reasonFor({ own, tools }, { file: "tools/a.go" })).toBe("tool: tools/**");
});

test("a rule leaves a file alone by its path, if that is all that it asks for", () => {
  const own = {
    option: { description: "Old.", type: "boolean", default: true },
    reasonFor: (_: boolean, { path, imports }: { path: string; imports: readonly string[] }) =>
      path.startsWith("old/") || imports.length > 3 ? "old" : null,
  } as const;
  const exemptions = {
    tests: testFiles(),
    files: paths(["gen/**"]),
    mains: mainPackages(),
    packages: packageNames([""]),
    own,
  };
  const { meta } = ruleOf(() => ({}), { exemptions });
  const [defaults] = meta.defaultOptions as readonly object[];
  const left = (options: object) =>
    ["a_test.go", "gen/a.go", "gen/a_test.go", "a.go", "old/a.go"].filter((path) =>
      meta.leavesAlone?.(path, [{ ...defaults, ...options }]),
    );
  expect(left({})).toEqual(["a_test.go", "gen/a.go", "gen/a_test.go"]);
  expect(left({ tests: true })).toEqual(["gen/a.go", "gen/a_test.go"]);
  expect(left({ files: [] })).toEqual(["a_test.go", "gen/a_test.go"]);
});
