import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";

const IMPORTS = [
  "bytes",
  "compress/gzip",
  "encoding/csv",
  "fmt",
  "hash",
  "io",
  "math/rand",
  "net/http",
  "os",
  "strconv",
  "strings",
  "text/tabwriter",
];

/** A file that imports what the body uses. */
function go(body: string, signature = "f()"): string {
  const used = IMPORTS.filter((path) =>
    new RegExp(`\\b${path.slice(path.lastIndexOf("/") + 1)}\\.`, "u").test(body + signature),
  );
  const imports = used.map((path) => `import "${path}"\n`).join("");
  return `package p\n\n${imports}\nfunc ${signature} {\n\t${body}\n}\n\nfunc fail() error { return nil }\n\nfunc two() (int, error) { return 0, nil }\n\ntype closer struct{}\n\nfunc (closer) Close() error { return nil }\n`;
}

const site = (verdict: "compliant" | "exempt" | "undecided", reason?: string | RegExp) => ({
  verdict,
  ...(reason === undefined ? {} : { reason }),
});

const exempt = (name: string, body: string, reason: string, signature?: string) => ({
  name,
  code: go(body, signature),
  sites: [site("exempt", reason)],
});

/** A function that writes a file `w` and goes on. */
const written = (body: string, result: string) =>
  `package p\n\nimport "os"\n\nfunc f(p bool) ${result} {\n\tw, err0 := os.Create("a")\n\tprintln(w.WriteString, err0)\n\t${body}\n}\n\nfunc fail() error { return nil }\n`;

/** A function that uses values of calls. */
const values = (body: string) =>
  `package p\n\nfunc f(p bool) {\n\t${body}\n}\n\nfunc two() (int, error) { return 0, nil }\n\nfunc pointer() (*int, error) { return nil, nil }\n\nfunc text() (string, error) { return "", nil }\n\nfunc is() (bool, error) { return false, nil }\n`;

const unread = 'package p\n\nimport "example.com/x"\n\nfunc f() { x.Do() }\n';

/** A value whose error is discarded, and the check that is suggested: of `err` or another name. */
const checked = (
  name: string,
  signature: string,
  before: string,
  after: string,
  error: string,
) => ({
  name,
  code: go(`${before}n, _ := two()\n\t${after}`, signature),
  errors: [
    {
      messageId: "blank" as const,
      suggestions: [
        {
          messageId: "check" as const,
          output: go(
            `${before}n, ${error} := two()\n\tif ${error} != nil {\n\t\treturn ${error}\n\t}\n\t${after}`,
            signature,
          ),
        },
      ],
    },
  ],
});

