import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-syntax.ts";

const restricted = (entry: object) => [{ restrictions: [{ message: "no", ...entry }] }];
const body = (statements: string, imports = "") =>
  `package p\n${imports && `\nimport ${imports}\n`}\nfunc f() error {\n\t${statements}\n}\n`;

const TYPES = `package p

import (
	"net/http"
	"sync/atomic"
)

type s struct {
	client *http.Client
	value  atomic.Pointer[int]
	names  List[string]
}

func f(client http.Client, m List, i int) *http.Client {
	var copied List[int] = *client[i]
	_ = (*http.Client)(nil)
	_ = List[string]{m[i]}
	return &client
}
`;

const ofTypes = (pattern: string, places: readonly (readonly [number, number])[]) => ({
  name: `types by an expression's pattern: ${pattern}`,
  code: TYPES,
  options: restricted({ pattern }),
  errors: places.map(([line, column]) => ({ messageId: "syntax" as const, line, column })),
});

new RuleTester().run("go/restricted-syntax", rule, {
  valid: [
    {
      name: "another number, character and label",
      code: body("g(2, 'b')\nouter:\n\tfor {\n\t\tbreak outer\n\t}\n\treturn nil"),
      options: [
        {
          restrictions: ["g(1, 'b')", "g(2, 'a')", "break inner"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      sites: [],
    },
    {
      name: "another number in parentheses",
      code: body("g((2))\n\treturn nil"),
      options: restricted({ pattern: "g(1)" }),
      sites: [],
    },
    {
      name: "a channel of another direction",
      code: "package p\n\nvar in <-chan int\nvar out chan<- int\n",
      options: restricted({ pattern: "chan int" }),
      sites: [],
    },
    {
      name: "lists of one name that differ in their ends",
      code: body("return g(a(1, 2), b(1), a(1), b(1, 2))"),
      options: restricted({ pattern: "g(a($*xs), b($*xs), $*_)" }),
      sites: [],
    },
    {
      name: "a package whose path ends alike",
      code: body("return errors.Wrap(err)", 'errors "example.com/myerrors"'),
      options: restricted({ pattern: "errors.Wrap($_)" }),
      sites: [],
    },
    {
      name: "a method of the name of a package's function",
      code: "package p\n\nfunc f(errors wrapper) { errors.Wrap(nil) }\n",
      options: restricted({ pattern: "errors.Wrap($_)" }),
      sites: [],
    },
    {
      name: "two values or statements where one hole stands",
      code: body("if x {\n\t\ty()\n\t\tz()\n\t}\n\treturn a, b"),
      options: [
        {
          restrictions: ["return $x", "if $x { $y }"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      sites: [],
    },
    {
      name: "a type of the file that is called as one of the universe",
      code: "package p\n\ntype error int\n\nvar x error\n",
      options: restricted({ pattern: "var $x error" }),
      sites: [],
    },
    {
      name: "the code to write instead, in functions that it is not about",
      code: body("return errors.Is(err, nil)", '"errors"'),
      options: restricted({
        pattern: "$x == $y",
        instead: "errors.Is($*_)",
        within: { names: ["other"] },
      }),
      sites: [],
    },
    {
      name: "values of another type and of one that is not known, in either order",
      code: body("n := 1\n\treturn g(x.Err == n, n == x.Err)"),
      options: restricted({ pattern: "$x == $y", types: { x: ["error"], y: ["error"] } }),
      sites: [],
    },
  ],
  invalid: [
    ...["maps.Map[int, string]($*_)", "x := New[int]($_)", "New[$_]($_)"].map((pattern) => ({
      name: `calls of generic functions: ${pattern}`,
      code: 'package p\n\nimport "example.com/maps"\n\nfunc New[T any](x T) T { return x }\n\nfunc f() {\n\tmaps.Map[int, string](nil, nil); x := New[int](3)\n}\n',
      options: restricted({ pattern }),
      errors: [{ messageId: "syntax" as const, line: 8 }],
    })),
    {
      name: "a conversion to a generic type",
      code: "package p\n\ntype List[T any] []T\n\nvar x = List[int](nil)\n",
      options: restricted({ pattern: "List[int]($x)" }),
      errors: [{ messageId: "syntax", line: 5, column: 9 }],
    },
    ofTypes("*http.Client", [
      [9, 9],
      [14, 43],
      [16, 7],
    ]),
    ofTypes("atomic.Pointer[$_]", [[10, 9]]),
    ofTypes("List[$T]", [
      [11, 9],
      [15, 13],
      [17, 6],
    ]),
    ofTypes("List[string]", [
      [11, 9],
      [17, 6],
    ]),
    ofTypes("*$x", [
      [15, 25],
      [16, 7],
    ]),
    ofTypes("$x[$i]", [
      [15, 26],
      [17, 19],
    ]),
    {
      name: "a number, a character and a label",
      code: body("g(1, 'a')\nouter:\n\tfor {\n\t\tbreak outer\n\t}\n\treturn nil"),
      options: [
        {
          restrictions: ["g(1, 'a')", "break outer"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      errors: [
        { messageId: "syntax", line: 4, column: 2 },
        { messageId: "syntax", line: 7, column: 3 },
      ],
    },
    {
      name: "the end of a list that is as long as it can be",
      code: body("g(1, 1, 2)\n\tg(1, 2, 1)\n\tg(2, 1, 1)\n\tg(1, 1)\n\treturn nil"),
      options: restricted({ pattern: "g($*_, $x, $x, $*_)" }),
      errors: [4, 6, 7].map((line) => ({ messageId: "syntax", line, column: 2 })),
    },
    {
      name: "lists of one name, in other spaces",
      code: body("return g(a(1, h( 2,  3 )), b(1,\n\t\th( 2, 3 )))"),
      options: restricted({ pattern: "g(a($*xs), b($*xs))" }),
      errors: [{ messageId: "syntax", line: 4, column: 9, endLine: 5 }],
    },
    {
      name: "statements twice in a row, each once",
      code: body("x++\n\tx++\n\tx++\n\ty++\n\ty++\n\treturn nil"),
      options: restricted({ pattern: "$x++; $x++" }),
      errors: [
        { messageId: "syntax", line: 4, column: 2, endLine: 5, endColumn: 5 },
        { messageId: "syntax", line: 7, column: 2, endLine: 8, endColumn: 5 },
      ],
    },
    {
      name: "statements around any others",
      code: body("mu.Lock()\n\tx++\n\ty++\n\tmu.Unlock()\n\tz++\n\treturn nil"),
      options: restricted({ pattern: "$m.Lock(); $*_; $m.Unlock()" }),
      errors: [{ messageId: "syntax", line: 4, column: 2, endLine: 7, endColumn: 13 }],
    },
    {
      name: "a package by the end of its path, and by its whole path",
      code: body(
        "return g(errors.Wrap(err), other.Wrap(err))",
        '(\n\t"github.com/pkg/errors"\n\tother "example.com/errors"\n)',
      ),
      options: [
        {
          restrictions: [
            {
              pattern: "errors.Wrap($_)",
              imports: { errors: "example.com/errors" },
              message: "one",
            },
            { pattern: "errors.Wrap($_)", message: "two" },
          ],
        },
      ],
      errors: [
        { message: "Do not write 'errors.Wrap(err)': two.", line: 9, column: 11 },
        { message: "Do not write 'other.Wrap(err)': one.", line: 9, column: 29 },
      ],
    },
    {
      name: "long code, of which the start is shown",
      code: body(`return g("${"a".repeat(55)}")\n\tg("${"a".repeat(56)}")`),
      options: restricted({ pattern: "g($_)" }),
      errors: [
        { message: `Do not write 'g("${"a".repeat(55)}")': no.`, line: 4 },
        { message: `Do not write 'g("${"a".repeat(56)}"...': no.`, line: 5 },
      ],
    },
    {
      name: "by the first of two patterns that match",
      code: body("g(1)\n\treturn nil"),
      options: [
        {
          restrictions: [
            { pattern: "g($_)", message: " Call h. " },
            { pattern: "g(1)", message: "two" },
          ],
        },
      ],
      errors: [{ message: "Do not write 'g(1)': Call h.", line: 4, column: 2 }],
    },
    {
      name: "values of types without names, and pointers",
      code: `package p

import "database/sql"

func f(data []byte, db *sql.DB, n int) {
	g(data)
	g(db)
	g(n)
}
`,
      options: restricted({ pattern: "g($x)", types: { x: ["[]byte", "*database/sql.DB"] } }),
      errors: [6, 7].map((line) => ({ messageId: "syntax", line, column: 2 })),
    },
    {
      name: "one value and one statement, of a type and with a text",
      code: body("var err error\n\tif x {\n\t\tlog(err)\n\t}\n\treturn err"),
      options: [
        {
          restrictions: [
            { pattern: "return $x", types: { x: ["error"] }, message: "one" },
            { pattern: "if $_ { $s }", unless: { s: "^print" }, message: "two" },
          ],
        },
      ],
      errors: [
        { message: "Do not write 'if x {...': two.", line: 5, column: 2 },
        { message: "Do not write 'return err': one.", line: 8, column: 2 },
      ],
    },
    {
      name: "a method of what a field holds",
      code: body("s.http.Get(1)\n\ts.Get(1)\n\treturn nil"),
      options: restricted({ pattern: "s.http.Get($_)" }),
      errors: [{ messageId: "syntax", line: 4, column: 2 }],
    },
    {
      name: "a number in parentheses, a method with a small letter, and a raw string with a dollar",
      code: body("g((1))\n\ts.getAll()\n\th(`$x`)\n\th(`x`)\n\treturn nil"),
      options: [
        {
          restrictions: ["g(1)", "s.getAll()", "h(`$x`)"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      errors: [4, 5, 6].map((line) => ({ messageId: "syntax", line, column: 2 })),
    },
    {
      name: "any function of a package, by another name",
      code: body("g(errs.New(``), errs.Is(a, b))\n\treturn other.New(``)", 'errs "errors"'),
      options: restricted({ pattern: "errors.$f($*_)" }),
      errors: [4, 18].map((column) => ({ messageId: "syntax", line: 6, column })),
    },
    {
      name: "a string alone, in either quotes",
      code: body('g("a", `a`, "b", `c`)\n\treturn nil'),
      options: [
        {
          restrictions: ['"a"', "`b`"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      errors: [
        { messageId: "syntax", line: 4, column: 4, endColumn: 7 },
        { messageId: "syntax", line: 4, column: 9, endColumn: 12 },
        { messageId: "syntax", line: 4, column: 14, endColumn: 17 },
      ],
    },
    {
      name: "a type that is no expression, and one of the universe",
      code: "package p\n\nvar x *[]int\nvar y []int\nvar z error\n",
      options: [
        {
          restrictions: ["*[]$t", "var $x error"].map((pattern) => {
            return { pattern, message: "no" };
          }),
        },
      ],
      errors: [
        { messageId: "syntax", line: 3, column: 7, endColumn: 13 },
        { messageId: "syntax", line: 5, column: 1 },
      ],
    },
    {
      name: "a type of a hole",
      code: 'package p\n\nimport "example.com/x"\n\nvar a = make([]x.T, 1)\nvar b = make([]*x.T, 1)\nvar c = make([]x.U, 1)\n',
      options: restricted({ pattern: "make([]$t, $_)", types: { t: ["example.com/x.T"] } }),
      errors: [5, 6].map((line) => ({ messageId: "syntax", line, column: 9 })),
    },
  ],
});
