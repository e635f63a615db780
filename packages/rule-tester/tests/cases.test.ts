import { describe, expect, test } from "@jest/globals";
import { defineRule, type CallExpressionNode } from "@gopherwood/core";
import { RuleTester, RuleTestError } from "@gopherwood/rule-tester";
import { collect, failuresOf, inFunction } from "./run-cases.ts";
import {
  breaksCode,
  forgetsData,
  hiddenByPrefilter,
  leavesIt,
  noPrintln,
} from "./sample-rules.ts";

const NAME = "sample/no-println";
const BAD = inFunction('println("a")');
const FIXED = inFunction('logger.Info("a")');

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

describe("a case fails that", () => {
  const failing: [what: string, tests: Parameters<typeof failuresOf>[2], message: RegExp][] = [
    [
      "is valid and has messages",
      { valid: [BAD] },
      /^valid\[0\] of sample\/no-println: Should have no errors but had 1\n[^]*\^{12} Do not call println\. \(println\)/u,
    ],
    [
      "has too many errors",
      { invalid: [{ code: BAD, errors: 2, output: FIXED }] },
      /^invalid\[0\][^]*Should have 2 errors but had 1\n[^]*4 \| \tprintln\("a"\)\n +\| \t\^{12} Do not/u,
    ],
    [
      "has no report at all",
      { invalid: [{ code: FIXED, errors: 1 }] },
      /Should have 1 error but had 0\n\nThe rule reported nothing in:\n +1 \| package p/u,
    ],
    [
      "expects another place",
      {
        invalid: [
          { code: BAD, errors: [{ messageId: "println", line: 5, column: 1 }], output: FIXED },
        ],
      },
      /no-println: Actual error location does not match expected error location\.\n {2}expected: \{ line: 5[^]*Expected:\n[^]*5 \| \}\n +\| \^ println[^]*The rule reported:/u,
    ],
    [
      "expects another message",
      { invalid: [{ code: BAD, errors: ["Nope."], output: FIXED }] },
      /expected: 'Nope\.'\n {2}actual: {3}'Do not call println\.'/u,
    ],
    [
      "names an unknown message id",
      { invalid: [{ code: BAD, errors: [{ messageId: "nope" }], output: FIXED }] },
      /Invalid messageId 'nope'/u,
    ],
    [
      "expects another output",
      { invalid: [{ code: BAD, errors: 1, output: BAD.replace("println", "print") }] },
      /Output is incorrect\.\n\n {2}from line 4:\n {2}- \tprint\("a"\)\n {2}\+ \tlogger/u,
    ],
    [
      "does not expect the fix",
      { invalid: [{ code: BAD, errors: 1 }] },
      /The rule fixed the code\. Please add 'output' property\./u,
    ],
    [
      "is invalid without errors",
      { invalid: [{ code: BAD } as never] },
      /An invalid case must say its 'errors'\./u,
    ],
    [
      "is invalid with no error in its list",
      { invalid: [{ code: BAD, errors: [] }] },
      /Invalid cases must have at least one error/u,
    ],
    [
      "is invalid with a count of 0",
      { invalid: [{ code: BAD, errors: 0 }] },
      /Invalid cases must have 'error' value greater than 0/u,
    ],
    [
      "is valid with errors",
      { valid: [{ code: FIXED, errors: 1 } as never] },
      /A valid case must not have 'errors'\./u,
    ],
    [
      "has neither code nor files",
      { valid: [{ name: "nothing" } as never] },
      /A case has either 'code' or 'files'\./u,
    ],
    [
      "is valid and does not parse",
      { valid: [inFunction("logger.Info(")] },
      /The code has a syntax error \(set 'allowSyntaxErrors' if it is meant\):\n\n[^]*\^ Syntax error/u,
    ],
    [
      "is invalid and does not parse",
      { invalid: [{ code: inFunction("println(1)\nx ="), errors: 1 }] },
      /The code has a syntax error/u,
    ],
    [
      "the rule never looks at",
      { valid: [inFunction("print()")] },
      /This case cannot fail: the code has none of the words of the rule's 'meta\.prefilter'/u,
    ],
    [
      "has an option that the schema does not know",
      { valid: [{ code: FIXED, options: [{ nmes: [] }] }] },
      /Unexpected property "nmes"|should NOT have additional properties/u,
    ],
    [
      "expects no site where there is one",
      { valid: [{ code: FIXED, sites: [] }] },
      /Should have 0 sites but had 1\.\n\nThe rule judged:\n[^]*\^{16} compliant \(logger\)/u,
    ],
    [
      "expects a site where there is none",
      {
        valid: [
          {
            code: "package p // logger",
            sites: [{ verdict: "compliant" }],
          },
        ],
      },
      /Should have 1 site but had 0\.\n\nThe rule judged nothing in:/u,
    ],
    [
      "expects another verdict",
      { valid: [{ code: FIXED, sites: [{ verdict: "exempt", line: 4 }] }] },
      /sites\[0\] is different: verdict should be "exempt" but is "compliant"\./u,
    ],
    [
      "expects another reason",
      {
        valid: [
          {
            code: inFunction("logger.Debug()"),
            sites: [{ verdict: "exempt", reason: /nope/u }],
          },
        ],
      },
      /reason should be \/nope\/u but is "Debugging is allowed\."/u,
    ],
    [
      "misspells a property of a site",
      { valid: [{ code: FIXED, sites: [{ verdict: "compliant", lien: 4 } as never] }] },
      /sites\[0\] has the unknown property 'lien'/u,
    ],
  ];

  test.each(failing)("%s", async (_what, tests, message) => {
    expect(await failuresOf(NAME, noPrintln, tests)).toEqual([expect.stringMatching(message)]);
  });

  test("is there twice, whatever it expects", async () => {
    const code = `${FIXED}// twice`;
    expect(
      await failuresOf(NAME, noPrintln, {
        valid: [code, { name: "again", code, sites: [{ verdict: "compliant" }] }],
      }),
    ).toEqual([null, expect.stringContaining("This case is the same as valid[0].")]);
  });

  test("expects another reason why nothing is fixed", async () => {
    const sites = [{ verdict: "violation" as const, noFixReason: "it is deferred" }];
    const [failure] = await failuresOf("sample/leaves-it", leavesIt, {
      invalid: [{ code: BAD, errors: 1, sites }],
    });
    expect(failure).toContain(
      'noFixReason should be "it is deferred" but is "no logger is in scope"',
    );
  });

  test("is hidden from the rule by its prefilter", async () => {
    const failures = await failuresOf("sample/hidden", hiddenByPrefilter, {
      invalid: [{ code: BAD, errors: 1 }],
    });
    expect(failures[0]).toContain("its prefilter hides the file from it");
    expect(failures[0]).toContain("none of 'Println'");
  });

  test("has a fix or a suggestion that leaves a syntax error", async () => {
    const [fix, suggestion] = await failuresOf("sample/breaks-code", breaksCode, {
      invalid: [
        { code: inFunction("println()"), errors: 1, output: inFunction("println(") },
        {
          code: inFunction("print()"),
          errors: [
            {
              messageId: "drop",
              suggestions: [{ messageId: "half", output: inFunction("print(") }],
            },
          ],
        },
      ],
    });
    expect(fix).toContain("The fix of 'Do not call println.' leaves a syntax error:");
    expect(suggestion).toContain("The suggestion 'Cut it.' leaves a syntax error:");
  });

  test("shows a placeholder that nobody fills", async () => {
    const [failure] = await failuresOf("sample/forgets-data", forgetsData, {
      invalid: [{ code: BAD, errors: [{ messageId: "println" }] }],
    });
    expect(failure).toContain("unsubstituted placeholder 'name'");
  });
});