/** A discarded error that no check is suggested for. */
const unchecked = (
  name: string,
  body: string,
  line = 5,
  messageId: "blank" | "ignored" = "blank",
) => ({
  name,
  code: go(body, "f(p string) error"),
  options: [{ blank: "never" as const }],
  errors: [{ messageId, line }],
});

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [
    ...[
      [
        "in a branch for an error",
        "if err := fail(); err != nil {\n\t\tw.Close()\n\t\treturn false\n\t}\n\treturn true",
        "bool",
      ],
      ["before false", "if p {\n\t\tw.Close()\n\t\treturn false\n\t}\n\treturn true", "bool"],
      [
        "before an error",
        "if p {\n\t\tw.Close()\n\t\treturn fail()\n\t}\n\treturn nil",
        "error",
      ],
      [
        "before a named error",
        "if err = fail(); err != nil {\n\t\tw.Close()\n\t\treturn\n\t}\n\treturn",
        "(err error)",
      ],
      [
        "in a branch for an error, without a result",
        "if err := fail(); err != nil {\n\t\tw.Close()\n\t\treturn\n\t}",
        "",
      ],
    ].map(([name = "", body = "", result = ""]) => ({
      name: `the close of a written file: ${name}`,
      code: written(body, result),
      sites: [
        site("compliant"),
        ...(body.includes("fail(); err") ? [site("compliant")] : []),
        site("exempt", "clean-up after a failure: Close"),
        ...(body.includes("return fail") ? [site("compliant")] : []),
      ],
    })),
    exempt(
      "a write to standard error by another name",
      'w := os.Stderr\n\tfmt.Fprintln(w, "x")',
      "allowed writer: os.Stderr",
    ),
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
    ].map(([name = "", body = "", reason = ""]) => exempt(`a comment ${name}`, body, reason)),
    exempt(
      "a comment beside a value",
      "n, _ := two() // never returns an error\n\tprintln(n)",
      "explained by a comment",
    ),
    ...[
      ["Cleanup", "defer c.Cleanup()", "deferred clean-up: Clean*"],
      ["Kill", "c.Kill()", "clean-up: Kill"],
      ["Stop", "c.Stop()", "clean-up: Stop"],
      ["SetReadDeadline", "c.SetReadDeadline()", "clean-up: SetReadDeadline"],
    ].map(([name = "", body = ""]) => ({
      name: `a clean-up: ${name}`,
      code: `package p\n\nfunc f(c c) {\n\t${body}\n}\n\ntype c struct{}\n\nfunc (c) ${name}() error { return nil }\n`,
      sites: [site("exempt", /clean-up: /u)],
    })),
    ...[
      ["with nil", "c, _ := pointer()\n\tif c == nil {\n\t\treturn\n\t}\n\tprintln(c)"],
      ["with zero, in the head", "if n, _ := two(); n > 0 {\n\t\tprintln(n)\n\t}"],
      ["by its length", "s, _ := text()\n\tif len(s) == 0 {\n\t\treturn\n\t}\n\tprintln(s)"],
      ["as it is", "ok, _ := is()\n\tif !ok {\n\t\treturn\n\t}"],
      ["with others", "n, _ := two()\n\tif p && n != 0 {\n\t\tprintln(n)\n\t}"],
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
    exempt("a print", 'fmt.Println("a")', "allowed: fmt.Print*"),
    exempt(
      "a write that does not fail",
      'b.WriteString("a")',
      "allowed writer: bytes.Buffer",
      "f(b *bytes.Buffer)",
    ),
    exempt(
      "a write to the address of a builder",
      'var b strings.Builder; fmt.Fprintf(&b, "a")',
      "allowed writer: strings.Builder",
    ),
    exempt("an embedded method", "h.Write(nil)", "allowed writer: hash.Hash", "f(h hash.Hash)"),
    exempt("standard error", 'fmt.Fprintln(os.Stderr, "a")', "allowed writer: os.Stderr"),
    exempt(
      "an answer to a request",
      'io.WriteString(w, "a")',
      "allowed writer: net/http.ResponseWriter",
      "f(w http.ResponseWriter)",
    ),
    exempt("random numbers", "rand.Read(nil)", "allowed: math/rand.Read"),
    exempt("a deferred close", "defer closer{}.Close()", "deferred clean-up: Close"),
    exempt(
      "a close in a deferred function",
      "defer func() { c.Close() }()",
      "deferred clean-up: Close",
      "f(c closer)",
    ),
    exempt("a close", "c.Close()", "clean-up: Close", "f(c closer)"),
    ...["Close", "Release", "Remove", "RemoveAll", "Rollback", "Shutdown", "Unlock"].map(
      (name) =>
        exempt(
          `a deferred clean-up: ${name}`,
          `defer c.${name}()`,
          `deferred clean-up: ${name}`,
          `f(c interface{ ${name}() error })`,
        ),
    ),
    {
      name: "a clean-up before a return of nothing but an error, behind a comment",
      code: go(
        "if err := fail(); err != nil {\n\t\tc.Close() // now\n\t\treturn err\n\t\t// gone\n\t}\n\treturn nil",
        "f(c closer) error",
      ),
      sites: [site("compliant"), site("exempt", "clean-up after a failure: Close")],
    },
    ...[
      "Name()",
      "Fd()",
      "Stat()",
      "Chmod(0)",
      "Seek(0, 0)",
      "ReadAt(nil, 0)",
      "SetReadDeadline(t)",
    ].map((call) => ({
      name: `the close of a new file that nothing is written to: ${call}`,
      code: go(
        `w, err := os.Create(\`\`)\n\tdefer w.Close()\n\tprintln(w.${call}, err)`,
        "f(t int)",
      ),
      sites: [
        site("compliant"),
        site("exempt", "deferred clean-up: Close"),
        ...(/^(?:Stat|Chmod|Seek|ReadAt|Set)/u.test(call) ? [site("compliant")] : []),
      ],
    })),
    {
      name: "the close of a file that is opened to be read",
      code: go(
        "w, err := os.OpenFile(``, os.O_RDONLY, 0)\n\tdefer w.Close()\n\tprintln(w, err)",
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close")],
    },
    {
      name: "the deferred close of a written file, after a look at what was written",
      code: go(
        "w, err := os.Create(``)\n\tif err != nil { return err }\n\tdefer func() { w.Close() }()\n\tprintln(w)\n\treturn w.Sync()",
        "f() error",
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close"), site("compliant")],
    },
    exempt("a removal", "os.Remove(path)\n\tprintln()", "clean-up: Remove", "f(path string)"),
    {
      name: "the close of a file of which only the name is wanted",
      code: go("w, err := os.CreateTemp(``, ``)\n\tw.Close()\n\tprintln(w.Name(), err)"),
      sites: [site("compliant"), site("exempt", "clean-up: Close")],
    },
    exempt(
      "a print to any writer",
      'fmt.Fprintln(w, "a")',
      "allowed writer: io.Writer",
      "f(w io.Writer)",
    ),
    exempt(
      "a print without a format to any writer",
      'fmt.Fprint(w, "a")',
      "allowed writer: io.Writer",
      "f(w io.Writer)",
    ),
    ...["WriteByte('a')", "WriteRune('a')", 'WriteString("a")', "Write(nil)"].map((call) =>
      exempt(call, `b.${call}`, "allowed writer: strings.Builder", "f(b strings.Builder)"),
    ),
    exempt(
      "a print of a formatter",
      'fmt.Fprintf(s, "a")',
      "allowed writer: fmt.State",
      "f(s fmt.State)",
    ),
    exempt(
      "the end of what is written to standard output",
      "w := tabwriter.NewWriter(os.Stdout, 0, 0, 0, ' ', 0)\n\tw.Flush()",
      "allowed writer: os.Stdout",
    ),
    {
      name: "a writer around a writer around a buffer",
      code: go(
        "var b bytes.Buffer\n\tinner := tabwriter.NewWriter(&b, 0, 0, 0, ' ', 0)\n\tw := csv.NewWriter(inner)\n\tw.Write(nil)\n\tdefer inner.Flush()",
      ),
      sites: [
        site("exempt", "allowed writer: text/tabwriter.Writer"),
        site("exempt", "allowed writer: bytes.Buffer"),
      ],
    },
    exempt("an environment variable", 'os.Setenv("A", "b")', "allowed: os.Setenv"),
    {
      name: "constants that can be read",
      code: go('n, _ := strconv.Atoi("1"); _ = n'),
      sites: [site("exempt", "with these constants it fails always or never")],
    },
    {
      name: "a named constant that can be read",
      code: go('const text = "1"\n\tn, _ := strconv.ParseInt(text, 10, 64); _ = n'),
      sites: [site("exempt", "with these constants it fails always or never")],
    },
    {
      name: "a close before another error is returned",
      code: go(
        "if err := fail(); err != nil {\n\t\tc.Close()\n\t\treturn err\n\t}\n\treturn nil",
        "f(c closer) error",
      ),
      sites: [site("compliant"), site("exempt", "clean-up after a failure: Close")],
    },
    {
      name: "a deferred close of a written file that is closed with a look as well",
      code: go(
        "w, err := os.Create(``)\n\tif err != nil { return err }\n\tdefer w.Close()\n\treturn w.Close()",
        "f() error",
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close"), site("compliant")],
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
      [
        "in a branch for no error",
        "if err := fail(); err == nil {\n\t\tw.Close()\n\t\treturn true\n\t}\n\treturn false",
        "bool",
      ],
      ["before true", "if p {\n\t\tw.Close()\n\t\treturn true\n\t}\n\treturn false", "bool"],
      [
        "before a count",
        "n := 2\n\tif p {\n\t\tw.Close()\n\t\treturn n\n\t}\n\treturn -1",
        "int",
      ],
      [
        "before an error that is nil",
        "err := fail()\n\tif err == nil {\n\t\tw.Close()\n\t\treturn err\n\t}\n\treturn err",
        "error",
      ],
    ].map(([name = "", body = "", result = ""]) => ({
      name: `the close of a written file: ${name}`,
      code: written(body, result),
      errors: [
        { messageId: "ignored" as const, ...(result === "error" && { suggestions: 1 }) },
      ],
    })),
    ...[
      ["that is assigned", "var w *os.File\n\tw, _ = os.Create(``)"],
      [
        "that is assigned later",
        "w, err := os.Open(``)\n\tif err != nil {\n\t\tw, err = os.Create(``)\n\t}\n\tprintln(err)",
      ],
      [
        "opened with a constant",
        "const flags = os.O_WRONLY | os.O_APPEND\n\tw, err := os.OpenFile(``, flags, 0)\n\tprintln(err)",
      ],
      [
        "opened with a variable",
        "flags := os.O_RDWR\n\tw, err := os.OpenFile(``, flags, 0)\n\tprintln(err)",
      ],
      ["of a root", "w, err := r.Create(``)\n\tprintln(err)"],
    ].map(([name, body]) => ({
      name: `the deferred close of a written file ${String(name)}`,
      code: go(
        `${String(body)}\n\tdefer w.Close()\n\twrite(w)`,
        "f(r *os.Root, write func(*os.File))",
      ),
      errors: [
        ...(String(body).includes(", _ =") ? [{ messageId: "blank" as const }] : []),
        { messageId: "deferred" as const },
      ],
    })),
    {
      name: "a write to a variable that may be a file",
      code: go(
        'w := os.Stderr\n\tif file != nil {\n\t\tw = file\n\t}\n\tfmt.Fprintln(w, "x")',
        "f(file *os.File)",
      ),
      errors: [{ messageId: "ignored", line: 11, column: 2 }],
    },
    ...[
      ["about something else, beside it", "fail() // go home"],
      ["about something else, above it", "// Go home.\n\tfail()"],
      ["of golangci-lint for another linter", "fail() //nolint:govet"],
      ["two lines above", "// Best effort.\n\n\tfail()"],
    ].map(([name, body]) => ({
      name: `a comment ${String(name)}`,
      code: go(String(body)),
      errors: [{ messageId: "ignored" as const }],
    })),
    {
      name: "a value that is used before it is compared",
      code: values("n, _ := two()\n\tprintln(n)\n\tif n > 0 {\n\t\treturn\n\t}"),
      errors: [{ messageId: "blank", line: 4, column: 10 }],
    },
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
      name: "a call alone where an error can be returned",
      code: go("fail()\n\treturn nil", "f() error"),
      errors: [
        {
          messageId: "ignored",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "if err := fail(); err != nil {\n\t\treturn err\n\t}\n\treturn nil",
                "f() error",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "beside other results",
      code: go("two()\n\treturn 1, nil, nil", "f() (n int, m *int, err error)"),
      errors: [
        {
          messageId: "ignored",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "if _, err := two(); err != nil {\n\t\treturn 0, nil, err\n\t}\n\treturn 1, nil, nil",
                "f() (n int, m *int, err error)",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "where the zero value is not known",
      code: go("fail()\n\treturn closer{}, nil", "f() (closer, error)"),
      errors: [{ messageId: "ignored" }],
    },
    {
      name: "in parentheses",
      code: go("(fail())"),
      errors: [{ messageId: "ignored", line: 5, column: 3 }],
    },
    ...[
      ["p *int", "nil"],
      ["s []int", "nil"],
      ["m map[int]int", "nil"],
      ["c chan int", "nil"],
      ["g func()", "nil"],
      ["i interface{}", "nil"],
      ["a any", "nil"],
      ["e error", "nil"],
      ["s string", '""'],
      ["b bool", "false"],
      ["n, o uint8", "0, 0"],
      ["n uintptr", "0"],
      ["n float64", "0"],
      ["n complex128", "0"],
      ["r rune", "0"],
      ["b byte", "0"],
    ].map(([result, zero]) => ({
      name: `beside a result that is nothing as ${zero}: ${result}`,
      code: go("fail()\n\tpanic(0)", `f() (${result}, err error)`),
      errors: [
        {
          messageId: "ignored" as const,
          suggestions: [
            {
              messageId: "check" as const,
              output: go(
                `if err := fail(); err != nil {\n\t\treturn ${zero}, err\n\t}\n\tpanic(0)`,
                `f() (${result}, err error)`,
              ),
            },
          ],
        },
      ],
    })),
    ...["n [2]int", "n uint7", "n struct{}", "c closer"].map((result) => ({
      name: `beside a result of which the text does not say what nothing is: ${result}`,
      code: go("fail()\n\tpanic(0)", `f() (${result}, err error)`),
      errors: [{ messageId: "ignored" as const, line: 5, column: 2 }],
    })),
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
      name: "a value without its error, where that can be returned",
      code: go("n, _ := two()\n\tprintln(n)\n\treturn nil", "f() error"),
      errors: [
        {
          messageId: "blank",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "n, err := two()\n\tif err != nil {\n\t\treturn err\n\t}\n\tprintln(n)\n\treturn nil",
                "f() error",
              ),
            },
          ],
        },
      ],
    },
    checked(
      "a value without its error, before 'err' is defined",
      "f() error",
      "",
      "println(n)\n\terr := fail()\n\treturn err",
      "twoErr",
    ),
    checked(
      "a value without its error, before 'err' is declared",
      "f() error",
      "",
      "println(n)\n\tvar err error\n\treturn err",
      "twoErr",
    ),
    checked(
      "where 'err' was found to be nil",
      "f() error",
      "err := fail()\n\tif err != nil {\n\t\treturn err\n\t}\n\t",
      "println(n)\n\treturn err",
      "err",
    ),
    checked(
      "where 'err' may hold an error that is returned later",
      "f() error",
      "err := fail()\n\t",
      "println(n)\n\treturn err",
      "twoErr",
    ),
    checked(
      "where 'err' is found not to be nil in a branch that goes on",
      "f() error",
      "err := fail()\n\tif err != nil {\n\t\tprintln(err)\n\t}\n\t",
      "println(n)\n\treturn err",
      "twoErr",
    ),
    checked(
      "where 'err' is not read any more",
      "f() error",
      "err := fail()\n\tprintln(err)\n\t",
      "println(n)\n\treturn nil",
      "err",
    ),
    checked(
      "where a closure may read 'err' later",
      "f() error",
      "err := fail()\n\tdefer func() { println(err) }()\n\t",
      "println(n)\n\treturn nil",
      "twoErr",
    ),
    checked(
      "where 'err' is no error",
      "f() error",
      "err := 1\n\tprintln(err)\n\t",
      "println(n)\n\treturn nil",
      "twoErr",
    ),
    checked(
      "where 'err' is a named result that no statement assigned yet",
      "f() (err error)",
      "",
      "println(n)\n\treturn",
      "err",
    ),
    checked(
      "where 'err' is a named result that holds an error",
      "f() (err error)",
      "err = fail()\n\t",
      "println(n)\n\treturn",
      "twoErr",
    ),
    checked(
      "where 'err' is a parameter that is used later",
      "f(err error) error",
      "",
      "println(n)\n\treturn err",
      "twoErr",
    ),
    {
      name: "in a block in which a named result is returned",
      code: go(
        "for {\n\t\tn, _ := two()\n\t\tif n > 7 {\n\t\t\treturn\n\t\t}\n\t}",
        "f() (err error)",
      ),
      errors: [
        {
          messageId: "blank",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "for {\n\t\tn, twoErr := two()\n\t\tif twoErr != nil {\n\t\t\treturn twoErr\n\t\t}\n\t\tif n > 7 {\n\t\t\treturn\n\t\t}\n\t}",
                "f() (err error)",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "in a block that does not mean the 'err' around it any more",
      code: go(
        "err := fail()\n\tfor {\n\t\tn, _ := two()\n\t\tprintln(n)\n\t}\n\treturn err",
        "f() error",
      ),
      errors: [
        {
          messageId: "blank",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "err := fail()\n\tfor {\n\t\tn, err := two()\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tprintln(n)\n\t}\n\treturn err",
                "f() error",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "before a comment on its line",
      code: go("n, _ := two() // a\n\tprintln(n)\n\treturn nil", "f() error"),
      errors: [
        {
          messageId: "blank",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "n, err := two() // a\n\tif err != nil {\n\t\treturn err\n\t}\n\tprintln(n)\n\treturn nil",
                "f() error",
              ),
            },
          ],
        },
      ],
    },
    unchecked(
      "where both names are used",
      "err, twoErr := fail(), 1\n\tn, _ := two()\n\tprintln(n, twoErr)\n\treturn err",
      6,
    ),
    unchecked(
      "beside another value",
      "x := 0\n\t_, x = fail(), 1\n\tprintln(x)\n\treturn nil",
      6,
    ),
    unchecked("beside a variable", "y, _ := 2, fail()\n\tprintln(y)\n\treturn nil"),
    unchecked(
      "on the line of another statement",
      "fail(); println(1)\n\treturn nil",
      5,
      "ignored",
    ),
    {
      name: "in the head of a statement",
      code: go("if n, _ := two(); n > 7 { return nil }\n\treturn nil", "f() error"),
      errors: [{ messageId: "blank" }],
    },
    {
      name: "with braces in the call",
      code: go("func() error { return nil }()\n\treturn nil", "f() error"),
      errors: [{ messageId: "ignored" }],
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
      name: "the deferred close of a file that is written",
      code: go(
        "w, err := os.Create(``)\n\tif err != nil { return err }\n\tdefer w.Close()\n\treturn write(w)",
        "f(write func(*os.File) error) error",
      ),
      errors: [{ messageId: "deferred", line: 8 }],
    },
    {
      name: "the deferred close of a file opened for writing",
      code: go(
        "w, _ := os.OpenFile(``, os.O_WRONLY, 0)\n\tdefer w.Close()\n\tw.WriteString(`a`)",
      ),
      errors: [
        { messageId: "blank", line: 6, column: 10 },
        { messageId: "deferred", line: 7, column: 8 },
        { messageId: "ignored", line: 8, column: 2 },
      ],
    },
    {
      name: "the close of a file that is written",
      code: go("w, err := os.Create(``)\n\tprintln(err)\n\tw.WriteString(`a`)\n\tw.Close()"),
      errors: [
        { messageId: "ignored", line: 8 },
        { messageId: "ignored", line: 9 },
      ],
    },
    {
      name: "the deferred close of a writer that holds back what it is given",
      code: go("gz := gzip.NewWriter(w)\n\tdefer gz.Close()", "f(w io.Writer)"),
      errors: [{ messageId: "deferred", line: 8, column: 8 }],
    },
    {
      name: "the close of a file that is given away",
      code: go("w, err := os.Create(``)\n\tio.Copy(w, nil)\n\tw.Close()\n\tprintln(err)"),
      errors: [
        { messageId: "ignored", line: 8, column: 2 },
        { messageId: "ignored", line: 9, column: 2 },
      ],
    },
    {
      name: "a clean-up that nobody called so",
      code: go("c.Halt()", "f(c interface{ Halt() error })"),
      errors: [{ messageId: "ignored", line: 5, column: 2 }],
    },
    {
      name: "a clean-up to the blank identifier, if that is not allowed",
      code: go("_ = closer{}.Close()"),
      options: [{ blank: "never" }],
      errors: [{ messageId: "blank", line: 5, column: 6 }],
    },
    {
      name: "a write to any writer",
      code: go("w.Write(nil)", "f(w io.Writer)"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a text to any writer",
      code: go('io.WriteString(w, "a")', "f(w io.Writer)"),
      errors: [{ messageId: "ignored", line: 6, column: 2 }],
    },
    {
      name: "a print to a file",
      code: go('fmt.Fprintln(w, "a")', "f(w *os.File)"),
      errors: [{ messageId: "ignored", line: 7, column: 2 }],
    },
    {
      name: "the end of what is written to any writer",
      code: go("w := tabwriter.NewWriter(to, 0, 0, 0, ' ', 0)\n\tw.Flush()", "f(to io.Writer)"),
      errors: [{ messageId: "ignored", line: 8, column: 2 }],
    },
    {
      name: "a writer that is not made around a buffer",
      code: go(
        "w := wrap(&b)\n\tw.Write(nil)",
        "f(b bytes.Buffer, wrap func(*bytes.Buffer) io.Writer)",
      ),
      errors: [{ messageId: "ignored", line: 8, column: 2 }],
    },
    {
      name: "a constant and something else",
      code: go("n, _ := strconv.ParseInt(text, 10, 64); _ = n", "f(text string)"),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
    },
    {
      name: "constants for what asks the system",
      code: go('d, _ := os.ReadFile("a"); _ = d'),
      errors: [{ messageId: "blank", line: 6, column: 10 }],
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
