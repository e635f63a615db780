import { expect, test } from "@jest/globals";
import { ESLint, Linter } from "eslint";
import { Random } from "../../../../tests/support/random.ts";
import core, { defineRule } from "../../src/index.ts";
import type { FileConfig } from "../../src/runner/file-config.ts";
import { PlainConfigs } from "../../src/runner/plain-configs.ts";

const docs = { description: "Disallow things.", category: "demo" };
const plain = defineRule({
  name: "demo/plain",
  meta: { type: "problem", docs, messages: {} },
  create: () => ({}),
});
const withOptions = defineRule({
  name: "demo/options",
  meta: {
    type: "problem",
    docs,
    messages: {},
    options: {
      names: {
        description: "Names.",
        type: "array",
        items: { type: "string" },
        default: ["foo"],
      },
      mode: { description: "A mode.", enum: ["strict", "loose"], default: "strict" },
    },
  },
  create: () => ({}),
});
const handMade = { meta: { schema: [] }, create: () => ({}) };
const withDefaults = {
  name: "demo/defaults",
  meta: { schema: [{ type: "object" }, {}], defaultOptions: [{}] },
  create: () => ({}),
};
const demo = {
  meta: { name: "demo-pack", version: "1.2.3" },
  rules: { plain, options: withOptions, "hand-made": handMade, "with-defaults": withDefaults },
} as unknown as ESLint.Plugin;
const nameless = { rules: { other: plain } } as unknown as ESLint.Plugin;

const BASE = {
  files: ["**/*.go"],
  plugins: { gopherwood: core, demo },
  language: "gopherwood/go",
};
const PATHS = ["/w/a.go", "/w/sub/b.go", "/w/sub/deep/mock_c.go", "/w/out/d.go", "/v/e.go"];

/** Values for the keys of config objects that ESLint takes. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  name: ["one", ""],
  basePath: ["sub", "/w/sub", "."],
  files: [
    ["**/*.go"],
    ["sub/**"],
    ["*"],
    [["**/*.go", "!sub/**"]],
    ["**/mock_*.go"],
    [(path: string) => path.includes("b")],
  ],
  ignores: [["out/"], ["**/mock_*.go"], ["**/*.go", "!sub/b.go"], ["sub/*", "!sub/deep"], []],
  plugins: [{ demo }, { other: nameless }, { gopherwood: core, demo }],
  language: ["gopherwood/go"],
  languageOptions: [
    { generated: true },
    { nolint: { errcheck: ["demo/plain"] } },
    { nolint: { gosec: ["demo/*"] }, requireReasons: undefined },
    { requireReasons: true, nolint: false },
    {},
  ],
  linterOptions: [
    { noInlineConfig: true },
    { reportUnusedDisableDirectives: "error" },
    { reportUnusedDisableDirectives: 0, reportUnusedInlineConfigs: "warn" },
    {},
  ],
  settings: [
    { gopherwood: { systems: [{ name: "a" }], deep: { a: 1, b: { c: 2 } } } },
    { gopherwood: { deep: { b: { d: undefined, c: 3 }, a: null } }, other: [1, 2] },
    { other: { not: "a list" } },
    {},
  ],
  rules: [
    { "demo/plain": "error" },
    { "demo/plain": 1, "demo/options": ["warn", { names: ["bar", "baz"] }] },
    { "demo/options": "off" },
    { "demo/options": [2] },
    { "demo/options": ["error", { mode: "loose" }], "demo/plain": ["off"] },
    { "demo/options": ["error", {}] },
    {},
  ],
};

