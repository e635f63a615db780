import { expect, test } from "@jest/globals";
import { Linter } from "eslint";
import { runRules, sourceCodeOf } from "../../src/runner/linter/run-rules.ts";
import { TextLinter } from "../../src/runner/linter/text-linter.ts";
import type { GoNode } from "../../src/index.ts";
import { configOf } from "./file-linter.ts";

const TEXT = "package p\n\nfunc f() {\n\tg(h())\n}\n";

type Report = (...args: unknown[]) => unknown;
type Visit = (node: GoNode, report: Report) => unknown;

/** A rule that listens to calls, with messages of every form. */
const ruleOf = (visit: Visit, meta: object = {}) => ({
  meta: { messages: { plain: "Plain.", named: "Not {{ name }} or {{other}}." }, ...meta },
  create: ({ report }: { report: Report }) => ({
    call_expression(node: GoNode) {
      visit(node, report);
    },
  }),
});

const FIXABLE = { fixable: "code", hasSuggestions: true };
const edit = { range: [0, 1], text: "x", extra: 1 };
const start = { line: 2, column: 1 };

/** Rules, by what they do; true for those that need no ESLint. */
const RULES: Readonly<Record<string, [boolean, object]>> = {
  "a node": [true, ruleOf((node, report) => report({ node, messageId: "plain" }))],
  "a message, and an empty one of its own": [
    true,
    ruleOf((node, report) => report({ node, messageId: "plain", message: "" })),
  ],
  "a message of its own": [true, ruleOf((node, report) => report({ node, message: "Own." }))],
  data: [
    true,
    ruleOf((node, report) => report({ node, messageId: "named", data: { name: node.text } })),
  ],
  "data in a message of its own": [
    true,
    ruleOf((node, report) =>
      report({ node, message: "{{a}} {{ b }} {{}}", data: { a: 1, b: 0 } }),
    ),
  ],
  "a position": [true, ruleOf((_, report) => report({ loc: start, messageId: "plain" }))],
  "a range": [
    true,
    ruleOf((node, report) => report({ node, loc: { start, end: start }, messageId: "plain" })),
  ],
  "no fix": [true, ruleOf((node, report) => report({ node, messageId: "plain", fix: null }))],
  "a fix of nothing": [
    true,
    ruleOf((node, report) => report({ node, messageId: "plain", fix: () => null })),
  ],
  "a fix": [
    true,
    ruleOf((node, report) => report({ node, messageId: "plain", fix: () => edit }), FIXABLE),
  ],
  suggestions: [
    true,
    ruleOf((node, report) => {
      const suggest = [
        { messageId: "named", data: { name: "a" }, fix: () => edit },
        { desc: "Do {{ it }}.", data: { it: "that" }, fix: () => edit, more: 1 },
        { desc: "Nothing.", fix: () => null },
      ];
      report({ node, messageId: "plain", suggest });
    }, FIXABLE),
  ],
  "the end of nodes": [
    true,
    {
      meta: {},
      create: ({ report }: { report: Report }) => ({
        "call_expression:exit": (node: GoNode) => report({ node, message: "Out." }),
        call_expression: (node: GoNode) => report({ node, message: "In." }),
      }),
    },
  ],
  "nothing to listen to": [true, { meta: {}, create: () => ({}) }],
  "a fix with a fixer": [
    false,
    ruleOf((node, report) => {
      const fix = (fixer: { remove: (node: GoNode) => unknown }) => fixer.remove(node);
      report({ node, messageId: "plain", fix });
    }, FIXABLE),
  ],
  "a fix of several edits": [
    false,
    ruleOf((node, report) => report({ node, messageId: "plain", fix: () => [edit] }), FIXABLE),
  ],
  "a fix without a range": [
    false,
    ruleOf((node, report) => report({ node, messageId: "plain", fix: () => ({}) }), FIXABLE),
  ],
  "a fix with a wrong range": [
    false,
    ruleOf(
      (node, report) =>
        report({ node, messageId: "plain", fix: () => ({ range: ["0", 1], text: "" }) }),
      FIXABLE,
    ),
  ],
  "a fix of a rule that has none": [
    false,
    ruleOf((node, report) => report({ node, messageId: "plain", fix: () => edit })),
  ],
  "a suggestion of a rule that has none": [
    false,
    ruleOf((node, report) =>
      report({ node, messageId: "plain", suggest: [{ desc: "Do.", fix: () => edit }] }),
    ),
  ],
  "a suggestion without a text": [
    false,
    ruleOf(
      (node, report) => report({ node, messageId: "plain", suggest: [{ fix: () => edit }] }),
      FIXABLE,
    ),
  ],
  "a suggestion with two texts": [
    false,
    ruleOf((node, report) => {
      const suggest = [{ desc: "Do.", messageId: "plain", fix: () => edit }];
      report({ node, messageId: "plain", suggest });
    }, FIXABLE),
  ],
  "a suggestion without a fix": [
    false,
    ruleOf(
      (node, report) => report({ node, messageId: "plain", suggest: [{ desc: "Do." }] }),
      FIXABLE,
    ),
  ],
  "no text": [false, ruleOf((node, report) => report({ node }))],
  "two texts": [
    false,
    ruleOf((node, report) => report({ node, messageId: "plain", message: "Own." })),
  ],
  "an unknown message": [false, ruleOf((node, report) => report({ node, messageId: "none" }))],
  "no place": [false, ruleOf((_, report) => report({ messageId: "plain" }))],
  "several arguments": [false, ruleOf((node, report) => report(node, "Own."))],
  "a caught mistake": [
    false,
    ruleOf((node, report) => {
      try {
        report({ node });
      } catch {
        // Goes on.
      }
    }),
  ],
  "a caught mistake, and then none": [
    false,
    ruleOf((node, report) => {
      try {
        report({ node });
      } catch {
        report({ node, messageId: "plain" });
      }
    }),
  ],
  "a selector": [
    false,
    {
      meta: {},
      create: ({ report }: { report: Report }) => ({
        "call_expression > identifier": (node: GoNode) => report({ node, message: "Name." }),
      }),
    },
  ],
  "listeners of another language": [
    false,
    { meta: {}, create: () => ({ Identifier: () => undefined }) },
  ],
  "no listeners": [false, { meta: {}, create: () => null }],
  "an error that is none": [
    false,
    ruleOf(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- is what is tested
      throw "up";
    }),
  ],
  "an error": [
    true,
    ruleOf((node) => {
      throw new Error(node.text);
    }),
  ],
  "an error in create": [
    true,
    {
      meta: {},
      create: () => {
        throw new TypeError("No.");
      },
    },
  ],
};

