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

const BARE = [{ bareReturns: true }] as const;

new RuleTester().run("error-handling/require-error-wrapping", rule, {
  valid: [
    wrapped("wrapped", '"a: %w", err'),
    wrapped("wrapped beside others", '"%s %d: %w", name, 1, err'),
    wrapped("one of two is wrapped", '"%w: %v", errBase, err'),
    wrapped("a format of two parts", '"a " + "b: %w", err'),
    {
      name: "the text of what is no error",
      code: `${go('return fmt.Errorf("a %v", k.Error())')}\nvar k kinder\n\ntype kinder struct{}\n\nfunc (kinder) Error() string { return "" }\n`,
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
      sites: [{ verdict: "undecided", reason: "the format is not a literal" }],
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
    { name: "no error", code: bare("return nil"), options: BARE, sites: [] },
  ],
  invalid: [
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
    { name: "quoted", code: errorf('"a: %q", err'), errors: [{ messageId: "verb" }] },
    suggested("after an escape", '"a\\n%v", err', '"a\\n%w", err'),
    { name: "in an escape", code: errorf('"a\\x25v", err'), errors: [{ messageId: "verb" }] },
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
