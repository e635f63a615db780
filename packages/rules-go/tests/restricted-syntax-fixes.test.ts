import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-syntax.ts";
import { body, restricted } from "./support/restrictions.ts";

new RuleTester().run("go/restricted-syntax", rule, {
  valid: [],
  invalid: [
    {
      name: "a list of any length, as ast-grep writes it, in a replacement",
      code: body("g()\n\tg(1, h(2))\n\treturn nil"),
      options: restricted({ pattern: "g($$$ARGS)", replacement: "h(ctx, $$$ARGS)", fix: true }),
      output: body("h(ctx)\n\th(ctx, 1, h(2))\n\treturn nil"),
      errors: [
        { messageId: "syntax", line: 4 },
        { messageId: "syntax", line: 5 },
      ],
    },
    {
      name: "an operand that needs parentheses",
      code: body("return g(not(a + b))"),
      options: restricted({ pattern: "not($x)", replacement: "-$x", fix: true }),
      output: body("return g(-(a + b))"),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a replacement that needs parentheses where it stands",
      code: body("return g(sum(a, b) * c)"),
      options: restricted({ pattern: "sum($x, $y)", replacement: "$x + $y" }),
      errors: [
        {
          messageId: "syntax",
          line: 4,
          suggestions: [{ desc: "Write '$x + $y'.", output: body("return g((a + b) * c)") }],
        },
      ],
    },
    {
      name: "a replacement of several calls where an operand stands",
      code: body("return g(diff(a, b) * c)"),
      options: restricted({ pattern: "diff($x, $y)", replacement: "f($x) - f($y)", fix: true }),
      output: body("return g((f(a) - f(b)) * c)"),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a part of the code alone",
      code: body("return g(ok == true, !same(f(a) || f(b)), -same(f(g(a))))"),
      options: [
        {
          restrictions: [
            { pattern: "$x == true", replacement: "$x", fix: true, message: "no" },
            { pattern: "same($x)", replacement: "$x", fix: true, message: "no" },
          ],
        },
      ],
      output: body("return g(ok, !(f(a) || f(b)), -f(g(a)))"),
      errors: [
        { messageId: "syntax", column: 11 },
        { messageId: "syntax", column: 24 },
        { messageId: "syntax", column: 45 },
      ],
    },
    {
      name: "a comment that would be lost",
      code: body("return g(sum(a, /* and */ b))"),
      options: restricted({ pattern: "sum($x, $y)", replacement: "$x + $y", fix: true }),
      output: null,
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a comment in what stays",
      code: body("return g(sum(a, h(/* all */ b)))"),
      options: restricted({ pattern: "sum($x, $y)", replacement: "add($x, $y)", fix: true }),
      output: body("return g(add(a, h(/* all */ b)))"),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a replacement by a package whose name is a variable there",
      code: body("maths := 1\n\treturn g(sum(a, maths))"),
      options: restricted({
        pattern: "sum($*xs)",
        replacement: "maths.Sum($*xs)",
        imports: { maths: "example.com/maths" },
        fix: true,
      }),
      output: null,
      errors: [{ messageId: "syntax", line: 5 }],
    },
    {
      name: "a package that is not known",
      code: body("return g(sum(a, b))"),
      options: restricted({ pattern: "sum($*xs)", replacement: "maths.Sum($*xs)", fix: true }),
      output: null,
      errors: [{ messageId: "syntax", line: 4 }],
    },
  ],
});