describe("a rule fails that", () => {
  /** Returns the failure of a case with this code in which the rule reports every call. */
  async function failureOf(
    report: (
      context: Parameters<Parameters<typeof defineRule>[0]["create"]>[0],
      node: CallExpressionNode,
    ) => void,
    code: string,
    messages: Record<string, string> = { call: "Do not call." },
  ): Promise<string> {
    const rule = defineRule({
      name: "sample/calls",
      meta: { type: "problem", docs: noPrintln.meta.docs, messages },
      create: (context) => ({
        call_expression: (node) => {
          report(context, node);
        },
      }),
    });
    const [failure] = await failuresOf("sample/calls", rule, {
      invalid: [{ code, errors: 1 }],
    });
    return failure ?? "";
  }
  const USE = `package p\n\nimport "log"\n\nfunc f() {\n\tlog.Print(1)\n}\n`;

  test("knows an import by its name alone", async () => {
    const failure = await failureOf((context, node) => {
      if (node.function.text === "log.Print") context.report({ node, messageId: "call" });
    }, USE);
    expect(failure).toMatch(
      /otherwise if the imports have other names\.[^]*As it is written:[^]*\^{12} Do not call[^]*Rewritten:[^]*logRenamed\.Print/u,
    );
  });

  test("takes a local variable for the package that it hides", async () => {
    const failure = await failureOf((context, node) => {
      const { function: callee } = node;
      const [operand] = callee.text.split(".");
      const names = context.semantics.imports.map(({ name, path }) => path === "log" && name);
      if (operand !== undefined && names.includes(operand))
        context.report({ node, messageId: "call" });
    }, USE);
    expect(failure).toMatch(
      /takes 'log' for the package where a local variable hides it:\n\n[^]*5 \| func f\(\) \{ var log struct\{\};\n[^]*\^{12} Do not call/u,
    );
  });

  test("counts lines or bytes by itself", async () => {
    const crlf = await failureOf((context, node) => {
      if (/\n\tlog/u.test(context.sourceCode.text) && !context.sourceCode.text.includes("\r\n"))
        context.report({ node, messageId: "call" });
    }, USE);
    expect(crlf).toContain("otherwise if its lines end with CRLF.");
    const emoji = await failureOf((context, node) => {
      if (Buffer.byteLength(context.sourceCode.text) === context.sourceCode.text.length)
        context.report({ node, messageId: "call" });
    }, USE);
    expect(emoji).toContain("otherwise if an emoji stands in a comment before it.");
  });

  test("leaves a placeholder, also where the case counts the errors alone", async () => {
    const failure = await failureOf(
      (context, node) => {
        context.report({ node, messageId: "call" });
      },
      USE,
      { call: "Do not call {{ name }}." },
    );
    expect(failure).toContain("No 'data' fills the placeholder {{ name }}.");
  });

  test("is silent about why a site is exempt", async () => {
    const failure = await failureOf((context, node) => {
      context.report({ node, messageId: "call" });
      context.attest({ node, verdict: "exempt" });
    }, USE);
    expect(failure).toMatch(/An exempt site needs a 'reason'[^]*\^{12} exempt/u);
  });
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

test("a failure is a RuleTestError whose stack is the test's", async () => {
  const [ran] = await collect(() => {
    new RuleTester().run(NAME, noPrintln, { valid: [BAD], invalid: [] });
  });
  expect(ran?.error).toBeInstanceOf(RuleTestError);
  expect((ran?.error as Error).stack).toContain("cases.test.ts");
});

test("a rule that throws fails with its own error", async () => {
  const rule = {
    create: () => ({
      call_expression: () => {
        throw new Error("Oops.");
      },
    }),
  };
  const [failure] = await failuresOf("x", rule, { valid: [BAD] });
  expect(failure).toContain("Oops.");
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
  expect(seen[0]).toMatchObject([{ a: 1, b: 2 }, { generated: true }, "/a/b.go"]);
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
