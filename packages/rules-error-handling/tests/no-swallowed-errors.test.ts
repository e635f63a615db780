import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-swallowed-errors.ts";
import { go, loop } from "./support/swallowed-errors.ts";

new RuleTester().run("error-handling/no-swallowed-errors", rule, {
  valid: [
    {
      name: "nil where an error is expected",
      code: `package p\n\nimport "fmt"\n\nfunc f() error {\n\tif err := fail(); err != nil {\n\t\treturn nil\n\t}\n\treturn fmt.Errorf("no error")\n}\n\nfunc fail() error { return nil }\n`,
      sites: [{ verdict: "exempt", reason: "the code expects the error" }],
    },
    {
      name: "nil in a closure that may be called again",
      code: go(
        "retry(func() (bool, error) {\n\t\tif err := fail(); err != nil {\n\t\t\treturn false, nil\n\t\t}\n\t\treturn true, nil\n\t})",
      ),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "nil after a question",
      code: `package p\n\nimport "os"\n\nfunc f() (bool, error) {\n\tif _, err := os.Stat("a"); err != nil {\n\t\treturn false, nil\n\t}\n\treturn true, nil\n}\n`,
      sites: [{ verdict: "exempt", reason: "the error answers a question: os.Stat" }],
    },
    ...[
      ["net", 'net.SplitHostPort("a")', "_, _, err"],
      ["net", 'net.ResolveTCPAddr("tcp", "a")', "_, err"],
      ["path/filepath", 'filepath.Rel("a", "b")', "_, err"],
      ["time", 'time.LoadLocation("a")', "_, err"],
      ["encoding/base64", 'base64.StdEncoding.DecodeString("a")', "_, err"],
      ["encoding/json", "json.Unmarshal(nil, nil)", "err"],
      ["net", 'net.LookupHost("a")', "_, err"],
      ["net/netip", 'netip.ParseAddrPort("a")', "_, err"],
      ["net/mail", 'mail.ParseAddressList("a")', "_, err"],
      ["net/url", 'url.PathUnescape("a")', "_, err"],
      ["mime", 'mime.ParseMediaType("a")', "_, _, err"],
      ["path", 'path.Match("a", "b")', "_, err"],
      ["path/filepath", 'filepath.Match("a", "b")', "_, err"],
      ["regexp", 'regexp.CompilePOSIX("a")', "_, err"],
      ["strconv", 'strconv.Unquote("a")', "_, err"],
      ["os/exec", 'exec.LookPath("a")', "_, err"],
      ["time", 'time.ParseDuration("a")', "_, err"],
      ["encoding/hex", 'hex.DecodeString("a")', "_, err"],
    ].map(([path = "", call = "", targets = ""]) => ({
      name: `a question: ${call}`,
      code: `package p\n\nimport "${path}"\n\nfunc f(xs []int) {\n\tfor range xs {\n\t\tif ${targets} := ${call}; err != nil {\n\t\t\tcontinue\n\t\t}\n\t}\n}\n`,
      sites: [{ verdict: "exempt" as const, reason: /question/u }],
    })),
    {
      name: "a comment above a case",
      code: go(
        "err := fail()\n\tswitch {\n\t// Nothing to do.\n\tcase err != nil:\n\tcase ok:\n\t}",
      ),
      sites: [{ verdict: "exempt", reason: "explained by a comment" }],
    },
    {
      name: "a case for two conditions, and one of a switch over a value",
      code: go(
        "err := fail()\n\tswitch {\n\tcase err != nil, ok:\n\t}\n\tswitch ok {\n\tcase err != nil:\n\t}",
      ),
      sites: [],
    },
    {
      name: "nil where an error is expected, in an else",
      code: `package p\n\nimport "fmt"\n\nfunc f() error {\n\tif err := fail(); err != nil {\n\t\treturn nil\n\t} else {\n\t\tprintln()\n\t\treturn fmt.Errorf("no error")\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      sites: [{ verdict: "exempt", reason: "the code expects the error" }],
    },
    {
      name: "a comment in a case",
      code: go(
        "err := fail()\n\tswitch {\n\tcase err != nil:\n\t\t// Nothing to do.\n\tcase ok:\n\t}",
      ),
      sites: [{ verdict: "exempt", reason: "explained by a comment" }],
    },
    {
      name: "a switch over the error",
      code: go("switch err := fail(); err {\n\tcase nil:\n\t}"),
      sites: [],
    },
    {
      name: "an empty branch for no error",
      code: go("if err := fail(); err == nil {\n\t}"),
      sites: [],
    },
    {
      name: "a context that ended",
      code: `package p\n\nimport "context"\n\nfunc f(ctx context.Context, xs []int) {\n\tfor range xs {\n\t\tif err := ctx.Err(); err != nil {\n\t\t\tbreak\n\t\t}\n\t}\n}\n`,
      sites: [{ verdict: "exempt", reason: "the error answers a question: ctx.Err" }],
    },
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
    ...[
      [
        "a condition that says which error it is not",
        "if err := fail(); err != nil && !errors.Is(err, errBase) {\n\t}",
        8,
        20,
      ],
      [
        "a comparison with an error that it is not",
        "if err := fail(); err != nil && err != errBase {\n\t}",
        8,
        20,
      ],
      ["nil on the left", "if err := fail(); nil != err {\n\t}", 8, 20],
      ["an else", "if err := fail(); err == nil {\n\t\tprintln(ok)\n\t} else {\n\t}", 8, 20],
      ["not nil", "if err := fail(); !(err == nil) {\n\t}", 8, 20],
      [
        "an error that is made and discarded",
        'if err := fail(); err != nil {\n\t\t_ = errors.New("a")\n\t}',
        8,
        20,
      ],
      [
        "asked about before",
        "err := fail()\n\tif errors.Is(err, errBase) {\n\t\treturn\n\t}\n\tif err != nil {\n\t}",
        12,
        5,
      ],
      [
        "a case",
        "err := fail()\n\tswitch {\n\tcase err != nil:\n\tcase ok:\n\t\tprintln(1)\n\t}",
        10,
        7,
      ],
    ].map(([name, body, line, column]) => ({
      name: `nothing: ${name}`,
      code: `package p\n\nimport "errors"\n\nvar errBase = errors.New("")\n\nfunc f(xs []int, ok bool) {\n\t${body}\n}\n\nfunc fail() error { return nil }\n`,
      errors: [{ messageId: "swallowed" as const, line: Number(line), column: Number(column) }],
    })),
    ...[
      ["nil", "if err := fail(); err != nil {\n\t\treturn nil\n\t}\n\treturn nil", " error"],
      [
        "nothing and nil",
        'if err := fail(); err != nil {\n\t\treturn "", nil\n\t}\n\treturn "a", nil',
        " (string, error)",
      ],
      [
        "nil before another call",
        "if err := fail(); err != nil {\n\t\treturn nil\n\t}\n\treturn fail()",
        " error",
      ],
    ].map(([name = "", body = "", result = ""]) => ({
      name: `an error that becomes ${name}`,
      code: go(body, result),
      errors: [
        {
          messageId: "swallowed" as const,
          line: 4,
          suggestions: [
            {
              messageId: "return" as const,
              output: go(body.replace("nil\n\t}", "err\n\t}"), result),
            },
          ],
        },
      ],
    })),
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
              output: go(
                "if err := fail(); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
                " error",
              ),
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
      name: "a comment above a switch, and above another case",
      code: go(
        "err := fail()\n\t// Does not matter.\n\tswitch {\n\t// Does not matter.\n\tcase ok:\n\tcase err != nil:\n\t}",
      ),
      errors: [{ messageId: "swallowed", line: 9, column: 7 }],
    },
    {
      name: "a branch with a statement that says nothing",
      code: go("if err := fail(); err != nil {\n\t\t_ = ok\n\t}\n\treturn nil", " error"),
      errors: [{ messageId: "swallowed", line: 4, column: 20, suggestions: [] }],
      sites: [
        {
          verdict: "violation",
          noFixReason: "it is not known what has to be done about the error",
        },
      ],
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
