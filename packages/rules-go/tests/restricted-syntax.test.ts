import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-syntax.ts";
import { body, restricted } from "./support/restrictions.ts";

const SENTINEL = {
  pattern: "$err == $sentinel",
  types: { err: ["error"], sentinel: ["error"] },
  message: "wrapped errors are not equal; use errors.Is",
  replacement: "errors.Is($err, $sentinel)",
};

new RuleTester().run("go/restricted-syntax", rule, {
  valid: [
    {
      name: "the code to write instead",
      code: body("return errors.Is(err, io.EOF)"),
      options: restricted({ ...SENTINEL, instead: "errors.Is($*_)" }),
      sites: [],
    },
    {
      name: "the code to write instead, of the package that it means",
      code: body("return errors.Is(err, nil)", '"errors"'),
      options: restricted({ ...SENTINEL, instead: "errors.Is($*_)" }),
      sites: [{ verdict: "compliant", line: 6, approach: "errors.Is($*_)" }],
    },
    {
      name: "values of another type",
      code: body("a, b := 1, 2\n\treturn g(a == b)"),
      options: restricted(SENTINEL),
      sites: [],
    },
    {
      name: "a comparison with nil",
      code: body("var err error\n\treturn g(err == nil, nil == x.Err)"),
      options: restricted(SENTINEL),
      sites: [],
    },
    {
      name: "values of types that are not known",
      code: body("return g(x.Err == y.Err)"),
      options: restricted(SENTINEL),
      sites: [{ verdict: "undecided", line: 4, column: 11 }],
    },
    {
      name: "another operator",
      code: body("var err, other error\n\treturn g(err != other)"),
      options: restricted(SENTINEL),
      sites: [],
    },
    {
      name: "a function of another package of the name",
      code: body("return fmt.Errorf(s)", 'fmt "example.com/other"'),
      options: restricted({ pattern: "fmt.Errorf($*_)", imports: { fmt: "fmt" } }),
      sites: [],
    },
    {
      name: "a variable that hides a function of the universe",
      code: body("len := 1\n\treturn g(len)"),
      options: restricted({ pattern: "g(len)" }),
      sites: [],
    },
    {
      name: "holes of one name for different code",
      code: body("a = append(b, 1)\n\treturn nil"),
      options: restricted({ pattern: "$x = append($x, $*_)" }),
      sites: [],
    },
    {
      name: "fewer and more arguments",
      code: body("g(1)\n\tg(1, 2, 3)\n\treturn nil"),
      options: restricted({ pattern: "g($_, $_)" }),
      sites: [],
    },
    {
      name: "statements with another one between them",
      code: body("mu.Lock()\n\tx++\n\tmu.Unlock()\n\treturn nil"),
      options: restricted({ pattern: "$m.Lock()\n$m.Unlock()" }),
      sites: [],
    },
    {
      name: "an exempt function",
      code: "package p\n\nfunc init() {}\n",
      options: restricted({
        pattern: "func init() { $*_ }",
        exempt: [{ files: ["file.go"], reason: "it registers the driver" }],
      }),
      sites: [{ verdict: "exempt", line: 3, reason: "it registers the driver" }],
    },
    {
      name: "another string than one with a dollar sign, which is no hole",
      code: body('g("a")\n\treturn nil'),
      options: restricted({ pattern: 'g("$x")' }),
      sites: [],
    },
    {
      name: "another name for the identifier of a pattern",
      code: body("getAll()\n\treturn nil"),
      options: restricted({ pattern: "get()" }),
      sites: [],
    },
    {
      name: "a query of other nodes",
      code: body("defer g()\n\treturn nil"),
      options: restricted({ query: "(go_statement) @report" }),
      sites: [],
    },
  ],
  invalid: [
    {
      name: "a comparison of errors, which is replaced",
      code: body(
        "var err error\n\tif (err) == io.EOF && x {\n\t\treturn nil\n\t}\n\treturn err",
        '"io"',
      ),
      options: restricted({ ...SENTINEL, fix: true }),
      output: body(
        "var err error\n\tif errors.Is((err), io.EOF) && x {\n\t\treturn nil\n\t}\n\treturn err",
        '(\n\t"errors"\n\t"io"\n)',
      ),
      errors: [
        {
          message:
            "Do not write '(err) == io.EOF': wrapped errors are not equal; use errors.Is.",
          line: 7,
          column: 5,
          endColumn: 20,
        },
      ],
    },
    {
      name: "a package by another name, in parentheses, over lines",
      code: body('return (errs.New)(\n\t\t"a, b",\n\t)', 'errs "errors"'),
      options: restricted({ pattern: 'errors.New("a, b")' }),
      errors: [{ messageId: "syntax", line: 6, column: 9, endLine: 8, endColumn: 3 }],
    },
    {
      name: "a string in other quotes, but no other string",
      code: body('g(`a b`)\n\tg("ab")\n\treturn nil'),
      options: restricted({ pattern: 'g("a b")' }),
      errors: [{ messageId: "syntax", line: 4, column: 2 }],
    },
    {
      name: "a list of any length",
      code: body("g()\n\tg(1)\n\tg(1, h(2), 3)\n\treturn nil"),
      options: restricted({ pattern: "g($*args)" }),
      errors: [
        { messageId: "syntax", line: 4 },
        { messageId: "syntax", line: 5 },
        { messageId: "syntax", line: 6 },
      ],
    },
    {
      name: "a string with a dollar sign",
      code: body('g("$x")\n\treturn nil'),
      options: restricted({ pattern: 'g("$x")' }),
      errors: [{ messageId: "syntax", line: 4, column: 2 }],
    },
    {
      name: "a package that is imported into the file",
      code: body('return New("a")', '. "errors"'),
      options: restricted({ pattern: 'errors.New("a")' }),
      errors: [{ messageId: "syntax", line: 6, column: 9 }],
    },
    {
      name: "statements that follow each other",
      code: body("x++\n\ts.mu.Lock()\n\ts.mu.Unlock() // at once\n\treturn nil"),
      options: restricted({ pattern: "$m.Lock(); $m.Unlock()" }),
      errors: [{ messageId: "syntax", line: 5, column: 2, endLine: 6, endColumn: 15 }],
    },
    {
      name: "a declaration with any body",
      code: "package p\n\nfunc init() {\n\tx = 1 // a comment\n\ty = 2\n}\n\nfunc (t T) init() {}\n",
      options: restricted({ pattern: "func init() { $*_ }" }),
      errors: [{ message: "Do not write 'func init() {...': no.", line: 3, column: 1 }],
    },
    {
      name: "a type in a declaration and in an expression",
      code: 'package p\n\nimport "sync"\n\nvar m sync.Map\nvar n = new(sync.Map)\n',
      options: restricted({ pattern: "sync.Map" }),
      errors: [
        { messageId: "syntax", line: 5, column: 7 },
        { messageId: "syntax", line: 6, column: 13 },
      ],
    },
    {
      name: "a type with a hole",
      code: "package p\n\nvar m map[string]interface{}\nvar n map[string]int\n",
      options: restricted({ pattern: "map[string]interface{}" }),
      errors: [{ messageId: "syntax", line: 3, column: 7 }],
    },
    {
      name: "if with an error that is dropped",
      code: body(
        "if err != nil {\n\t\treturn nil\n\t}\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil",
      ),
      options: restricted({ pattern: "if $err != nil { return nil }" }),
      errors: [{ messageId: "syntax", line: 4, column: 2 }],
    },
    {
      name: "a query with predicates",
      code: body("defer g()\n\tdefer h()\n\treturn nil"),
      options: restricted({
        query:
          '(defer_statement (call_expression function: (identifier) @name (#eq? @name "g"))) @report',
      }),
      errors: [{ messageId: "syntax", line: 4, column: 2, endColumn: 11 }],
    },
    {
      name: "a hole whose code is as it should be",
      code: `package p

import "time"

func f(timeoutSeconds, timeout int) {
	wait(time.Duration(timeoutSeconds) * time.Second)
	wait(time.Duration(timeout) * time.Second)
}
`,
      options: restricted({
        pattern: "time.Duration($n) * time.Second",
        unless: { n: "[sS]econds$" },
      }),
      errors: [{ messageId: "syntax", line: 7, column: 7 }],
      sites: [
        { verdict: "compliant", line: 6 },
        { verdict: "violation", line: 7 },
      ],
    },
    {
      name: "a query with types",
      code: 'package p\n\nimport "database/sql"\n\nfunc f(rows *sql.Rows, c int) {\n\tdefer rows.Close()\n\tdefer c.Close()\n}\n',
      options: restricted({
        query:
          "(defer_statement (call_expression function: (selector_expression operand: (_) @x)))",
        types: { x: ["database/sql.Rows"] },
      }),
      errors: [{ messageId: "syntax", line: 6, column: 8, endColumn: 12 }],
    },
  ],
});
