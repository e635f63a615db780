import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-ignored-errors.ts";
import { go } from "./support/ignored-errors.ts";

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

new RuleTester().run("error-handling/no-ignored-errors", rule, {
  valid: [],
  invalid: [
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
    ...[
      ["in a group", "var (\n\t\tm   = 1\n\t\terr error\n\t)\n\tprintln(m)"],
      ["beside another variable", "var m, err = 1, fail()\n\tprintln(m)"],
    ].map(([name = "", declaration = ""]) =>
      checked(
        `a value without its error, before 'err' is declared ${name}`,
        "f() error",
        "",
        `println(n)\n\t${declaration}\n\treturn err`,
        "twoErr",
      ),
    ),
    checked(
      "a value without its error, before another variable is declared",
      "f() error",
      "",
      "var m, errs = 1, n\n\tprintln(m, errs)\n\treturn nil",
      "err",
    ),
    ...[
      ["is declared and holds nothing yet", "var err error\n\t", "err"],
      ["is declared in a group, and holds nothing yet", "var (\n\t\terr error\n\t)\n\t", "err"],
      ["is declared with an error", "var err = fail()\n\t", "twoErr"],
    ].map(([name = "", before = "", error = ""]) =>
      checked(`where 'err' ${name}`, "f() error", before, "println(n)\n\treturn err", error),
    ),
    checked(
      "where 'err' is a parameter that is not used later",
      "f(err error) error",
      "",
      "println(n)\n\treturn nil",
      "err",
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
      name: "in a block in which 'err' was found to be nil",
      code: go(
        "for {\n\t\terr := fail()\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tn, _ := two()\n\t\tprintln(n)\n\t\treturn err\n\t}",
        "f() error",
      ),
      errors: [
        {
          messageId: "blank",
          suggestions: [
            {
              messageId: "check",
              output: go(
                "for {\n\t\terr := fail()\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tn, err := two()\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tprintln(n)\n\t\treturn err\n\t}",
                "f() error",
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
  ],
});
