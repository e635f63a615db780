import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import {
  defineRule,
  formatType,
  GoLanguage,
  OptionsError,
  packageNames,
  type GoRule,
} from "../../src/index.ts";
import { NO_FILES } from "../../src/source/file-system.ts";
import { goConfig, inFunction } from "../source/lint.ts";
import { DOCS, lintWith, MESSAGES, ruleOf } from "./rule-of.ts";

const META = { docs: DOCS, messages: MESSAGES };
const create = () => ({});

describe("a rule is refused that is", () => {
  const unnamed = "A rule needs a 'name', of its pack's namespace and its own: 'pets/no-cats'.";
  const withoutMeta = "Rule 'x/it' needs 'meta', with its 'docs' and 'messages'.";
  const withoutCreate = "Rule 'x/it' needs a function 'create', which returns listeners.";
  const noWords = "The 'meta.prefilter' of rule 'x/it' is no list of words.";
  test.each<[string, object, string]>([
    ["without a name", { meta: META, create }, unnamed],
    ["with an empty name", { name: "", meta: META, create }, unnamed],
    ["with a number for a name", { name: 1, meta: META, create }, unnamed],
    ["without a meta", { name: "x/it", create }, withoutMeta],
    ["with null for a meta", { name: "x/it", meta: null, create }, withoutMeta],
    [
      "with a word for a prefilter",
      { name: "x/it", meta: { ...META, prefilter: "foo" }, create },
      noWords,
    ],
    ["without a create", { name: "x/it", meta: META }, withoutCreate],
    ["with listeners for a create", { name: "x/it", meta: META, create: {} }, withoutCreate],
  ])("%s", (_what, rule, message) => {
    expect(() => defineRule(rule as never)).toThrow(new TypeError(message));
  });
});

describe("an option is refused that has", () => {
  const strin = "names an unknown type 'strin': did you mean 'string'?";
  const open = /has a pattern that does not compile: Invalid regular expression: .+\.$/u;
  test.each<[string, object, string | RegExp]>([
    ["an unknown type", { type: "strin" }, strin],
    ["a type that is like none", { type: "date" }, "names an unknown type 'date'."],
    ["a pattern that does not compile", { type: "string", pattern: "(" }, open],
    ["a pattern that compiles without Unicode alone", { pattern: String.raw`\-` }, open],
    ["such items", { type: "array", items: { type: "strin" } }, strin],
    ["such a property", { properties: { a: { type: "string" }, b: { pattern: "[" } } }, open],
    ["such other properties", { additionalProperties: { type: "strin" } }, strin],
    ["such an alternative", { anyOf: [{ type: "string" }, { type: "strin" }] }, strin],
    ["such an only one", { oneOf: [{ items: { type: "strin" } }] }, strin],
  ])("%s", (_what, schema, message) => {
    const option = { description: "Words.", default: "", ...schema };
    const define = () => ruleOf(create, { options: { words: option } });
    expect(define).toThrow(TypeError);
    expect(define).toThrow("The schema of option 'words' of rule 'x/it' ");
    expect(define).toThrow(message);
  });
});

test("a schema that ESLint validates is none of these", () => {
  const option = {
    description: "Words.",
    default: [],
    anyOf: [
      { type: "boolean" },
      { type: "array", items: { type: "string", pattern: String.raw`^\p{L}+$` } },
    ],
    oneOf: [{ type: "array" }, { properties: { a: { type: "number" } } }],
    additionalProperties: false,
  };
  const { meta } = ruleOf(create, { options: { words: option } });
  expect(meta.schema).toEqual([
    { type: "object", additionalProperties: false, properties: { words: option } },
  ]);
  expect(meta.defaultOptions).toEqual([{ words: [] }]);
  expect(meta).not.toHaveProperty("options");
});

test("a rule without options has an empty schema, and the rest of its meta", () => {
  const { name, meta } = ruleOf(create, { fixable: "code" });
  expect(name).toBe("x/it");
  expect(meta).toEqual({ ...META, fixable: "code", schema: [], defaultOptions: [] });
});

test("the error of options says what is wrong with them", () => {
  const error = new OptionsError("No.");
  expect(error).toMatchObject({ name: "OptionsError", message: "No." });
});

