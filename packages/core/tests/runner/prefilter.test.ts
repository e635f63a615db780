import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import {
  defineRule,
  mainPackages,
  testFiles,
  type Exemption,
  type GoNode,
} from "../../src/index.ts";
import type { FileConfig } from "../../src/runner/file-config.ts";
import { lintFile } from "../../src/runner/lint-file.ts";
import { detailedSites } from "../../src/runner/site-details.ts";
import { Prefilter } from "../../src/runner/prefilter.ts";
import { configOf, newLinter } from "./file-linter.ts";
import { random } from "../random.ts";

const WORDS = [
  "log",
  "logrus",
  "slog",
  "volume",
  "détach",
  "世界",
  "snap",
  "shot",
  "x",
  "log.Info",
];

function pick(next: (below: number) => number, count: number): string[] {
  return Array.from({ length: count }, () => WORDS[next(WORDS.length)] ?? "");
}

/** Reports what contains one of its words: with its prefilter, it has to find the same. */
function wordRule(words: readonly string[], hasPrefilter: boolean) {
  return defineRule({
    name: "demo/words",
    meta: {
      type: "problem",
      docs: { description: "Disallow words.", category: "demo" },
      messages: { word: "{{text}}" },
      ...(hasPrefilter && { prefilter: words }),
    },
    create(context) {
      const judge = (node: GoNode) => {
        if (!words.some((word) => node.text.includes(word))) return;
        context.report({ node, messageId: "word", data: { text: node.text } });
        context.attest({ node, verdict: "undecided", reason: "also" });
      };
      return { identifier: judge, comment: judge, selector_expression: judge };
    },
  });
}

test("with the prefilter, random rules find in random files what they find without", async () => {
  const linter = newLinter();
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= 200; seed += 1) {
    const next = random(seed);
    const wordLists = Array.from({ length: 1 + next(3) }, () => pick(next, 1 + next(2)));
    const lines = pick(next, next(4)).map((word, index) => {
      const kind = next(7);
      if (kind < 2) return `func f${index}() { ${word.replaceAll(".", "")}(1) }`;
      if (kind < 4) return `// ${word}`;
      if (kind < 6) return `var v${index} = ${word}`;
      return `//gopherwood:disable-next-line -- ${word}`;
    });
    const bytes = Buffer.from(`package p\n\n${lines.join("\n")}\n`);
    const lint = async (hasPrefilter: boolean) => {
      const rules = wordLists.map(
        (words, index) => [`r${index}`, wordRule(words, hasPrefilter)] as const,
      );
      const config = await configOf(Object.fromEntries(rules));
      return lintFile(linter, "/p/a.go", bytes, config, null, detailedSites);
    };
    const [filtered, plain] = [await lint(true), await lint(false)];
    expect(plain.outcome).toBe("linted");
    expect(filtered.sites).toEqual(plain.sites);
    expect(filtered.result).toEqual(plain.result);
    outcomes.add(filtered.outcome);
  }
  expect([...outcomes].sort()).toEqual(["linted", "nothing to say"]);
});

test("only the rules whose words a file has are candidates", async () => {
  const prefilter = new Prefilter(
    await configOf({
      logs: wordRule(["log", "slog"], true),
      volumes: wordRule(["volume"], true),
    }),
  );
  const candidates = (text: string) => prefilter.candidates(Buffer.from(text));
  expect(candidates("package p")).toEqual(new Set());
  expect(candidates("a slog")).toEqual(new Set(["demo/logs"]));
  expect(candidates("volume log")).toEqual(new Set(["demo/logs", "demo/volumes"]));
  expect(candidates("//gopherwood:disable")).toBe("all");
  expect(candidates("/* eslint demo/logs: 0 */")).toBe("all");
});

test("a rule without literals looks at every file, one that is off at none", async () => {
  const rules = { logs: wordRule(["log"], false) };
  const text = Buffer.from("package p");
  expect(new Prefilter(await configOf(rules)).candidates(text)).toEqual(new Set(["demo/logs"]));
  expect(new Prefilter(await configOf(rules, 0)).candidates(text)).toEqual(new Set());
});

test("the rule of a scoped plugin, and one whose name has a slash", () => {
  const rule = wordRule(["log"], true);
  const config = {
    plugins: { "@a/b": { rules: { c: rule } }, d: { rules: { "e/f": rule } } },
    rules: { "@a/b/c": [2], "d/e/f": [2] },
  } as unknown as FileConfig;
  expect(new Prefilter(config).candidates(Buffer.from("x"))).toEqual(new Set());
  expect(new Prefilter(config).candidates(Buffer.from("log"))).toEqual(
    new Set(["@a/b/c", "d/e/f"]),
  );
});

