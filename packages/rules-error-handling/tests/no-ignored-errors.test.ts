import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { exempt, go, site } from "./support/ignored-errors.ts";

/** A function that uses values of calls. */
const values = (body: string) =>
  `package p\n\nfunc f(p bool) {\n\t${body}\n}\n\nfunc two() (int, error) { return 0, nil }\n\nfunc pointer() (*int, error) { return nil, nil }\n\nfunc text() (string, error) { return "", nil }\n\nfunc is() (bool, error) { return false, nil }\n\nfunc value() (any, error) { return nil, nil }\n`;

const unread = 'package p\n\nimport "example.com/x"\n\nfunc f() { x.Do() }\n';

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [
    ...[
      ["beside it", "fail() // cannot fail", "explained by a comment"],
      ["above it", "// Best effort.\n\tfail()", "explained by a comment"],
      [
        "above it, over two lines",
        "// We ignore that\n\t// it may be gone.\n\tfail()",
        "explained by a comment",
      ],
      ["of golangci-lint", "fail() //nolint:errcheck", "nolint directive"],
      ["of golangci-lint, for all linters", "fail() //nolint", "nolint directive"],
      [
        "of golangci-lint, above it",
        "//nolint:gosec,errcheck // it never does\n\tfail()",
        "nolint directive",
      ],
      [
        "below it, where the block ends",
        "if true {\n\t\tfail()\n\t\t// It cannot fail here.\n\t}",
        "explained by a comment",
      ],
      [
        "of golangci-lint, where a call of several lines begins",
        "run := func(f func()) error { return nil }\n\trun(func() { //nolint:errcheck\n\t\tprintln()\n\t})",
        "nolint directive",
      ],
      [
        "of golangci-lint, above the block around",
        "//nolint:errcheck\n\tdefer func() {\n\t\tprintln()\n\t\tfail()\n\t}()",
        "nolint directive",
      ],
    ].map(([name = "", body = "", reason = ""]) => exempt(`a comment ${name}`, body, reason)),
    exempt(
      "a comment beside a value",
      "n, _ := two() // never returns an error\n\tprintln(n)",
      "explained by a comment",
    ),
    ...[
      ["with nil", "c, _ := pointer()\n\tif c == nil {\n\t\treturn\n\t}\n\tprintln(c)"],
      ["with zero, in the head", "if n, _ := two(); n > 0 {\n\t\tprintln(n)\n\t}"],
      ["by its length", "s, _ := text()\n\tif len(s) == 0 {\n\t\treturn\n\t}\n\tprintln(s)"],
      ["as it is", "ok, _ := is()\n\tif !ok {\n\t\treturn\n\t}"],
      ["with others", "n, _ := two()\n\tif p && n != 0 {\n\t\tprintln(n)\n\t}"],
      ["in a switch", "n, _ := two()\n\tswitch {\n\tcase n < 0:\n\t\tprintln(n)\n\t}"],
      ["with minus one", "n, _ := two()\n\tif n == -1 {\n\t\treturn\n\t}"],
      ["with an empty text", 's, _ := text()\n\tif s == "" {\n\t\treturn\n\t}'],
      ["with an empty raw text", "s, _ := text()\n\tif s != `` {\n\t\tprintln(s)\n\t}"],
      ["on the right", "n, _ := two()\n\tif 0 < n {\n\t\tprintln(n)\n\t}"],
      ["in parentheses", "n, _ := two()\n\tif !((n) <= (0)) {\n\t\tprintln(n)\n\t}"],
      ["by a field", "c, _ := pointer()\n\tif c.next == nil {\n\t\treturn\n\t}"],
      ["by a method", "c, _ := pointer()\n\tif c.IsZero() {\n\t\treturn\n\t}"],
      ["as a case", "n, _ := two()\n\tswitch 7 {\n\tcase n:\n\t}"],
      ["by its type", "v, _ := value()\n\ts, ok := v.(string)\n\tprintln(s, ok)"],
      [
        "with a duration of zero",
        "n, _ := two()\n\tif n > 0*time.Second {\n\t\tprintln(n)\n\t}",
      ],
    ].map(([name = "", body = ""]) => ({
      name: `a value that is compared ${name}`,
      code: values(body),
      sites: [site("exempt", "its value is checked")],
    })),
    {
      name: "given to a variable",
      code: go("err := fail(); _ = err"),
      sites: [site("compliant")],
    },
    { name: "returned", code: go("return fail()", "f() error"), sites: [site("compliant")] },
    { name: "passed on", code: go("println(fail())"), sites: [site("compliant")] },
    { name: "compared", code: go("if fail() != nil { return }"), sites: [site("compliant")] },
    {
      name: "the second value of two",
      code: go("_, err := two(); _ = err"),
      sites: [site("compliant")],
    },
    { name: "no result", code: go("println()"), sites: [] },
    { name: "a result that is no error", code: go("strings.ToUpper(``)"), sites: [] },
    {
      name: "an error that is not the last result",
      code: `${go("odd()")}\nfunc odd() (error, int) { return nil, 0 }\n`,
      sites: [],
    },
    {
      name: "a type of the file's own called error",
      code: "package p\n\ntype error struct{}\n\nfunc g() error { return error{} }\n\nfunc f() { g() }\n",
      sites: [],
    },
    exempt("to the blank identifier alone", "_ = fail()", "assigned to '_' alone"),
    exempt("all to the blank identifier", "_, _ = two()", "assigned to '_' alone"),
    {
      name: "a field that is compared",
      code: `${values("s.n, _ = two()\n\tif s.n < 1 {\n\t\ts.n = 1\n\t}")}\nvar s struct{ n int }\n`,
      sites: [site("exempt", "its value is checked")],
    },
    {
      name: "tests",
      code: go("fail()"),
      filename: "f_test.go",
      sites: [site("exempt", "test file")],
    },
    {
      name: "a path",
      code: go("fail()"),
      filename: "a/hack/f.go",
      options: [{ exemptPaths: ["hack/**"] }],
      sites: [site("exempt", "exempt path: hack/**")],
    },
    {
      name: "a method of the team's own",
      code: go("closer{}.Close()"),
      options: [{ allowed: ["p.closer.Close"], cleanups: [] }],
      sites: [site("exempt", "allowed: p.closer.Close")],
    },
    {
      name: "partly to the blank identifier, if that is allowed",
      code: go("n, _ := two(); _ = n"),
      options: [{ blank: "always" }],
      sites: [site("exempt", "assigned to '_'")],
    },
    {
      name: "a function that could not be read",
      code: unread,
      sites: [site("undecided", /not read/u)],
    },
  ],
  invalid: [
    ...[
      ["about something else, beside it", "fail() // go home"],
      ["about something else, above it", "// Go home.\n\tfail()"],
      ["of golangci-lint for another linter", "fail() //nolint:govet"],
      ["two lines above", "// Best effort.\n\n\tfail()"],
      ["below it, for what comes next", "fail()\n\t// It cannot fail.\n\tprintln()"],
      ["of golangci-lint for the line above", "println() //nolint:errcheck\n\tfail()"],
      ["of golangci-lint inside of a block", "if true { //nolint:errcheck\n\t\tfail()\n\t}"],
      ["for the line above", "println() // ignores errors\n\tfail()"],
    ].map(([name, body]) => ({
      name: `a comment ${String(name)}`,
      code: go(String(body)),
      errors: [{ messageId: "ignored" as const }],
    })),
    {
      name: "a variable of the package that another function compares",
      code: `${values("n, _ = two()")}\nvar n int\n\nfunc g() {\n\tif n > 0 {\n\t\treturn\n\t}\n}\n`,
      errors: [{ messageId: "blank", line: 4, column: 9 }],
    },
    {
      name: "a value that is used before it is compared",
      code: values("n, _ := two()\n\tprintln(n)\n\tif n > 0 {\n\t\treturn\n\t}"),
      errors: [{ messageId: "blank", line: 4, column: 10 }],
    },
    ...[
      ["added to", "n, _ := two()\n\tif n+1 > 7 {\n\t\treturn\n\t}"],
      ["multiplied by one", "n, _ := two()\n\tif n*1 == 7 {\n\t\treturn\n\t}"],
      ["compared beside conditions", "n, _ := two()\n\tprintln(n > 0)"],
      ["compared in the head of a loop", "n, _ := two()\n\tfor n > 0 {\n\t}"],
      ["taken for one of a type", "n, _ := value()\n\tprintln(n.(string))"],
      ["given to a function that answers", "n, _ := two()\n\tif odd(n) > 0 {\n\t\treturn\n\t}"],
      ["put in a list that is asked", "n, _ := two()\n\tif len([]int{n}) == 0 {\n\t}"],
      ["switched over", "n, _ := two()\n\tswitch n {\n\tcase 0:\n\t}"],
    ].map(([name, body]) => ({
      name: `a value that is ${String(name)}`,
      code: values(String(body)),
      errors: [{ messageId: "blank" as const, line: 4, column: 10 }],
    })),
    {
      name: "a value that is compared with another",
      code: values("n, _ := two()\n\tif n > 7 {\n\t\treturn\n\t}"),
      errors: [{ messageId: "blank", line: 4, column: 10 }],
    },
    {
      name: "an error that is made and assigned to the blank identifier",
      code: go('_ = fmt.Errorf("a")', "f() error"),
      errors: [{ messageId: "blank", line: 6, column: 6 }],
    },
    {
      name: "a call alone",
      code: go("fail()"),
      errors: [
        {
          message: "Handle the error that 'fail' returns.",
          line: 5,
          column: 2,
          endColumn: 8,
        },
      ],
    },
    {
      name: "in parentheses",
      code: go("(fail())"),
      errors: [{ messageId: "ignored", line: 5, column: 3 }],
    },
    {
      name: "a call over several lines, as one",
      code: go("closer{}.\n\t\tClose()"),
      options: [{ cleanups: [] }],
      errors: [{ messageId: "ignored" as const, data: { callee: "closer{}. Close" } }],
    },
    { name: "deferred", code: go("defer fail()"), errors: [{ messageId: "deferred" }] },
    { name: "in a goroutine", code: go("go fail()"), errors: [{ messageId: "goroutine" }] },
    {
      name: "a value without its error",
      code: go("n, _ := strconv.Atoi(text); _ = n", "f(text string)"),
      errors: [
        {
          message:
            "Handle the error that 'strconv.Atoi' returns instead of assigning it to '_'.",
        },
      ],
    },
    {
      name: "assigned, not declared",
      code: go("var n int; n, _ = two(); _ = n"),
      errors: [{ messageId: "blank", line: 5, column: 20 }],
    },
    {
      name: "a declaration",
      code: go("var n, _ = two(); _ = n"),
      errors: [{ messageId: "blank", line: 5, column: 13 }],
    },
    {
      name: "one of two calls",
      code: go("a, _ := 1, fail(); _ = a"),
      options: [{ blank: "never" }],
      errors: [{ messageId: "blank", line: 5, column: 13 }],
    },
    {
      name: "to the blank identifier alone, if that is not allowed",
      code: go("_ = fail()"),
      options: [{ blank: "never" }],
      errors: [{ messageId: "blank" }],
    },
    {
      name: "a method value's call",
      code: go("g := closer{}.Close; g()"),
      errors: [{ messageId: "ignored", line: 5, column: 23 }],
    },
    {
      name: "a function literal",
      code: go("func() error { return nil }()"),
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
    {
      name: "a field that is compared elsewhere",
      code: `${values("s.n, _ = two()")}\nvar s struct{ n int }\n\nfunc g() bool { return s.n < 1 }\n`,
      errors: [{ messageId: "blank", line: 4, column: 11 }],
    },
    {
      name: "a field that is overwritten before it is compared",
      code: `${values("s.n, _ = two()\n\ts.n = 2\n\tif s.n < 1 {\n\t\treturn\n\t}")}\nvar s struct{ n int }\n`,
      errors: [{ messageId: "blank", line: 4, column: 11 }],
    },
    {
      name: "nothing is allowed",
      code: go('fmt.Println("a"); defer closer{}.Close()'),
      options: [{ allowed: [], cleanups: [] }],
      errors: [
        { messageId: "ignored", line: 6, column: 2 },
        { messageId: "deferred", line: 6, column: 26 },
      ],
    },
    {
      name: "tests, if asked for",
      code: go("fail()"),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
    {
      name: "a method of another file's interface",
      files: {
        "go.mod": "module example.com/m\n",
        "store/store.go": "package store\n\ntype Store interface{ Save() error }\n",
        "use.go":
          'package m\n\nimport "example.com/m/store"\n\nfunc f(s store.Store) {\n\ts.Save()\n}\n',
      },
      errors: { "use.go": [{ messageId: "ignored", line: 6 }] },
    },
    {
      name: "Windows line ends",
      code: go("fail()").replaceAll("\n", "\r\n"),
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
  ],
});