/** Returns messages, or what a thrown error says, and where. */
function outcomeOf(lint: () => unknown): unknown {
  try {
    return lint();
  } catch (error) {
    const { message = "", currentNode } = error as { message?: string; currentNode?: GoNode };
    const [said] = message.replace(/^Error while loading rule '[^']*': /u, "").split("\n");
    return { said, at: currentNode?.text };
  }
}

type Config = Awaited<ReturnType<typeof configOf>>;

const runOf = (text: string, config: Config) => ({
  ...{ text, config, path: "/p/a.go", cwd: "/", allowInlineConfig: true, isPrefiltered: false },
  runs: (ruleId: string) => ruleId !== "demo/left-out",
});

/** Returns the outcomes of ESLint and of ours, and true if ESLint was not needed. */
function lintBoth(text: string, config: Config) {
  const run = runOf(text, config);
  const linter = new Linter({ cwd: "/" });
  const options = {
    filename: run.path,
    ruleFilter: ({ ruleId }: { ruleId: string }) => run.runs(ruleId),
  };
  const configs = Object.assign([], { getConfig: () => config });
  const theirs = outcomeOf(() => linter.verify(text, configs, options));
  const ours = outcomeOf(() => new TextLinter("/").lint({ ...run, isLazy: false }).messages);
  let isQuick = true;
  try {
    runRules(sourceCodeOf(run), run);
  } catch (error) {
    isQuick = (error as Error).name !== "NeedsEslint";
  }
  return { theirs, ours, isQuick };
}

test.each(Object.entries(RULES))(
  "what a rule does with %s is what ESLint makes of it",
  async (_, [isQuick, rule]) => {
    const linted = lintBoth(TEXT, await configOf({ rule }));
    expect(linted).toEqual({ ...linted, ours: linted.theirs, isQuick });
    expect(JSON.stringify(linted.ours)).toBe(JSON.stringify(linted.theirs));
  },
);

const rules = Object.fromEntries(
  Object.entries(RULES)
    .filter(([name, [isQuick]]) => isQuick && !name.startsWith("an error"))
    .map(([name, [, rule]]) => [name.replaceAll(" ", "-"), rule]),
);

test.each([
  [true, TEXT],
  [true, "package p\r\n\r\nvar x = f(g(),\r\n\th())\r\n"],
  [true, "package p\n\nfunc f( { g() }\n\nfunc h() { g(1) }\n"],
  [true, ""],
  [true, 'package p\n\nvar s = f("🚀", g())\n'],
  [false, `\uFEFF${TEXT}`],
  [false, `${TEXT}\n// eslint-disable-next-line\nvar x = f()\n`],
  [false, `${TEXT}\nvar x = f() //gopherwood:disable-line demo/a-node -- it has to be\n`],
  [false, `${TEXT}\n/* eslint demo/a-node: off */\n`],
])(
  "many rules find in a text what they find by ESLint; without it: %s, %j",
  async (isQuick, text) => {
    const config = await configOf({ ...rules, "left-out": { create: () => null } }, 1);
    const linted = lintBoth(text, config);
    expect(linted.isQuick).toBe(isQuick);
    const named = JSON.stringify(linted.ours).replaceAll(
      "gopherwood:disable",
      "eslint-disable",
    );
    expect(named).toBe(JSON.stringify(linted.theirs));
  },
);
