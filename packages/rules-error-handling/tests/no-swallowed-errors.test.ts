import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-swallowed-errors.ts";

const go = (body: string, result = "") =>
  `package p\n\nfunc f(xs []int, ok bool)${result} {\n\t${body}\n}\n\nfunc fail() error { return nil }\n`;

/** The body of a loop, in a function. */
const loop = (body: string, after = "") =>
  go(`var err error\n\tfor range xs {\n\t\t${body}\n\t}\n\t${after}`);

const compliant = (name: string, code: string, approach: string) => ({
  name,
  code,
  sites: [{ verdict: "compliant" as const, approach }],
});

new RuleTester().run("error-handling/no-swallowed-errors", rule, {
  valid: [
    compliant(
      "returned",
      go("if err := fail(); err != nil { return err }; return nil", " error"),
      "uses the error",
    ),
    compliant("told", go("if err := fail(); err != nil { println(err) }"), "uses the error"),
    compliant(
      "kept for later",
      loop("if e := fail(); e != nil { err = e }", "println(err)"),
      "uses the error",
    ),
    compliant("left", go("if err := fail(); err != nil { return }"), "returns"),
    compliant(
      "left by a jump",
      go("out:\n\tif err := fail(); err != nil { goto out }"),
      "returns",
    ),
    compliant("answered", go('if err := fail(); err != nil { println("failed") }'), "calls"),
    compliant(
      "counted",
      go("n := 0\n\tif err := fail(); err != nil { n++ }\n\tprintln(n)"),
      "falls back",
    ),
    compliant(
      "a value instead",
      go("n := 1\n\tif err := fail(); err != nil { n = 2 }\n\tprintln(n)"),
      "falls back",
    ),
    compliant(
      "asked about",
      loop("if err = fail(); err != nil && isMissing(err) { continue }"),
      "uses the error",
    ),
    compliant(
      "used after the loop",
      loop("if err = fail(); err != nil { break }", "println(err)"),
      "uses the error",
    ),
    compliant(
      "used after a loop that tries again",
      go(
        "var err error\n\tfor i := 0; i < 3; i++ {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    compliant(
      "used after a loop over a number",
      go(
        "var err error\n\tfor range 3 {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    compliant(
      "told before it is asked about",
      loop("err = fail()\n\t\tprintln(err)\n\t\tif err != nil { continue }"),
      "uses the error",
    ),
    compliant(
      "counted to a channel",
      go("c := make(chan int)\n\tif err := fail(); err != nil { c <- 1 }"),
      "falls back",
    ),
    compliant(
      "used after a loop that waits for a condition",
      go(
        "var err error\n\tfor ok {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    ...["switch", "switch any(ok).(type)", "select"].map((head) =>
      compliant(
        `used after a ${head} that it leaves`,
        go(
          `var err error\n\t${head} {\n\tdefault:\n\t\tif err = fail(); err != nil { break }\n\t}\n\tprintln(err)`,
        ),
        "uses the error",
      ),
    ),
    compliant(
      "told what a channel gave",
      go(
        "var c chan error\n\tfor {\n\t\tselect {\n\t\tcase err := <-c:\n\t\t\tprintln(err)\n\t\t\tif err != nil { continue }\n\t\t}\n\t}",
      ),
      "uses the error",
    ),
    {
      name: "explained in the branch",
      code: loop("if err = fail(); err != nil {\n\t\t\t// Best effort.\n\t\t\tcontinue\n\t\t}"),
      sites: [{ verdict: "exempt", reason: "explained by a comment" }],
    },
    {
      name: "explained above",
      code: loop(
        "err = fail()\n\t\t// Broken ones do not count.\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}",
      ),
      sites: [{ verdict: "exempt", line: 8, subject: "err != nil" }],
    },
    ...[
      "Best effort.",
      "It cannot be so.",
      "It can't.",
      "It does not matter.",
      "It doesn't.",
      "Errors go.",
    ]
      .concat(
        "What fails goes.",
        "It has failed.",
        "Only if so.",
        "Ignore it.",
        "Ignored.",
        "Ignoring it.",
      )
      .concat(
        "Invalid ones go.",
        "Not here.",
        "Only ours.",
        "Otherwise on.",
        "Skip it.",
        "Skipped.",
      )
      .concat("Skipping it.", "Unless ours.", "Best-effort.", "An error goes.", "They fail.")
      .map((comment) => ({
        name: `explained above a call: ${comment}`,
        code: loop(`// ${comment}\n\t\tif err := fail(); err != nil {\n\t\t\tcontinue\n\t\t}`),
        sites: [{ verdict: "exempt" as const, reason: "explained by a comment" }],
      })),
    {
      name: "explained above a call",
      code: loop(
        "// What is no number is\n\t\t// no process and is skipped.\n\t\tif err := fail(); err != nil {\n\t\t\tcontinue\n\t\t}",
      ),
      sites: [{ verdict: "exempt", reason: "explained by a comment" }],
    },
    ...["strconv.Atoi", "url.Parse", "os.Stat"].map((question) => ({
      name: `a question: ${question}`,
      code: `package p\n\nimport (\n\t"net/url"\n\t"os"\n\t"strconv"\n)\n\nvar _, _, _ = url.Parse, os.Stat, strconv.Atoi\n\nfunc f(xs []string) {\n\tfor _, x := range xs {\n\t\tfound, err := ${question}(x)\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\tprintln(found)\n\t}\n}\n`,
      sites: [
        { verdict: "exempt" as const, reason: `the error answers a question: ${question}` },
      ],
    })),
    {
      name: "tests",
      code: loop("if err = fail(); err != nil { continue }"),
      filename: "f_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a path",
      code: loop("if err = fail(); err != nil { continue }"),
      filename: "hack/a.go",
      options: [{ exemptPaths: ["hack/*.go"] }],
      sites: [{ verdict: "exempt", reason: "exempt path: hack/*.go" }],
    },
    {
      name: "no error, though called so",
      code: go("var err *int\n\tif err != nil { }\n\tprintln(ok)"),
      sites: [],
    },
    {
      name: "no error is there",
      code: go("if err := fail(); ok != nil || err == nil { }"),
      sites: [],
    },
    { name: "either of two", code: go("if err := fail(); ok || err != nil { }"), sites: [] },
  ],
  invalid: [
    {
      name: "nothing",
      code: go("if err := fail(); err != nil {}\n\treturn nil", " error"),
      errors: [
        {
          message: "Return 'err', log it, or say in a comment why nothing has to be done.",
          line: 4,
          column: 20,
          endColumn: 30,
          suggestions: [
            {
              messageId: "return",
              output: go("if err := fail(); err != nil { return err }\n\treturn nil", " error"),
            },
          ],
        },
      ],
    },
    {
      name: "nothing to return from",
      code: go("if err := fail(); err != nil {}"),
      errors: [{ messageId: "swallowed" }],
    },
    {
      name: "the next one",
      code: loop("if err = fail(); err != nil { continue }"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "the next one, though it is used later",
      code: loop("if err = fail(); err != nil { continue }", "println(err)"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "out of the loop",
      code: loop("if err := fail(); err != nil { break }", "println(err)"),
      errors: [{ messageId: "swallowed", line: 6, column: 21 }],
    },
    {
      name: "out of the loop to where it is made anew",
      code: loop("if err = fail(); err != nil { break }", "err = nil"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "out of a switch",
      code: go("switch {\n\tcase ok:\n\t\tif err := fail(); err != nil { break }\n\t}"),
      errors: [{ messageId: "swallowed", line: 6, column: 21 }],
    },
    {
      name: "nil first",
      code: go("if err := fail(); nil != err {}"),
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
    {
      name: "in parentheses",
      code: go("if err := fail(); (err != nil) {}"),
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
    {
      name: "and something else",
      code: go("if err := fail(); ok && err != nil {}"),
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
    {
      name: "without spaces",
      code: go("if err := fail(); err!=nil {}"),
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
    {
      name: "the second branch",
      code: go("if err := fail(); ok { println() } else if err != nil {}"),
      errors: [{ messageId: "swallowed", line: 4, column: 45 }],
    },
    {
      name: "another name",
      code: go("if failure := fail(); failure != nil {}"),
      errors: [{ message: /^Return 'failure'/u }],
    },
    {
      name: "an else that tells nothing of it",
      code: go("if err := fail(); err != nil {} else { println() }"),
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
    {
      name: "a comment above a call",
      code: go("// Tries it.\n\tif err := fail(); err != nil {}"),
      errors: [{ messageId: "swallowed", line: 5, column: 20 }],
    },
    {
      name: "a question that nothing is done about",
      code: 'package p\n\nimport "os"\n\nfunc f() {\n\tif _, err := os.Stat("a"); err != nil {\n\t}\n}\n',
      errors: [{ messageId: "swallowed", line: 6, column: 29 }],
    },
    {
      name: "the next one of a list that is counted through, though it is used later",
      code: go(
        "var err error\n\tfor i := 0; i < len(xs); i++ {\n\t\tif err = fail(); err != nil { continue }\n\t}\n\tprintln(err)",
      ),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "told before it was made anew",
      code: loop(
        "err = fail()\n\t\tprintln(err)\n\t\terr = fail()\n\t\tif err != nil { continue }",
      ),
      errors: [{ messageId: "swallowed", line: 9, column: 6 }],
    },
    {
      name: "handed on by name only",
      code: loop(
        "err = fail()\n\t\tg := func() { err = nil }\n\t\tg()\n\t\tif err != nil { continue }",
      ),
      errors: [{ messageId: "swallowed", line: 9, column: 6 }],
    },
    {
      name: "asked about before by a package's own question",
      code: `package p\n\nimport "example.com/kind"\n\nfunc f(xs []int) {\n\tfor range xs {\n\t\terr := fail()\n\t\tif kind.IsEnd(err) {\n\t\t\treturn\n\t\t}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      errors: [{ messageId: "swallowed", line: 11, column: 6 }],
    },
    {
      name: "handed on after the branch alone",
      code: loop("err := fail()\n\t\tif err != nil { continue }\n\t\tprintln(err)"),
      errors: [{ messageId: "swallowed", line: 7, column: 6 }],
    },
    {
      name: "asked about before",
      code: `package p\n\nimport "errors"\n\nfunc f(xs []int, end error) {\n\tfor range xs {\n\t\terr := fail()\n\t\tif errors.Is(err, end) {\n\t\t\treturn\n\t\t}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      errors: [{ messageId: "swallowed", line: 11, column: 6 }],
    },
    {
      name: "an order after a question",
      code:
        loop("_, e := parse()\n\t\tif err = fail(); err != nil { continue }\n\t\tprintln(e)") +
        "\nfunc parse() (int, error) { return 0, nil }\n",
      errors: [{ messageId: "swallowed", line: 7, column: 20 }],
    },
    {
      name: "a comment of two lines that is about the call",
      code: go("// Tries it.\n\t// Again and again.\n\tif err := fail(); err != nil {}"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "a comment that stands further up",
      code: go("// Does not matter.\n\n\tif err := fail(); err != nil {}"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "tests, if asked for",
      code: go("if err := fail(); err != nil {}"),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "swallowed", line: 4, column: 20 }],
    },
  ],
});
