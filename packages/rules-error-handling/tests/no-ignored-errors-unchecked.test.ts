import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { go } from "./support/ignored-errors.ts";

/** A discarded error that no check is suggested for, and why. */
const unchecked = (
  messageId: "blank" | "deferred" | "goroutine" | "ignored",
  name: string,
  body: string,
  noFixReason: string,
  { line = 5, signature = "f(p string) error" } = {},
) => ({
  name,
  code: go(body, signature),
  options: [{ blank: "never" as const, allowed: [] }],
  errors: [{ messageId, line, suggestions: [] }],
  sites: [{ verdict: "violation" as const, noFixReason }],
});

const NO_STATEMENT = "it is no statement of its own";

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [],
  invalid: [
    ...["n [2]int", "n uint7", "n struct{}", "c closer"].map((result) => ({
      name: `beside a result of which the text does not say what nothing is: ${result}`,
      code: go("fail()\n\tpanic(0)", `f() (${result}, err error)`),
      errors: [{ messageId: "ignored" as const, line: 5, column: 2 }],
    })),
    {
      name: "where both names are used",
      code: go(
        "err, twoErr := fail(), 1\n\tn, _ := two()\n\tprintln(n, twoErr)\n\treturn err",
        "f() error",
      ),
      errors: [{ messageId: "blank", line: 6, suggestions: [] }],
      sites: [
        { verdict: "compliant" },
        { verdict: "violation", noFixReason: "there is no free name for the error" },
      ],
    },
    {
      name: "where the package declares the other name",
      code: `${go("n, _ := two()\n\tprintln(n)\n\terr := fail()\n\treturn err", "f() error")}\nvar twoErr error\n`,
      errors: [{ messageId: "blank", line: 5, suggestions: [] }],
      sites: [
        { verdict: "violation", noFixReason: "there is no free name for the error" },
        { verdict: "compliant" },
      ],
    },
    {
      name: "of a call of what has no name",
      code: go(
        "n, _ := func() (int, error) { return 0, nil }()\n\tprintln(n)\n\terr := fail()\n\treturn err",
        "f() error",
      ),
      errors: [{ messageId: "blank", line: 5, suggestions: [] }],
      sites: [
        { verdict: "violation", noFixReason: "there is no free name for the error" },
        { verdict: "compliant" },
      ],
    },
    unchecked(
      "blank",
      "beside another value",
      "x := 0\n\t_, x = fail(), 1\n\tprintln(x)\n\treturn nil",
      NO_STATEMENT,
      { line: 6 },
    ),
    unchecked(
      "blank",
      "beside a variable",
      "y, _ := 2, fail()\n\tprintln(y)\n\treturn nil",
      NO_STATEMENT,
    ),
    unchecked(
      "ignored",
      "on the line of another statement",
      "fail(); println(1)\n\treturn nil",
      NO_STATEMENT,
    ),
    unchecked(
      "ignored",
      "behind another statement",
      "println(1); fail()\n\treturn nil",
      NO_STATEMENT,
    ),
    unchecked(
      "ignored",
      "before a comment in its line",
      "fail() /* a */\n\treturn nil",
      NO_STATEMENT,
    ),
    unchecked(
      "blank",
      "in the head of a statement",
      "if n, _ := two(); n > 7 { return nil }\n\treturn nil",
      NO_STATEMENT,
    ),
    unchecked(
      "blank",
      "assigned to a variable that is there",
      "var n int\n\tn, _ = two()\n\tprintln(n)\n\treturn nil",
      "there is no variable for the error",
      { line: 6 },
    ),
    unchecked(
      "ignored",
      "with braces in the call",
      "func() error { return nil }()\n\treturn nil",
      "the call has braces in it",
    ),
    unchecked(
      "deferred",
      "deferred",
      "defer fail()\n\treturn nil",
      "it takes a function around the call",
    ),
    unchecked(
      "goroutine",
      "in a goroutine",
      "go fail()\n\treturn nil",
      "it takes a function around the call",
    ),
    unchecked(
      "ignored",
      "in a function without a result",
      "fail()",
      "the function around returns no error",
      {
        signature: "f()",
      },
    ),
    unchecked(
      "ignored",
      "in a function whose last result is something else",
      "fail()\n\treturn nil, 0",
      "the function around returns no error",
      { signature: "f() (error, int)" },
    ),
    unchecked(
      "ignored",
      "where the zero value is not known",
      "fail()\n\treturn closer{}, nil",
      "the zero value of a result is not known",
      { signature: "f() (closer, error)" },
    ),
    unchecked(
      "blank",
      "an error that is made",
      '_ = fmt.Errorf("a")\n\treturn nil',
      "the call only makes an error",
      { line: 6 },
    ),
  ],
});
