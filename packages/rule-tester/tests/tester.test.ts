import { describe, expect, test } from "@jest/globals";
import { defineRule } from "@gopherwood/core";
import { RuleTester } from "@gopherwood/rule-tester";
import { collect, failuresOf, inFunction } from "./run-cases.ts";
import { BAD, FIXED, leavesIt, NAME, noPrintln } from "./sample-rules.ts";

// Runs under Jest itself, through its own describe and it.
new RuleTester().run(NAME, noPrintln, {
  valid: [
    FIXED,
    { code: "package p\n\n// println is a word here.\n" },
    { code: inFunction('println("a") // logger'), options: [{ names: ["print"] }] },
    {
      name: "every verdict",
      code: inFunction('logger.Info("a")\nlogger.Debug("b")\nlogger.Warn("c")'),
      sites: [
        {
          verdict: "compliant",
          line: 4,
          column: 2,
          endColumn: 18,
          approach: "logger",
          symbol: "f",
        },
        { verdict: "exempt", reason: /allowed/u, subject: 'logger.Debug("b")' },
        { verdict: "undecided", line: 6, subject: /^logger\.Warn/u },
      ],
    },
    { code: inFunction("println("), allowSyntaxErrors: true },
    {
      name: "imports of every kind",
      code: `package p\n\nimport "C"\nimport l "log"\nimport . "os"\nimport _ "embed"\n\nfunc f() { l.Print(C.x, Args, "logger") }\n`,
    },
    { name: "skipped", code: BAD, skip: true },
  ],
  invalid: [
    { code: BAD, errors: 1, output: FIXED },
    {
      code: `${BAD}// again`,
      errors: ["Do not call println."],
      output: `${FIXED}// again`,
      sites: [{ verdict: "violation", line: 4, messageId: "println" }],
    },
    {
      code: `${BAD}// and again`,
      filename: "sub/a.go",
      errors: [
        { messageId: "println", data: { name: "println" }, line: 4, column: 2, endColumn: 14 },
      ],
      output: `${FIXED}// and again`,
    },
    {
      name: "an inline config of the rule counts",
      code: `/* eslint sample/no-println: ["error", { "names": ["print"] }] */\n${inFunction("print()\nprintln()")}`,
      errors: ["Do not call print."],
      output: `/* eslint sample/no-println: ["error", { "names": ["print"] }] */\n${inFunction("logger.Info()\nprintln()")}`,
    },
    {
      name: "a fix of code that is broken elsewhere",
      code: inFunction("println(1)\nx ="),
      allowSyntaxErrors: true,
      errors: 1,
      output: inFunction("logger.Info(1)\nx ="),
    },
    {
      name: "a suppressed report is a site and no message",
      code: inFunction(
        'println("a") //gopherwood:disable-line sample/no-println -- here\nprintln("b")',
      ),
      errors: 1,
      output: inFunction(
        'println("a") //gopherwood:disable-line sample/no-println -- here\nlogger.Info("b")',
      ),
    },
  ],
});

new RuleTester().run("sample/leaves-it", leavesIt, {
  valid: [],
  invalid: [
    {
      code: BAD,
      errors: [{ messageId: "println", line: 4 }],
      sites: [{ verdict: "violation", noFixReason: "no logger is in scope" }],
    },
    {
      code: inFunction("print()"),
      errors: [{ messageId: "println", line: 4 }],
      sites: [{ verdict: "violation", noFixReason: /^no logger/u }],
    },
  ],
});

describe("fixes of several passes", () => {
  const halves = defineRule({
    name: "sample/halves",
    meta: {
      type: "problem",
      docs: noPrintln.meta.docs,
      messages: { more: "Write less." },
      fixable: "code",
    },
    create: (context) => ({
      int_literal(node) {
        const value = Number(node.text);
        if (value > 1)
          context.report({
            node,
            messageId: "more",
            fix: (fixer) => fixer.replaceText(node, String(Math.floor(value / 2))),
          });
      },
    }),
  });
  const of = (value: number) => `package p\n\nvar x = ${value}\n`;
  const failure = async (output: readonly string[]) =>
    (
      await failuresOf("sample/halves", halves, {
        invalid: [{ code: of(8), errors: 1, output }],
      })
    )[0];

  test("are given one by one, down to the last", async () => {
    expect(await failure([of(4), of(2), of(1)])).toBeNull();
  });

  test("fail if one is missing, or another", async () => {
    expect(await failure([of(4), of(2)])).toContain(
      "Pass 3 of the fixes: The rule fixed the code. Please add 'output' property.",
    );
    expect(await failure([of(4), of(3), of(1)])).toMatch(
      /Pass 2 of the fixes: Output is incorrect/u,
    );
  });
});

test("what is no rule, or no list of cases, is refused at once", () => {
  const tester = new RuleTester();
  expect(() => {
    tester.run("x", {} as never, { valid: [""], invalid: [] });
  }).toThrow("must be an object with a 'create' method");
  expect(() => {
    tester.run(NAME, noPrintln, {} as never);
  }).toThrow("'valid' and 'invalid' arrays");
  expect(() => {
    tester.run(NAME, noPrintln, { valid: [], invalid: [] });
  }).toThrow("have no case");
});

test("options of the tester are those of every case; a case's own go on top", async () => {
  const seen: unknown[] = [];
  const rule = {
    create(context: {
      settings: unknown;
      languageOptions: unknown;
      filename: string;
      cwd: string;
    }) {
      seen.push([
        context.settings,
        context.languageOptions,
        context.filename.replace(context.cwd, ""),
      ]);
      return {};
    },
  };
  const tester = new RuleTester({
    settings: { a: 1, b: 1 },
    languageOptions: { generated: true },
  });
  const ran = await collect(() => {
    tester.run("x", rule, {
      valid: [{ code: "package p", settings: { b: 2 }, filename: "a/b.go" }],
      invalid: [],
    });
  });
  expect(ran).toMatchObject([{ failure: null }]);
  expect(seen.length).toBeGreaterThan(2);
  for (const one of seen) {
    expect(one).toMatchObject([{ a: 1, b: 2 }, { generated: true }, "/a/b.go"]);
  }
});

test("a title shows characters that terminals do not", async () => {
  const [ran] = await collect(() => {
    new RuleTester().run(NAME, noPrintln, { valid: ["package p\n\t// \u0007"], invalid: [] });
  });
  expect(ran?.title).toBe("package p\n\\u0009// \\u0007");
});

test("ESLint's own assertions may be asked for", async () => {
  const assertionOptions = { requireLocation: true };
  const invalid = [{ code: BAD, errors: [{ messageId: "println" }], output: FIXED }];
  expect(await failuresOf(NAME, noPrintln, { invalid })).toEqual([null]);
  const [failure] = await failuresOf(NAME, noPrintln, { invalid, assertionOptions });
  expect(failure).toContain("Error is missing expected location properties: line, column");
});

test("hooks run around a case, also when it fails", async () => {
  const calls: string[] = [];
  const hooks = {
    before: () => void calls.push("before"),
    after: () => void calls.push("after"),
  };
  const failures = await failuresOf(NAME, noPrintln, { valid: [{ code: BAD, ...hooks }] });
  expect(failures[0]).toContain("Should have no errors");
  expect(calls).toEqual(["before", "after"]);
});
