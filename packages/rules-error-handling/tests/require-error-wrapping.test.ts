import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-error-wrapping.ts";

const go = (body: string, imports = ["fmt"]) =>
  `package p\n\n${imports.map((path) => `import "${path}"\n`).join("")}\nvar errBase error\n\nfunc f(err, other error, name string, args []any) error {\n\t${body}\n}\n`;

const errorf = (args: string) => go(`return fmt.Errorf(${args})`);

const wrapped = (name: string, args: string) => ({
  name,
  code: errorf(args),
  sites: [{ verdict: "compliant" as const, approach: "fmt.Errorf" }],
});

const suggested = (name: string, before: string, after: string) => ({
  name,
  code: errorf(before),
  errors: [
    {
      messageId: "verb" as const,
      suggestions: [{ messageId: "wrap" as const, output: errorf(after) }],
    },
  ],
});

const bare = (body: string) => go(body, ["os", "io", "strconv"]);

/** A function with a named result. */
const named = (body: string) =>
  `package p\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar _ = fmt.Sprint\n\nfunc own() error { return nil }\n\nfunc wrap(*error) {}\n\nfunc f(p string) (err error) {\n\t${body}\n}\n`;

/** A module with functions that make errors, and one that does something. */
const made = (call: string) => ({
  "go.mod": "module example.com/app\n\ngo 1.24\n",
  "x/x.go":
    "package x\n\nfunc FlagErrorf(string, ...any) error { panic(0) }\n\nfunc Error(string, int) error { panic(0) }\n\nfunc NewNotFoundErr(string, int) error { panic(0) }\n\nfunc NewBranch(string, int) error { panic(0) }\n\nfunc Delete(string, int) error { panic(0) }\n",
  "f.go": `package p\n\nimport "example.com/app/x"\n\nfunc f() error {\n\treturn ${call}\n}\n`,
});

const BARE = [{ bareReturns: true }] as const;

