import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import gopherwood, { definePack, type GoPack, ruleCreator } from "../../src/index.ts";
import { finding } from "../source/lint.ts";
import { DOCS, ruleOf } from "./rule-of.ts";

const rules = {
  calls: finding("pets/calls", "call_expression"),
  functions: finding("pets/functions", "function_declaration"),
};

const pack = definePack({
  name: "@pets/rules",
  namespace: "pets",
  version: "1.2.3",
  rules,
  recommended: { calls: "error" },
  presets: { strict: { calls: "warn", functions: ["error"] } },
});

const TEXT = "package p\n\nfunc f() { g() }\n";

/** Returns what a config of the pack finds, as `severity ruleId`. */
function found(config: Linter.Config): string[] {
  const messages = new Linter().verify(TEXT, [config], { filename: "a/b.go" });
  return messages.map(({ severity, ruleId }) => `${severity} ${ruleId}`);
}

describe("a pack", () => {
  test("is an ESLint plugin with its name, namespace, version and rules", () => {
    expect(pack.meta).toEqual({ name: "@pets/rules", namespace: "pets", version: "1.2.3" });
    expect(pack.rules).toEqual(rules);
  });

  test("has a config without rules, one for everyone, and those of its own", () => {
    const { base, recommended, strict } = pack.configs;
    expect(Object.keys(pack.configs)).toEqual(["base", "recommended", "strict"]);
    expect([base.name, recommended.name, strict.name]).toEqual([
      "pets/base",
      "pets/recommended",
      "pets/strict",
    ]);
    expect(found(base)).toEqual([]);
    expect(found({ ...base, rules: { "pets/functions": "warn" } })).toEqual([
      "1 pets/functions",
    ]);
    expect(found(recommended)).toEqual(["2 pets/calls"]);
    expect(found(strict)).toEqual(["2 pets/functions", "1 pets/calls"]);
  });

  test("is the plugin of its configs, beside the language", () => {
    for (const { plugins, files, language } of Object.values(pack.configs)) {
      expect(Object.keys(plugins)).toEqual(["gopherwood", "pets"]);
      expect(plugins["pets"]).toBe(pack);
      expect(plugins["gopherwood"]).toBe(gopherwood);
      expect([files, language]).toEqual([["**/*.go"], "gopherwood/go"]);
    }
  });

  test("without presets has two configs", () => {
    const { configs } = definePack({
      name: "p",
      namespace: "p",
      version: "1.0.0",
      rules: {},
      recommended: {},
    });
    expect(Object.keys(configs)).toEqual(["base", "recommended"]);
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["a text", "rule"],
    ["its module", { default: rules.calls }],
    ["a rule without a function", { ...rules.calls, create: {} }],
  ])("is refused with %s for a rule", (_what, rule) => {
    const wrong = { calls: rules.calls, "no-cats": rule as never };
    const define = () =>
      definePack({
        name: "p",
        namespace: "pets",
        version: "1.0.0",
        rules: wrong,
        recommended: {},
      });
    expect(define).toThrow(
      new TypeError(
        "'no-cats' in the pack 'pets' is no rule: is it the default export of its module?",
      ),
    );
  });
});

describe("the address of a rule's page", () => {
  const url = "https://example.com/own";
  const documented = {
    plain: ruleOf(() => ({})),
    own: ruleOf(() => ({}), { docs: { ...DOCS, url } }),
  };
  const options = {
    name: "p",
    namespace: "addresses",
    version: "1.0.0",
    rules: documented,
    recommended: {},
  };
  const urlsOf = (made: GoPack) => Object.values(made.rules).map(({ meta }) => meta.docs.url);

  test("comes from its pack, or from the rule", () => {
    const pages = "https://example.com/docs/rules";
    const made = definePack({ ...options, pages });
    expect(urlsOf(made)).toEqual(["https://example.com/docs/rules/plain.md", url]);
    expect(made.rules["plain"]).toMatchObject({ name: "x/it", meta: { docs: DOCS } });
  });

  test("is none where nobody gives one", () => {
    expect(urlsOf(definePack(options))).toEqual([undefined, url]);
  });

  test("comes from the creator of rules, or from the rule", () => {
    const define = ruleCreator((name) => `https://example.com/${name}`);
    const docs = { description: "x", category: "y" };
    const meta = { type: "problem", messages: {} } as const;
    const create = () => ({});
    const { meta: made } = define({ name: "t/a", meta: { ...meta, docs }, create });
    expect(made).toMatchObject({ type: "problem", docs });
    expect(made.docs.url).toBe("https://example.com/t/a");
    const own = { ...docs, url };
    expect(define({ name: "t/a", meta: { ...meta, docs: own }, create }).meta.docs.url).toBe(
      url,
    );
  });
});