describe("a file that only lazy rules look at", () => {
  const META = {
    type: "problem",
    docs: { description: "Disallow what the test says.", category: "demo" },
    messages: { long: "Too long.", call: "A call." },
    lazy: true,
  } as const;
  const PLACE = { start: { line: 3, column: 1 }, end: { line: 3, column: 5 } };
  const rules = {
    long: defineRule({
      name: "demo/long",
      meta: META,
      create(context) {
        const { lines } = context.sourceCode;
        if (lines.length > 5) context.report({ loc: PLACE, messageId: "long" });
        else context.attest({ loc: PLACE, verdict: "compliant" });
        return {};
      },
    }),
    calls: defineRule({
      name: "demo/calls",
      meta: META,
      create: (context) =>
        context.sourceCode.text.includes("bad")
          ? {
              call_expression: (node) => {
                context.report({ node, messageId: "call" });
              },
            }
          : {},
    }),
  };
  const lint = async (text: string, more: Record<string, unknown> = {}) =>
    lintFile(
      newLinter(),
      "/p/a.go",
      Buffer.from(text),
      await configOf({ ...rules, ...more }),
      null,
      detailedSites,
    );

  test("is not parsed, so its syntax error is not known", async () => {
    const { result, sites, outcome, syntaxError } = await lint("package p\n\nfunc f( {\n");
    expect({ outcome, messages: result.messages }).toEqual({ outcome: "linted", messages: [] });
    expect(syntaxError).toBeUndefined();
    expect(sites).toMatchObject([
      { verdict: "compliant", subject: "func", symbol: "", range: PLACE },
    ]);
  });

  test("is parsed for a rule that listens to nodes, and where something is reported", async () => {
    const { result, sites } = await lint("package p\n\nfunc bad() {\n\tg()\n}\n");
    expect(result.messages).toMatchObject([
      { ruleId: "demo/long", line: 3, column: 1, endLine: 3, endColumn: 5 },
      { ruleId: "demo/calls", line: 4 },
    ]);
    expect(sites).toMatchObject([
      { verdict: "violation", range: PLACE },
      { verdict: "violation", subject: "g()", symbol: "bad" },
    ]);
  });

  test.each(["//gopherwood:disable-next-line -- x\n", ""])(
    "tells its syntax error after all with %j and another rule beside",
    async (directive) => {
      const { result, syntaxError } = await lint(`package p\n${directive}\nfunc f( {\n`, {
        words: wordRule(["f"], true),
      });
      expect(result.messages.some(({ message }) => message.startsWith("Syntax error"))).toBe(
        true,
      );
      expect(syntaxError).toBeDefined();
    },
  );

  test("tells it with a directive alone, which makes the file every rule's", async () => {
    const { syntaxError } = await lint("package p\n\nfunc f( { //gopherwood:disable-line\n");
    expect(syntaxError).toBeDefined();
  });

  test.each([
    "package p\n\nfunc bad() {\n\tg(g())\n}\n",
    "package p\n\nfunc good() {}\n",
    "package p\n\n\n\n\n\n\nvar bad = 1\n",
    "",
  ])("gives the messages of plain ESLint for %j", async (text) => {
    const config = await configOf(rules);
    const plain = new Linter().verify(text, Object.assign([], { getConfig: () => config }), {
      filename: "/p/a.go",
    });
    expect((await lint(text)).result.messages).toEqual(plain);
  });
});

describe("a file that rules leave alone by its path", () => {
  const calls = (exemptions: Readonly<Record<string, Exemption>>) =>
    defineRule({
      name: "demo/calls",
      meta: {
        type: "problem",
        docs: { description: "Disallow calls.", category: "demo" },
        messages: { call: "A call." },
        exemptions,
      },
      create: (context) => ({
        call_expression(node) {
          context.report({ node, messageId: "call" });
        },
      }),
    });
  const BROKEN = "package main\n\nfunc f() {\n\tg()\n\tif\n}\n";
  const lint = async (path: string, rules: Record<string, unknown>) => {
    const config = await configOf(rules);
    return lintFile(newLinter(), path, Buffer.from(BROKEN), config, null, detailedSites);
  };
  const exempt = calls({ tests: testFiles() });

  test("has no syntax error, and evidence as before", async () => {
    const { result, sites, syntaxError } = await lint("/p/a_test.go", { calls: exempt });
    expect(result.messages).toEqual([]);
    expect(syntaxError).toBeUndefined();
    expect(sites).toMatchObject([{ verdict: "exempt", reason: "test file", subject: "g()" }]);
  });

  test.each([
    ["another rule looks at it", "/p/a_test.go", { calls: exempt, all: calls({}) }],
    ["the path is another", "/p/a.go", { calls: exempt }],
    ["its package decides", "/p/a_test.go", { calls: calls({ mains: mainPackages() }) }],
  ])("has one if %s", async (_, path, rules) => {
    const { result, syntaxError } = await lint(path, rules);
    expect(result.messages.some(({ message }) => message.startsWith("Syntax error"))).toBe(
      true,
    );
    expect(syntaxError).toMatchObject({ line: 5 });
  });
});