new RuleTester().run("error-handling/require-error-wrapping", rule, {
  valid: [
    wrapped("wrapped", '"a: %w", err'),
    wrapped("wrapped beside others", '"%s %d: %w", name, 1, err'),
    wrapped("one of two is wrapped", '"%w: %v", errBase, err'),
    wrapped("a format of two parts", '"a " + "b: %w", err'),
    {
      name: "what is no text of an error",
      code: `${go('return fmt.Errorf("a %v", k.Error())')}\nvar k kinder\n\ntype kinder struct{}\n\nfunc (kinder) Error() int { return 1 }\n`,
      sites: [],
    },
    ...["Wrap", "Wrapf", "WithMessage", "WithMessagef"].map((name) => ({
      name: `another way to wrap: ${name}`,
      code: `package p\n\nimport "github.com/pkg/errors"\n\nfunc f(err error) error { return errors.${name}(err, "a") }\n`,
      sites: [{ verdict: "compliant" as const, approach: `errors.${name}` }],
    })),
    {
      name: "a Wrap of something else",
      code: 'package p\n\nimport "example.com/text"\n\nfunc f(err error) { text.Wrap(err, "a") }\n',
      sites: [],
    },
    {
      name: "a bare error of a function that is not read",
      code: go("_, e := x.Do()\n\treturn e", ["example.com/x"]),
      options: BARE,
      sites: [],
    },
    {
      name: "a call of a function that is not read",
      code: go("return x.Do()", ["example.com/x"]),
      options: BARE,
      sites: [{ verdict: "undecided", reason: /not read/u }],
    },
    { name: "no error is printed", code: errorf('"a %v %s", name, name'), sites: [] },
    { name: "the type of an error", code: errorf('"a %T", err'), sites: [] },
    { name: "a percent sign", code: errorf('"100%% of %s", name'), sites: [] },
    { name: "many errors", code: errorf('"a %v", []error{err}'), sites: [] },
    {
      name: "an Errorf of something else",
      code: 'package p\n\nimport "example.com/log"\n\nfunc f(err error) { log.Errorf("%v", err) }\n',
      sites: [],
    },
    {
      name: "a local called fmt",
      code: "package p\n\nfunc f(fmt printer, err error) { fmt.Errorf(`%v`, err) }\n\ntype printer struct{}\n\nfunc (printer) Errorf(string, ...any) {}\n",
      sites: [],
    },
    {
      name: "another way to wrap",
      code: go('return errors.Wrapf(err, "a %s", name)', ["github.com/pkg/errors"]),
      sites: [{ verdict: "compliant", approach: "errors.Wrapf" }],
    },
    {
      name: "a format that is not there",
      code: errorf("name, err"),
      sites: [{ verdict: "undecided", reason: "the format is not known" }],
    },
    {
      name: "a value of which nothing is known",
      code: go('return fmt.Errorf("%v", x.Last)', ["fmt", "example.com/x"]),
      sites: [{ verdict: "undecided", reason: /not read/u }],
    },
    { name: "values that are handed on", code: errorf('"%v", args...'), sites: [] },
    {
      name: "tests",
      code: errorf('"%v", err'),
      filename: "f_test.go",
      sites: [{ verdict: "exempt", reason: "test file" }],
    },
    {
      name: "a bare return, if it is not asked for",
      code: `${bare("return os.Remove(name)")}// Errorf\n`,
      sites: [],
    },
    {
      name: "an error of the package's own",
      code: `${bare("return own()")}\nfunc own() error { return nil }\n`,
      options: BARE,
      sites: [],
    },
    {
      name: "an error that went through a helper",
      code: `${bare("e := os.Remove(name)\n\treturn wrap(e)")}\nfunc wrap(error) error { return nil }\n`,
      options: BARE,
      sites: [],
    },
    {
      name: "an error of an allowed package",
      code: bare("_, e := io.ReadAll(nil)\n\treturn e"),
      options: BARE,
      sites: [{ verdict: "exempt", reason: "bare package: io" }],
    },
    {
      name: "an error of a package of one's own",
      code: bare("return os.Remove(name)"),
      options: [{ bareReturns: true, barePackages: ["o*"] }],
      sites: [{ verdict: "exempt", reason: "bare package: o*" }],
    },
    {
      name: "an error that may come from elsewhere",
      code: bare('var e error\n\tif name == "" {\n\t\te = os.Remove(name)\n\t}\n\treturn e'),
      options: BARE,
      sites: [{ verdict: "undecided", reason: "'e' may be the error of another call" }],
    },
    { name: "a parameter", code: bare("return err"), options: BARE, sites: [] },
    ...[
      [
        "an error that a branch before found to be nil",
        "if e != nil {\n\t\treturn nil\n\t}\n\treturn e",
      ],
      ["an error that is nil in the branch", "if e == nil {\n\t\treturn e\n\t}\n\treturn nil"],
      [
        "an error that a case before found to be nil",
        "switch {\n\tcase e != nil:\n\t\treturn nil\n\t}\n\treturn e",
      ],
    ].map(([name = "", rest = ""]) => ({
      name,
      code: bare(`e := os.Remove(name)\n\t${rest}`),
      options: BARE,
      sites: [],
    })),
    {
      name: "a named result that a branch before found to be nil",
      code: named("err = os.Remove(p)\n\tif err != nil {\n\t\treturn own()\n\t}\n\treturn"),
      options: BARE,
      sites: [],
    },
    {
      name: "a named result that no call of another package gave",
      code: named("err = own()\n\treturn"),
      options: BARE,
      sites: [],
    },
    {
      name: "an error that a deferred closure wraps",
      code: named(
        'defer func() {\n\t\tif err != nil {\n\t\t\terr = fmt.Errorf("a: %w", err)\n\t\t}\n\t}()\n\treturn os.Remove(p)',
      ),
      options: BARE,
      sites: [
        { verdict: "compliant", approach: "fmt.Errorf" },
        { verdict: "compliant", approach: "a deferred function" },
      ],
    },
    {
      name: "an error that a deferred function may wrap",
      code: named(
        "defer wrap(&err)\n\tif err := os.Remove(p); err != nil {\n\t\treturn err\n\t}\n\treturn",
      ),
      options: BARE,
      sites: [{ verdict: "undecided", reason: "a deferred call gets '&err'" }],
    },
    ...["FlagErrorf", "Error", "NewNotFoundErr"].map((name) => ({
      name: `a new error of another package: ${name}`,
      files: made(`x.${name}("a %d", 1)`),
      options: BARE,
      sites: { "f.go": [] },
    })),
    {
      name: "hidden in a branch that asks which error it is",
      code: go(
        'if errors.Is(err, errBase) {\n\t\treturn fmt.Errorf("gone: %s", err.Error())\n\t}\n\treturn nil',
        ["errors", "fmt"],
      ),
      sites: [
        {
          verdict: "undecided",
          reason: "the branch asks which error it is, and may hide it on purpose",
        },
      ],
    },
    {
      name: "hidden in a case that asks which error it is",
      code: go(
        'switch {\n\tcase err == errBase:\n\t\treturn fmt.Errorf("gone: %v", err)\n\t}\n\treturn nil',
      ),
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "a value whose pointer alone has an Error method",
      code: `${errorf('"%v", own{}')}\ntype own struct{}\n\nfunc (*own) Error() string { return "" }\n`,
      sites: [],
    },
    {
      name: "the text of a value whose pointer is an error",
      code: `${go('return fmt.Errorf("a %v", k.Error())')}\nvar k own\n\ntype own struct{}\n\nfunc (*own) Error() string { return "" }\n`,
      sites: [{ verdict: "undecided", reason: "only its address is an error" }],
    },
    {
      name: "a value whose Error method gives its last error",
      code: `${errorf('"%v", &request{}')}\ntype request struct{}\n\nfunc (*request) Error() error { return nil }\n`,
      sites: [],
    },
    {
      name: "a value with a field called Error",
      code: `${errorf('"%v", &own{}')}\ntype own struct{ Error string }\n`,
      sites: [],
    },
    {
      name: "a value without an Error method",
      code: `${errorf('"%v", &own{}')}\ntype own struct{}\n\nfunc (*own) String() string { return "" }\n`,
      sites: [],
    },
    { name: "no error", code: bare("return nil"), options: BARE, sites: [] },
  ],
  invalid: [
    ...['x.Delete("a", 1)', 'x.NewBranch("a", 1)', 'x.Error("", 1)'].map((call) => ({
      name: `a call of another package with a text: ${call}`,
      files: made(call),
      options: BARE,
      errors: { "f.go": [{ messageId: "bare" as const, line: 6, column: 2 }] },
    })),
    ...[
      ["a named result", "err = os.Remove(p)\n\treturn", 16],
      [
        "a named result in a branch for it",
        "if err = os.Remove(p); err != nil {\n\t\treturn\n\t}\n\treturn",
        16,
      ],
      [
        "one that a deferred function reads",
        "defer func() { println(err) }()\n\treturn os.Remove(p)",
        16,
      ],
      [
        "one that a deferred function replaces",
        "defer func() { err = own() }()\n\treturn os.Remove(p)",
        16,
      ],
      [
        "one that a closure wraps that is not deferred",
        'g := func() { err = fmt.Errorf("a: %w", err) }\n\tg()\n\treturn os.Remove(p)',
        17,
      ],
    ].map(([name, body, line]) => ({
      name: `another package's error: ${name}`,
      code: named(String(body)),
      options: BARE,
      errors: [{ messageId: "bare" as const, line: Number(line) }],
    })),
    {
      name: "in a branch that asks which error it is not",
      code: go(
        'if !errors.Is(err, errBase) {\n\t\treturn fmt.Errorf("a: %v", err)\n\t}\n\treturn nil',
        ["errors", "fmt"],
      ),
      errors: [
        {
          messageId: "verb",
          suggestions: [
            {
              messageId: "wrap",
              output: go(
                'if !errors.Is(err, errBase) {\n\t\treturn fmt.Errorf("a: %w", err)\n\t}\n\treturn nil',
                ["errors", "fmt"],
              ),
            },
          ],
        },
      ],
    },
    {
      name: "another error than the one that the branch asks for",
      code: go(
        'if errors.Is(err, errBase) {\n\t\treturn fmt.Errorf("a: %v", other)\n\t}\n\treturn nil',
        ["errors", "fmt"],
      ),
      errors: [
        {
          messageId: "verb",
          suggestions: [
            {
              messageId: "wrap",
              output: go(
                'if errors.Is(err, errBase) {\n\t\treturn fmt.Errorf("a: %w", other)\n\t}\n\treturn nil',
                ["errors", "fmt"],
              ),
            },
          ],
        },
      ],
    },
    {
      name: "an error of an interface with error in it",
      code: `${errorf('"%s", own(nil)')}\ntype own interface {\n\terror\n\tCode() int\n}\n`,
      errors: [
        {
          messageId: "verb",
          suggestions: [
            {
              messageId: "wrap",
              output: `${errorf('"%w", own(nil)')}\ntype own interface {\n\terror\n\tCode() int\n}\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the text of a pointer that implements error",
      code: `${errorf('"%s", (&own{}).Error()')}\ntype own struct{}\n\nfunc (*own) Error() string { return "" }\n`,
      errors: [
        {
          messageId: "verb",
          suggestions: [
            {
              messageId: "wrap",
              output: `${errorf('"%w", (&own{})')}\ntype own struct{}\n\nfunc (*own) Error() string { return "" }\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the text of a value that is an error",
      code: `${errorf('"a %v", k.Error()')}\nvar k kind\n\ntype kind int\n\nfunc (kind) Error() string { return "" }\n`,
      errors: [
        {
          messageId: "verb",
          line: 8,
          suggestions: [
            {
              messageId: "wrap",
              output: `${errorf('"a %w", k')}\nvar k kind\n\ntype kind int\n\nfunc (kind) Error() string { return "" }\n`,
            },
          ],
        },
      ],
    },
    ...[
      ["a constant", 'const format = "a: %v"'],
      ["a constant of two parts", 'const (\n\tstart  = "a: "\n\tformat = start + "%s"\n)'],
    ].map(([name, declaration]) => ({
      name: `with a format that is ${name}`,
      code: `${errorf("format, err")}\n${declaration}\n`,
      errors: [{ messageId: "verb" as const, line: 8, column: 28, suggestions: [] }],
      sites: [
        {
          verdict: "violation" as const,
          noFixReason: "other calls may have the same format",
        },
      ],
    })),
    {
      name: "with a format of another file",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.24\n",
        "messages.go": 'package p\n\nconst format = "a: %v"\n',
        "f.go": errorf("format, err"),
      },
      errors: { "f.go": [{ messageId: "verb", line: 8 }] },
    },
    {
      name: "printed",
      code: errorf('"a: %v", err'),
      errors: [
        {
          message:
            "Wrap 'err' with '%w' instead of '%v': errors.Is and errors.As do not find it otherwise.",
          line: 8,
          column: 29,
          endColumn: 32,
          suggestions: [{ messageId: "wrap", output: errorf('"a: %w", err') }],
        },
      ],
    },
    suggested("as a string", '"a: %s", err', '"a: %w", err'),
    suggested("with a plus", '"a: %+v", err', '"a: %w", err'),
    suggested("its text", '"a: %s", err.Error()', '"a: %w", err'),
    suggested("the second value", '"%d%% %*d %v", 1, 2, 3, err', '"%d%% %*d %w", 1, 2, 3, err'),
    suggested("the second part", '"a" + "%v", err', '"a" + "%w", err'),
    suggested("the first of two", '"%v %v", err, other', '"%w %v", err, other'),
    suggested("a raw format", "`\\%v`, err", "`\\%w`, err"),
    suggested("a field's", '"%v", struct{ e error }{}.e', '"%w", struct{ e error }{}.e'),
    ...["%q", "%-s", "%10v", "%#v", "%.2s"].map((verb) => ({
      name: `in another form: ${verb}`,
      code: errorf(`"a: ${verb}", err`),
      errors: [{ messageId: "verb" as const, line: 8, suggestions: [] }],
      sites: [
        {
          verdict: "violation" as const,
          noFixReason: `'${verb}' does not print the error's text as it is`,
        },
      ],
    })),
    suggested("after an escape", '"a\\n%v", err', '"a\\n%w", err'),
    {
      name: "in an escape",
      code: errorf('"a\\x25v", err'),
      errors: [{ messageId: "verb", line: 8, suggestions: [] }],
      sites: [{ verdict: "violation", noFixReason: "an escape in the format hides its verbs" }],
    },
    {
      name: "an alias of fmt",
      code: errorf('"%v", err')
        .replace('import "fmt"', 'import f2 "fmt"')
        .replace("fmt.E", "f2.E"),
      errors: [
        {
          messageId: "verb",
          line: 8,
          column: 25,
          suggestions: [
            {
              messageId: "wrap",
              output: errorf('"%w", err')
                .replace('import "fmt"', 'import f2 "fmt"')
                .replace("fmt.E", "f2.E"),
            },
          ],
        },
      ],
    },
    {
      name: "another package's error",
      code: bare("if e := os.Remove(name); e != nil {\n\t\treturn e\n\t}\n\treturn nil"),
      options: BARE,
      errors: [
        {
          message: "Wrap the error of 'os.Remove' before you return it, and say what failed.",
          line: 11,
        },
      ],
    },
    {
      name: "directly",
      code: bare("return os.Remove(name)"),
      options: BARE,
      errors: [{ messageId: "bare", line: 10, column: 2 }],
    },
    {
      name: "after a second result",
      code: bare(
        "_, e := strconv.Atoi(name)\n\tif e != nil {\n\t\treturn e\n\t}\n\treturn nil",
      ),
      options: BARE,
      errors: [{ messageId: "bare", line: 12 }],
    },
    {
      name: "the last that was given",
      code: bare("_, e := io.ReadAll(nil)\n\te = os.Remove(name)\n\treturn e"),
      options: BARE,
      errors: [{ messageId: "bare", line: 12, column: 2 }],
    },
    {
      name: "tests, if asked for",
      code: errorf('"%v", err'),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [
        {
          messageId: "verb",
          line: 8,
          column: 26,
          suggestions: [{ messageId: "wrap", output: errorf('"%w", err') }],
        },
      ],
    },
  ],
});
