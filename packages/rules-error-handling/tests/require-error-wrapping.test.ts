import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-error-wrapping.ts";
import { go } from "./support/error-wrapping.ts";

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
      name: "what is called almost like a way to wrap",
      code: `package p\n\nimport "github.com/pkg/errors"\n\nfunc f(err error) error { return errors.WrapPrefix(err, "a") }\n`,
      sites: [],
    },
    {
      name: "in a case of a switch over the error",
      code: go(
        'switch err {\n\tcase errBase:\n\t\treturn fmt.Errorf("%v", err)\n\t}\n\treturn nil',
      ),
      sites: [{ verdict: "undecided", reason: /on purpose/u }],
    },
    {
      name: "a Wrap of something else",
      code: 'package p\n\nimport "example.com/text"\n\nfunc f(err error) { text.Wrap(err, "a") }\n',
      sites: [],
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
  ],
  invalid: [
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
    ...[
      [
        "a closure in a branch that asks which error it is",
        'if err == errBase {\n\t\tlog(func() error { return fmt.Errorf("VERB", err) })\n\t}\n\treturn nil',
      ],
      [
        "a case of a switch over another error",
        'switch other {\n\tcase errBase:\n\t\treturn fmt.Errorf("VERB", err)\n\t}\n\treturn nil',
      ],
      [
        "an else of a branch that asks which error it is",
        'if err == errBase {\n\t\treturn nil\n\t} else {\n\t\treturn fmt.Errorf("VERB", err)\n\t}',
      ],
    ].map(([name = "", body = ""]) => ({
      name,
      code: go(body.replace("VERB", "%v")),
      errors: [
        {
          messageId: "verb" as const,
          suggestions: [{ messageId: "wrap" as const, output: go(body.replace("VERB", "%w")) }],
        },
      ],
    })),
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
