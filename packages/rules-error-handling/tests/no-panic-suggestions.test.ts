import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-panic.ts";
import { go } from "./support/panic.ts";

const returned = (name: string, before: string, after: string, func: string) => ({
  name,
  code: go(before, func),
  errors: [
    {
      messageId: "panic" as const,
      suggestions: [{ messageId: "return" as const, output: go(after, func) }],
    },
  ],
});

/** A panic that no return is suggested for, and why. */
const left = (name: string, code: string, noFixReason: string) => ({
  name,
  code,
  errors: [{ messageId: "panic" as const, suggestions: [] }],
  sites: [{ verdict: "violation" as const, noFixReason }],
});

const NO_ERROR = "the function around returns no error";
const NO_MESSAGE = "there is neither an error nor a message to return";
const NO_STATEMENT = "it is no statement of its own";

new RuleTester().run("error-handling/no-panic", rule, {
  valid: [],
  invalid: [
    ...["github.com/pkg/errors", "github.com/cockroachdb/errors"].map((path) => {
      const file = (statement: string) =>
        `package p\n\nimport "${path}"\n\nvar _ = errors.Wrap\n\nfunc f() error {\n\t${statement}\n}\n`;
      return {
        name: `returned by the package that the file has: ${path}`,
        code: file('panic("a")'),
        errors: [
          {
            messageId: "panic" as const,
            suggestions: [
              { messageId: "return" as const, output: file('return errors.New("a")') },
            ],
          },
        ],
      };
    }),
    returned("an error", "panic(err)", "return err", "f(err error) error"),
    returned(
      "an error beside values",
      "panic(err)",
      'return nil, "", err',
      "f(err error) ([]int, string, error)",
    ),
    returned(
      "a text that is made",
      'panic(fmt.Sprintf("a %d", 1))',
      'return fmt.Errorf("a %d", 1)',
      "f() error",
    ),
    returned(
      "an error that is made",
      'panic(fmt.Errorf("a"))',
      'return fmt.Errorf("a")',
      "f() error",
    ),
    returned(
      "in a closure that returns an error",
      "_ = func() error { panic(err) }",
      "_ = func() error { return err }",
      "f(err error)",
    ),
    {
      name: "a text where an error can be returned",
      code: go('panic("a")', "f() error"),
      errors: [
        {
          messageId: "panic",
          suggestions: [
            {
              messageId: "return",
              output:
                'package p\n\nimport "errors"\n\nfunc f() error {\n\treturn errors.New("a")\n}\n',
            },
          ],
        },
      ],
    },
    {
      name: "a text that is put together where an error can be returned",
      code: `package p\n\nimport "fmt"\n\nfunc f() error {\n\tpanic(fmt.Sprint("a", 1))\n}\n`,
      errors: [
        {
          messageId: "panic",
          suggestions: [
            {
              messageId: "return",
              output: `package p\n\nimport (\n\t"errors"\n\t"fmt"\n)\n\nfunc f() error {\n\treturn errors.New(fmt.Sprint("a", 1))\n}\n`,
            },
          ],
        },
      ],
    },
    returned("an error's text", "panic(err.Error())", "return err", "f(err error) error"),
    returned(
      "an error in a text that is made",
      'panic(fmt.Sprintf("a %d: %v", 1, err))',
      'return fmt.Errorf("a %d: %w", 1, err)',
      "f(err error) error",
    ),
    returned(
      "an error with its details in a text that is made",
      'panic(fmt.Sprintf("a: %+v (%d)", err, 1))',
      'return fmt.Errorf("a: %w (%d)", err, 1)',
      "f(err error) error",
    ),
    returned(
      "an error of which another form is in a text that is made",
      'panic(fmt.Sprintf("a: %q", err))',
      'return fmt.Errorf("a: %q", err)',
      "f(err error) error",
    ),
    returned(
      "a format that is a variable, with values",
      "panic(fmt.Sprintf(format, 1))",
      "return fmt.Errorf(format, 1)",
      "f(format string) error",
    ),
    left(
      "a text of another package's Sprintf",
      `package p\n\nimport "example.com/x"\n\nfunc f() error { panic(x.Sprintf("a")) }\n`,
      NO_MESSAGE,
    ),
    left(
      "a format that is a variable, without values",
      go("panic(fmt.Sprintf(format))", "f(format string) error"),
      NO_MESSAGE,
    ),
    left(
      "a format that is no text",
      go("panic(fmt.Sprintf(format, 1))", "f(format any) error"),
      NO_MESSAGE,
    ),
    left(
      "the text of what is no error",
      go("panic(x.Error())", "f(x t) error") +
        "\ntype t struct{}\n\nfunc (t) Error() t { return t{} }\n",
      NO_MESSAGE,
    ),
    left("a number", go("panic(1)", "f() error"), NO_MESSAGE),
    left(
      "a text of a type of its own",
      go("panic(s)", "f(s string) error") + "\ntype string struct{}\n",
      NO_MESSAGE,
    ),
    left("two values", go("panic(1, err)", "f(err error) error"), NO_MESSAGE),
    left("an error that cannot be returned", go("panic(err)", "f(err error)"), NO_ERROR),
    left(
      "an error that is not the last result",
      go("panic(err)", "f(err error) (error, int)"),
      NO_ERROR,
    ),
    left(
      "a type of the file's own called error",
      go("panic(err)", "f(err error) error") + "\ntype error struct{}\n",
      NO_ERROR,
    ),
    left(
      "a value whose zero is not known",
      go("panic(err)", "f(err error) (t, error)") + "\ntype t int\n",
      "the zero value of a result is not known",
    ),
    left("deferred", go("defer panic(err)", "f(err error) error"), NO_STATEMENT),
    left(
      "before other code",
      go("panic(err)\n\tprintln()\n\treturn nil", "f(err error) error"),
      "code follows it",
    ),
    {
      name: "before other code of another block",
      code: go("if err != nil {\n\t\tpanic(err)\n\t}\n\treturn nil", "f(err error) error"),
      errors: [
        {
          messageId: "panic",
          suggestions: [
            {
              messageId: "return",
              output: go(
                "if err != nil {\n\t\treturn err\n\t}\n\treturn nil",
                "f(err error) error",
              ),
            },
          ],
        },
      ],
    },
  ],
});
