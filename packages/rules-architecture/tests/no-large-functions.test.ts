import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-large-functions.ts";

const NAME = "architecture/no-large-functions";

const body = (lines: number, between = "") => `${between}\tf()\n`.repeat(lines);
const func = (lines: number, between = "") =>
  `package p\n\nfunc f() {\n${body(lines, between)}}\n`;

const options = [{ max: 3 }];
const compliant = (line: number, subject: string) => ({
  verdict: "compliant" as const,
  line,
  subject,
});
const large = (name: string, lines = 4) => ({
  messageId: "large" as const,
  data: { name, lines, max: 3 },
});

new RuleTester().run(NAME, rule, {
  valid: [
    { name: "a short function is counted", code: func(1), sites: [compliant(3, "f")] },
    { name: "as many lines as are allowed", code: func(100), sites: [compliant(3, "f")] },
    { name: "the limit of an option", code: func(3), options },
    { name: "blank lines do not count", code: func(3, "\n\n"), options },
    { name: "comments do not count", code: func(3, "\t// a\n\t/* b\n\nc */\n"), options },
    { name: "a function without a body", code: "package p\n\nfunc f()\n", sites: [] },
    {
      name: "an empty function",
      code: "package p\n\nfunc f() {}\n",
      options,
      sites: [compliant(3, "f")],
    },
    {
      name: "all functions are counted",
      code: "package p\n\nfunc f() {}\n\nfunc (s *S) g() {}\n\nvar h = func() {}\n",
      sites: [compliant(3, "f"), compliant(5, "g"), compliant(7, "()")],
    },
    {
      name: "a literal in a function is a part of it",
      code: "package p\n\nfunc f() {\n\tgo func() { f() }()\n}\n",
      sites: [compliant(3, "f")],
    },
    {
      name: "long parameters",
      code: "package p\n\nfunc f(\n\ta int,\n\tb int,\n\tc int,\n\td int,\n) {\n}\n",
      options,
    },
    {
      name: "a long type",
      code: `package p\n\nfunc f() {}\n\ntype s struct {\n\ta, b,\n\tc,\n\td int\n}\n`,
      options,
    },
    {
      name: "tests may be long",
      code: func(4),
      filename: "a_test.go",
      options,
      sites: [{ verdict: "exempt", line: 3, reason: "test file" }],
    },
    {
      name: "a path where they may be long",
      code: func(4),
      filename: "cmd/flags.go",
      options: [{ max: 3, exemptPaths: ["cmd/**"] }],
      sites: [{ verdict: "exempt", reason: "exempt path: cmd/**" }],
    },
  ],
  invalid: [
    {
      name: "one line too many",
      code: func(101),
      errors: [
        {
          message:
            "The body of f has 101 lines of code, and 100 are allowed: give its steps functions of their own.",
          line: 3,
          column: 6,
          endColumn: 7,
        },
      ],
      sites: [{ verdict: "violation", messageId: "large", symbol: "f" }],
    },
    { name: "the limit of an option", code: func(4), options, errors: [large("f")] },
    { name: "blank lines between", code: func(4, "\n"), options, errors: [large("f")] },
    { name: "comments between", code: func(4, "\t// a\n"), options, errors: [large("f")] },
    {
      name: "a method",
      code: `package p\n\nfunc (e *Engine) run() {\n${body(4)}}\n`,
      options,
      errors: [large("(*Engine).run")],
    },
    {
      name: "a method of a generic type",
      code: `package p\n\nfunc (e *Engine[T]) run() {\n${body(4)}}\n`,
      options,
      errors: [large("(*Engine).run")],
    },
    {
      name: "a literal at package level",
      code: `package p\n\nvar run = func() {\n${body(4)}}\n`,
      options,
      errors: [large("this function")],
    },
    {
      name: "a literal makes the function long that it is in, and is not reported itself",
      code: `package p\n\nfunc f() {\n\tgo func() {\n${body(4)}\t}()\n}\n`,
      options,
      errors: [large("f", 6)],
    },
    {
      name: "a literal in a composite literal at package level",
      code: `package p\n\nvar c = cmd{run: func() {\n${body(4)}}}\n`,
      options,
      errors: [large("this function")],
    },
    {
      name: "after a literal, the next function",
      code: `package p\n\nvar h = func() { func() {}() }\n\nfunc g() {\n${body(4)}}\n`,
      options,
      errors: [large("g")],
    },
    {
      name: "tests, if they are asked for",
      code: func(4),
      filename: "a_test.go",
      options: [{ max: 3, tests: true }],
      errors: [{ messageId: "large", line: 3, column: 6 }],
    },
    {
      name: "a raw string",
      code: "package p\n\nfunc f() {\n\ts = `\n// a\n\n// b\n`\n}\n",
      options,
      errors: [large("f")],
    },
    {
      name: "two of three",
      code: `${func(4)}\nfunc g() {\n${body(3)}}\n\nfunc h() {\n${body(4)}}\n`,
      options,
      errors: [large("f"), large("h")],
    },
    {
      name: "Windows line ends",
      code: func(4, "\n").replaceAll("\n", "\r\n"),
      options,
      errors: [large("f")],
    },
  ],
});
