import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { exempt, go, site } from "./support/ignored-errors.ts";

/** A function that writes a file `w` and goes on. */
const written = (body: string, result: string) =>
  `package p\n\nimport "os"\n\nfunc f(p bool) ${result} {\n\tw, err0 := os.Create("a")\n\tprintln(w.WriteString, err0)\n\t${body}\n}\n\nfunc fail() error { return nil }\n`;

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
    {
      name: "a clean-up of a writer whose package is called almost like one that holds back",
      code: 'package p\n\nimport "example.com/compress/lz"\n\nfunc f(c closer) {\n\tlz.Register(c.Close)\n\tdefer c.Close()\n}\n\ntype closer struct{ lz.Writer }\n\nfunc (closer) Close() error { return nil }\n',
      sites: [site("undecided"), site("exempt", "deferred clean-up: Close")],
    },
    {
      name: "a clean-up to the blank identifier in a deferred closure",
      code: go("defer func() { _ = closer{}.Close() }()"),
      options: [{ blank: "never" }],
      sites: [site("exempt", "deferred clean-up: Close")],
    },
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
      "SetDeadline(t)",
      "SetReadDeadline(t)",
      "Chown(0, 0)",
      "Read(nil)",
    ].map((call) => ({
      name: `the close of a new file that nothing is written to: ${call}`,
      code: go(
        `w, err := os.Create(\`\`)\n\tdefer w.Close()\n\tprintln(w.${call}, err)`,
        "f(t int)",
      ),
      sites: [
        site("compliant"),
        site("exempt", "deferred clean-up: Close"),
        ...(/^(?:Stat|Ch|Seek|Read|Set)/u.test(call) ? [site("compliant")] : []),
      ],
    })),
    {
      name: "the close of a file that is opened to be read",
      code: go(
        "w, err := os.OpenFile(``, os.O_RDONLY, 0)\n\tdefer w.Close()\n\tprintln(w, err)",
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close")],
    },
    ...['"/dev/tty"', "`/dev/null`"].map((path) => ({
      name: `the close of a device: ${path}`,
      code: go(
        `w, err := os.OpenFile(${path}, os.O_RDWR, 0)\n\tdefer w.Close()\n\tprintln(w, err)`,
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close")],
    })),
    {
      name: "the close of a reader of what is compressed",
      code: go("r, err := gzip.NewReader(nil)\n\tdefer r.Close()\n\tprintln(err)"),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close")],
    },
    {
      name: "the deferred close of a written file whose write is flushed to the disk",
      code: go(
        "w, err := os.Create(``)\n\tif err != nil { return err }\n\tdefer w.Close()\n\tif err := w.Sync(); err != nil { return err }\n\tprintln(w)\n\treturn nil",
        "f() error",
      ),
      sites: [site("compliant"), site("exempt", "deferred clean-up: Close"), site("compliant")],
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
        "before the next round",
        "for {\n\t\tif err := fail(); err != nil {\n\t\t\tw.Close()\n\t\t\tcontinue\n\t\t}\n\t}",
        "bool",
      ],
      ["where the function ends", "w.Close()\n\treturn fail()", "error"],
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
      ["opened in a root", "w, err := r.OpenFile(``, os.O_APPEND, 0)\n\tprintln(err)"],
      [
        "whose flags are put together",
        "flags := os.O_CREATE | os.O_RDWR\n\tw, err := os.OpenFile(``, flags|os.O_TRUNC, 0)\n\tprintln(err)",
      ],
      [
        "beside one that is closed with a look",
        "v, err := os.Create(``)\n\tprintln(v.Close(), err)\n\tw, err := os.Create(``)\n\tprintln(err)",
      ],
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
      name: "the deferred close of a file in a field that is written",
      code: go(
        "var err error\n\ts.w, err = os.Create(``)\n\tdefer s.w.Close()\n\tprintln(err)",
        "f(s struct{ w *os.File })",
      ),
      errors: [{ messageId: "deferred", line: 8, column: 8 }],
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
    ...["ReadFrom(r)", "Truncate(0)", "Named()", "closer.Close()"].map((call) => ({
      name: `the deferred close of a new file, of which a call asks for ${call}`,
      code: go(
        `w, err := os.Create(\`\`)\n\tdefer w.Close()\n\tprintln(err)\n\tx := w.${call}\n\tprintln(x)`,
        "f(r io.Reader)",
      ),
      errors: [{ messageId: "deferred" as const, line: 8, column: 8 }],
    })),
    {
      name: "the close of a file that is given away",
      code: go("w, err := os.Create(``)\n\tio.Copy(w, nil)\n\tw.Close()\n\tprintln(err)"),
      errors: [
        { messageId: "ignored", line: 8, column: 2 },
        { messageId: "ignored", line: 9, column: 2 },
      ],
    },
    {
      name: "a clean-up with a value that is used",
      code: "package p\n\nfunc f(t timer) {\n\tok, _ := t.Stop()\n\tprintln(ok)\n}\n\ntype timer struct{}\n\nfunc (timer) Stop() (bool, error) { return true, nil }\n",
      errors: [{ messageId: "blank", line: 4, column: 11 }],
    },
    ...["func() { _ = closer{}.Close() }()", "go func() { _ = closer{}.Close() }()"].map(
      (body) => ({
        name: `a clean-up to the blank identifier in a closure that is not deferred: ${body}`,
        code: go(body),
        options: [{ blank: "never" as const }],
        errors: [{ messageId: "blank" as const, line: 5 }],
      }),
    ),
    {
      name: "the close of a file of a variable of the package, and of one that a call gets",
      code: 'package p\n\nimport "os"\n\nvar w, err0 = os.Create("a")\n\nfunc f() {\n\tw.WriteString("")\n\tw.Close()\n\tprintln(err0)\n}\n',
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
  ],
});
