import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-syntax.ts";

const replaced = (pattern: string, replacement: string, more: object = {}) => [
  { restrictions: [{ pattern, replacement, fix: true, message: "no", ...more }] },
];
const body = (statements: string, imports = "") =>
  `package p\n${imports && `\nimport ${imports}\n`}\nfunc f() error {\n\t${statements}\n}\n`;

new RuleTester().run("go/restricted-syntax", rule, {
  valid: [],
  invalid: [
    {
      name: "an empty list before another argument, between two and as the only one",
      code: body("g()\n\tg(1, 2)\n\treturn nil"),
      options: replaced("g($*xs)", "h(k($*xs), i($*xs, true), j(nil, $*xs, true))"),
      output: body(
        "h(k(), i(true), j(nil, true))\n\th(k(1, 2), i(1, 2, true), j(nil, 1, 2, true))\n\treturn nil",
      ),
      errors: [
        { messageId: "syntax", line: 4 },
        { messageId: "syntax", line: 5 },
      ],
    },
    {
      name: "statements of a block, which get the indent of the statement around",
      code: body("if debug {\n\t\tx++\n\t\ty++\n\t}\n\treturn nil"),
      options: replaced("if debug { $*body }", "start()\n$*body"),
      output: body("start()\n\tx++\n\ty++\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 4, column: 2 }],
    },
    {
      name: "code of several lines, deeper and less deep",
      code: body(
        "a = g(func() {\n\t\tx++\n\t})\n\tif debug {\n\t\tb = g(1 +\n\t\t\t2)\n\t}\n\treturn nil",
      ),
      options: replaced("$v = g($x)", "if ok {\n\t$v = h($x)\n}"),
      output: body(
        "if ok {\n\t\ta = h(func() {\n\t\t\tx++\n\t\t})\n\t}\n\tif debug {\n\t\tif ok {\n\t\t\tb = h(1 +\n\t\t\t\t2)\n\t\t}\n\t}\n\treturn nil",
      ),
      errors: [
        { messageId: "syntax", line: 4 },
        { messageId: "syntax", line: 8 },
      ],
    },
    {
      name: "a string of several lines, which stays as it is",
      code: body("g(`a\nb\n\t\tc`)\n\treturn nil"),
      options: replaced("g($x)", "h($x)"),
      output: body("h(`a\nb\n\t\tc`)\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a string of several lines in the replacement, which is written as it is",
      code: body("g(1)\n\treturn nil"),
      options: replaced("g($x)", "h($x, `a\n\tb`)"),
      output: body("h(1, `a\n\tb`)\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "two statements by one",
      code: body("mu.Lock()\n\tmu.Unlock()\n\treturn nil"),
      options: replaced("$m.Lock(); $m.Unlock()", "_ = pass($m)"),
      output: body("_ = pass(mu)\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 4, endLine: 5 }],
    },
    {
      name: "statements around others, which stay",
      code: body("mu.Lock()\n\tx++\n\ty++\n\tmu.Unlock()\n\treturn nil"),
      options: replaced("$m.Lock(); $*body; $m.Unlock()", "hold($m)\n$*body"),
      output: body("hold(mu)\n\tx++\n\ty++\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 4, endLine: 7 }],
    },
    {
      name: "two statements with a comment between them",
      code: body("mu.Lock()\n\t// wait\n\tmu.Unlock()\n\treturn nil // done"),
      options: replaced("$m.Lock(); $m.Unlock()", "_ = pass($m)"),
      output: null,
      errors: [{ messageId: "syntax", line: 4 }],
      sites: [{ verdict: "violation", noFixReason: "a comment would be lost" }],
    },
    {
      name: "one statement between comments",
      code: body("// before\n\tg(1) // after\n\treturn nil"),
      options: replaced("g($x)", "h($x)"),
      output: body("// before\n\th(1) // after\n\treturn nil"),
      errors: [{ messageId: "syntax", line: 5 }],
    },
    {
      name: "a package by another, whose import takes its place",
      code: body('_, err := ioutil.ReadFile("a")\n\treturn err', '"io/ioutil"'),
      options: replaced("ioutil.ReadFile($x)", "os.ReadFile($x)"),
      output: body('_, err := os.ReadFile("a")\n\treturn err', '"os"'),
      errors: [{ messageId: "syntax", line: 6 }],
    },
    {
      name: "code with several packages, by the names that the file has for them",
      code: body("return g(clock.Now().Sub(x))", 'clock "time"'),
      options: replaced("time.Now().Sub($x)", "round(time.Since($x), time.Second)"),
      output: body("return g(round(clock.Since(x), clock.Second))", 'clock "time"'),
      errors: [{ messageId: "syntax", line: 6 }],
    },
    {
      name: "a package that 'imports' names the path of",
      code: body("return g(sum(a, b))"),
      options: replaced("sum($*xs)", "maths.Sum($*xs)", {
        imports: { maths: "example.com/lib/v2" },
      }),
      output: body("return g(maths.Sum(a, b))", 'maths "example.com/lib/v2"'),
      errors: [{ messageId: "syntax", line: 4 }],
    },
    {
      name: "a closure and a negation where an operand stands",
      code: body("return g(call(func() int { return 1 })(), -value(-x), field(a + b))"),
      options: [
        {
          restrictions: [
            { pattern: "value($x)", replacement: "$x", fix: true, message: "no" },
            { pattern: "field($x)", replacement: "$x.Name", fix: true, message: "no" },
          ],
        },
      ],
      output: body("return g(call(func() int { return 1 })(), -(-x), (a + b).Name)"),
      errors: [
        { messageId: "syntax", line: 4, column: 45 },
        { messageId: "syntax", line: 4, column: 56 },
      ],
    },
    {
      name: "a sum of which a part is taken",
      code: body("return g(join(a, b)[1:], join(a, b).(T))"),
      options: replaced("join($x, $y)", "$x + $y"),
      output: body("return g((a + b)[1:], (a + b).(T))"),
      errors: [
        { messageId: "syntax", line: 4, column: 11 },
        { messageId: "syntax", line: 4, column: 27 },
      ],
    },
    {
      name: "no replacement where the name that 'imports' has for a package is a variable",
      code: body("maths := 1\n\treturn g(sum(a, maths))"),
      options: replaced("sum($*xs)", "maths.Sum($*xs)", {
        imports: { maths: "example.com/lib/v2" },
      }),
      output: null,
      errors: [{ messageId: "syntax", line: 5 }],
      sites: [{ verdict: "violation", noFixReason: "'maths' is another name here" }],
    },
    {
      name: "no replacement by a package that is not in 'imports'",
      code: body("return g(sum(a, b))"),
      options: replaced("sum($*xs)", "maths.Sum($*xs)"),
      output: null,
      errors: [{ messageId: "syntax", line: 4 }],
      sites: [
        { verdict: "violation", noFixReason: "the import path of 'maths' is not in 'imports'" },
      ],
    },
  ],
});
