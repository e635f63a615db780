import { describe, expect, test } from "@jest/globals";
import { defineRule, type CallExpressionNode, type FixFunction } from "@gopherwood/core";
import { RuleTester, RuleTestError } from "@gopherwood/rule-tester";
import { collect, failuresOf, inFunction } from "./run-cases.ts";
import {
  BAD,
  breaksCode,
  FIXED,
  forgetsData,
  hiddenByPrefilter,
  leavesIt,
  NAME,
  noPrintln,
} from "./sample-rules.ts";

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
      /sites\[0\] has the unknown property 'lien': use verdict(?:, \w+)+\./u,
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

  test("is there twice, with another output", async () => {
    const twice = [FIXED, null].map((output) => ({ code: BAD, errors: 1, output }));
    expect(await failuresOf(NAME, noPrintln, { invalid: twice })).toEqual([
      null,
      expect.stringContaining("This case is the same as invalid[0]."),
    ]);
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

  test("does not say the same to ESLint and to the engine", async () => {
    let runs = 0;
    const failure = await failureOf((context, node) => {
      runs += 1;
      if (runs === 1) context.report({ node, messageId: "call" });
    }, USE);
    expect(failure).toMatch(
      /Plain ESLint and Gopherwood's engine do not report the same\.\n\nPlain ESLint:\n[^]*\^{12} Do not call[^]*\n\nGopherwood's engine:\n +1 \| package p/u,
    );
  });

  test("throws in the engine alone", async () => {
    let runs = 0;
    const failure = await failureOf((context, node) => {
      runs += 1;
      if (runs === 2) throw new Error("Oops.");
      context.report({ node, messageId: "call" });
    }, USE);
    expect(failure).toContain("Oops.");
  });

  test("has fixes that leave a syntax error together", async () => {
    const rule = defineRule({
      name: "sample/bounds",
      meta: {
        type: "problem",
        docs: noPrintln.meta.docs,
        messages: { bound: "Give bounds." },
        fixable: "code",
      },
      create: (context) => ({
        int_literal(node) {
          const fix: FixFunction = (fixer) => fixer.replaceText(node, "x:y");
          context.report({ node, messageId: "bound", fix });
        },
      }),
    });
    const of = (bounds: string) => `package p\n\nvar a = s[${bounds}]\n`;
    const invalid = [{ code: of("1:2"), errors: 2, output: of("x:y:x:y") }];
    expect(await failuresOf("sample/bounds", rule, { invalid })).toEqual([
      expect.stringContaining("The output has a syntax error:"),
    ]);
  });

  test("is silent about why a site is exempt", async () => {
    const failure = await failureOf((context, node) => {
      context.report({ node, messageId: "call" });
      context.attest({ node, verdict: "exempt" });
    }, USE);
    expect(failure).toMatch(/An exempt site needs a 'reason'[^]*\^{12} exempt/u);
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
