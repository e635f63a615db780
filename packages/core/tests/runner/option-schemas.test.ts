import { describe, expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import core, { defineRule } from "../../src/index.ts";
import { Configs } from "../../src/runner/configs.ts";
import type { FileConfig } from "../../src/runner/file-config.ts";
import { ruleOf } from "../../src/runner/prefilter.ts";
import { lintText } from "../../src/runner/lint-text.ts";
import { newLinter } from "./file-linter.ts";

const RULE = "demo/names";

const names = defineRule({
  name: RULE,
  meta: {
    type: "problem",
    docs: { description: "Disallow names.", category: "demo" },
    messages: { name: "{{name}}" },
    options: {
      names: {
        description: "The names.",
        type: "array",
        items: { type: "string" },
        default: ["foo"],
      },
      paths: {
        description: "Paths by name.",
        type: "object",
        additionalProperties: { type: "string" },
        default: { a: "b" },
      },
    },
  },
  create(context, options) {
    return {
      package_identifier(node) {
        context.report({ node, messageId: "name", data: { name: JSON.stringify(options) } });
      },
    };
  },
});

/** Returns the config of a file, and how often ESLint read the rule's schema meanwhile. */
async function configWith(entry: unknown): Promise<{ config: FileConfig; reads: number }> {
  let reads = 0;
  const meta = Object.defineProperty({ ...names.meta }, "schema", {
    get: () => {
      reads += new Error().stack?.includes("getRuleOptionsSchema") === true ? 1 : 0;
      return names.meta.schema;
    },
    enumerable: true,
  });
  const config = {
    files: ["**/*.go"],
    plugins: { gopherwood: core, demo: { rules: { names: { ...names, meta } } } },
    language: "gopherwood/go",
    rules: { [RULE]: entry },
  } as unknown as Linter.Config;
  const found = await new Configs({ cwd: "/", config: [config] }).configFor("/p/a.go");
  if (!found) throw new Error("There is no config.");
  return { config: found, reads };
}

const messagesOf = (config: FileConfig, text: string) =>
  lintText(newLinter(), "/p/a.go", text, config).messages.map(({ message }) => message);

describe("ESLint compiles no schema for", () => {
  test.each([
    ["no options", "error", ["foo"], { a: "b" }],
    ["right options", ["warn", { names: ["x", "y"] }], ["x", "y"], { a: "b" }],
  ])("%s", async (_, entry, expected, paths) => {
    const { config, reads } = await configWith(entry);
    expect(reads).toBe(0);
    const options = JSON.stringify({ names: expected, paths });
    expect(messagesOf(config, "package p\n")).toEqual([options]);
  });
});

test("options that are merged into an object are ESLint's to validate", async () => {
  const { config, reads } = await configWith(["error", { paths: { c: "d" } }]);
  expect(reads).toBe(1);
  const options = JSON.stringify({ names: ["foo"], paths: { a: "b", c: "d" } });
  expect(messagesOf(config, "package p\n")).toEqual([options]);
});

test.each([
  [{ names: "x" }, /Value "x" should be array/u],
  [{ names: [1] }, /Value 1 should be string/u],
  [{ name: ["x"] }, /Unexpected property "name"/u],
  [{ toString: ["x"] }, /Unexpected property "toString"/u],
  [{ paths: { c: 1 } }, /Value 1 should be string/u],
  ["x", /Value "x" should be object/u],
])("%j is refused in ESLint's words", async (options, message) => {
  await expect(configWith(["error", options])).rejects.toThrow(message);
});

test("two sets of options are refused", async () => {
  await expect(configWith(["error", {}, {}])).rejects.toThrow(/NOT have more than 1 items/u);
});

test("options in a comment are validated, and the schema is there for who asks", async () => {
  const { config } = await configWith("error");
  expect(
    messagesOf(config, `/* eslint ${RULE}: ["error", { "names": 1 }] */\npackage p\n`),
  ).toEqual([
    expect.stringMatching(/Inline configuration for rule "demo\/names" is invalid/u),
    expect.stringContaining('"foo"'),
  ]);
  expect(ruleOf(config, RULE)?.meta?.schema).toEqual(names.meta.schema);
  expect(Object.keys(ruleOf(config, RULE)?.meta ?? {})).toEqual(Object.keys(names.meta));
});