describe("a rule is asked about", () => {
  const words = {
    description: "Words.",
    type: "array",
    items: { type: "string" },
    default: ["foo"],
  };
  const ofOptions = (options: { words: string[] }) => options.words;
  const isShort = (text: string) => text.length < 40;
  test.each<[string, object, string, object, boolean]>([
    ["a file with one of its words", { prefilter: ["bar", "foo"] }, "foo()", {}, true],
    ["no file without them", { prefilter: ["bar", "baz"] }, "foo()", {}, false],
    ["no file if it has none", { prefilter: [] }, "foo()", {}, false],
    ["a file that one test of it passes", { prefilter: ["bar", isShort] }, "foo()", {}, true],
    ["no file that fails its test", { prefilter: [isShort] }, "fooooooooooooo()", {}, false],
    [
      "a file with a word of its options",
      { prefilter: ofOptions },
      "bar()",
      { words: ["bar"] },
      true,
    ],
    ["a file with a word of its defaults", { prefilter: ofOptions }, "foo()", {}, true],
    [
      "no file without a word of its options",
      { prefilter: ofOptions },
      "foo()",
      { words: ["bar"] },
      false,
    ],
    ["every file without a prefilter", {}, "foo()", {}, true],
  ])("%s", (_what, meta, body, options, isAsked) => {
    const asked: string[] = [];
    const rule = ruleOf(
      ({ filename }) => {
        asked.push(filename);
        return {};
      },
      { options: { words }, ...meta },
    );
    lintWith(rule, inFunction(body), ["error", options]);
    expect(asked).toEqual(isAsked ? ["a.go"] : []);
  });

  test("no generated file", () => {
    const asked: string[] = [];
    const rule = ruleOf(({ filename }) => {
      asked.push(filename);
      return {};
    });
    lintWith(rule, "// Code generated by x. DO NOT EDIT.\npackage p\n");
    expect(asked).toEqual([]);
  });
});

test("what a rule knows of packages is known of the file's values", () => {
  const types: string[] = [];
  const stubs = { "example.com/a": "package a\n\nfunc Do() string\n" };
  const ask = (meta: object) =>
    ruleOf(
      ({ semantics }) => ({
        call_expression: (node) => void types.push(formatType(semantics.typeOf(node))),
      }),
      meta,
    );
  const text = 'package p\n\nimport "example.com/a"\n\nvar x = a.Do()\n';
  for (const meta of [{}, { stubs }]) lintWith(ask(meta), text);
  expect(types).toEqual(["unknown", "string"]);
});

describe("where messages are all that is asked for", () => {
  /** Returns the messages, and the exemptions of the files that the rule was made for. */
  function lintBriefly(rule: GoRule, isBrief: boolean) {
    const languages = { go: new GoLanguage(NO_FILES, { isBrief: () => isBrief }) };
    const config = goConfig({ rules: { "x/calls": "off", "x/it": "error" } }, { it: rule });
    const [first, ...rest] = config;
    const plugins = { ...first?.plugins, gopherwood: { languages } };
    return new Linter().verify(
      inFunction("g()"),
      [{ ...first, plugins }, ...rest] as Linter.Config[],
      {
        filename: "a.go",
      },
    );
  }

  test("a rule is not asked about a file that it leaves alone", () => {
    const asked: unknown[] = [];
    const of = (names: string[]) =>
      ruleOf(
        ({ exemption }) => {
          asked.push(exemption);
          return {};
        },
        { exemptions: { exemptPackages: packageNames(names) } },
      );
    lintBriefly(of(["p"]), false);
    lintBriefly(of(["p"]), true);
    lintBriefly(of(["q"]), true);
    expect(asked).toEqual(["exempt package: p", null]);
  });

  test("fixes are not built, and reports are the same", () => {
    const built: string[] = [];
    const rule = ruleOf(
      (context) => ({
        call_expression(node) {
          context.report({
            node,
            messageId: "other",
            remedy() {
              built.push("remedy");
              return { noFixReason: "no" };
            },
          });
          context.report({
            node: node.function,
            messageId: "other",
            fix(fixer) {
              built.push("fix");
              return fixer.remove(node);
            },
          });
        },
      }),
      { fixable: "code" },
    );
    const brief = lintBriefly(rule, true);
    expect(built).toEqual([]);
    const whole = lintBriefly(rule, false);
    expect(built).toEqual(["remedy", "fix"]);
    expect(whole.map(({ fix }) => fix !== undefined)).toEqual([false, true]);
    expect(brief).toEqual(whole.map(({ fix: _, ...message }) => message));
  });
});
