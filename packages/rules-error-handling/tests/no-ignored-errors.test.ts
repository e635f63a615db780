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

const unread = 'package p\n\nimport "example.com/x"\n\nfunc f() { x.Do() }\n';

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [
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
    {
      name: "a value without its error, before 'err' is declared",
      code: go(
        "n, _ := two()\n\tprintln(n)\n\terr := fail()\n\tvar other error\n\treturn errors(err, other)",
        "f(errors func(...error) error) error",
      ),
      errors: [{ messageId: "blank" }],
    },
    {
      name: "a value without its error, before a variable for it is declared",
      code: go("n, _ := two()\n\tprintln(n)\n\tvar err error\n\treturn err", "f() error"),
      errors: [{ messageId: "blank" }],
    },
    {
      name: "in the head of a statement",
      code: go("if n, _ := two(); n > 0 { return nil }\n\treturn nil", "f() error"),
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
      code: go("c.Stop()", "f(c interface{ Stop() error })"),
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