/** Values that are ESLint's to judge. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  rules: [
    { "demo/none": "error" },
    { "none/plain": "error" },
    { "demo/hand-made": "error" },
    { "demo/with-defaults": "error" },
    { "no-undef": "error" },
    { "demo/plain": "fatal" },
    { "demo/plain": ["error", { names: [] }, 1] },
    { "demo/options": ["error", { names: undefined }] },
    { "demo/options": [] },
    [],
    null,
  ],
  processor: ["demo/none"],
  plugins: [{ demo: nameless }, { demo: null }, []],
  language: ["gopherwood/rust", "json/json", "go"],
  languageOptions: [{ generate: true }, { generated: 1 }, null],
  linterOptions: [{ reportUnusedDisableDirectives: true }, { noInlineConfig: 1 }, { other: 1 }],
  settings: [null, []],
  files: [[], "*.go", [1]],
  ignores: ["out", [1]],
  env: [{}],
  extends: [["x"]],
};

/** Returns the content of a config without the identities of its objects; null if there is none. */
function contentOf(config: FileConfig | undefined): unknown {
  if (!config) return null;
  const { rules, settings, linterOptions, languageOptions, language } = config;
  // ESLint writes a list in the options of a language as an object.
  const json = { ...config.toJSON?.(), languageOptions: null };
  return {
    ...{ rules, settings, linterOptions, languageOptions, language },
    json: JSON.parse(JSON.stringify(json)) as unknown,
  };
}

async function outcomeOf(
  get: () => Promise<FileConfig | undefined> | FileConfig | undefined,
): Promise<unknown> {
  try {
    return contentOf(await get());
  } catch (error) {
    return `throws ${(error as Error).constructor.name}`;
  }
}

function eslintFor(configs: readonly object[]): ESLint {
  const overrideConfig = configs as Linter.Config[];
  return new ESLint({ cwd: "/w", overrideConfigFile: true, overrideConfig });
}

function randomConfigs(random: Random, values: typeof VALUES, most: number): object[] {
  return [BASE, {}, {}, {}].slice(0, 1 + random.below(most)).map((base, at) => {
    const keys = random.some(Object.keys(values)).slice(0, 4);
    const own = Object.fromEntries(keys.map((key) => [key, random.pick(values[key] ?? [])]));
    return at === 0 ? { ...own, ...base } : own;
  });
}

test("plain configs are what ESLint makes of them", async () => {
  const random = new Random(20);
  let made = 0;
  for (let round = 0; round < 400; round += 1) {
    const configs = randomConfigs(random, VALUES, 4);
    const [eslint, plain] = [eslintFor(configs), PlainConfigs.of(configs, "/w")];
    for (const path of plain ? PATHS : []) {
      const theirs = await outcomeOf(() => eslint.calculateConfigForFile(path) as never);
      const ours = await outcomeOf(() => plain?.configFor(path));
      // Then ESLint is asked, which may throw as well.
      if (ours === "throws NeedsEslint") continue;
      expect({ configs, path, config: ours }).toEqual({ configs, path, config: theirs });
      made += typeof ours === "object" && ours !== null ? 1 : 0;
    }
  }
  expect(made).toBeGreaterThan(300);
});

test.each(Object.entries(ODD).flatMap(([key, values]) => values.map((value) => [key, value])))(
  "ESLint has to judge %s: %j",
  (key, value) => {
    const configs = [BASE, { [key as string]: value }] as unknown as Linter.Config[];
    expect(() => {
      const plain = PlainConfigs.of(configs, "/w");
      if (!plain) throw new Error("ESLint is asked.");
      plain.configFor("/w/a.go");
    }).toThrow();
  },
);

test("a plain config serves ESLint's linter, with its own rules and checks of comments", () => {
  const configs = [{ ...BASE, rules: { "demo/options": "error" } }] as Linter.Config[];
  const config = PlainConfigs.of(configs, "/w")?.configFor("/w/a.go");
  const text = [
    'package p /* eslint demo/options: ["error", { "mode": "lax" }] */',
    '/* eslint max-lines: ["error", "many"], demo/none: 1, demo/plain: ["warn", 1] */',
    "",
  ].join("\n");
  const verify = (given: object) =>
    new Linter({ cwd: "/w" }).verify(text, given, { filename: "/w/a.go" });
  const messages = verify(Object.assign([], { getConfig: () => config }));
  expect(messages).toEqual(verify(configs));
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ["demo/options", 1],
    ["max-lines", 2],
    ["demo/none", 2],
    ["demo/plain", 2],
  ]);
});
