import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/required-call.ts";

const HANDLER = { parameters: ["net/http.ResponseWriter", "*net/http.Request"] };
const required = (entry: object) => [
  {
    requirements: [
      { functions: HANDLER, calls: ["auth.Check"], message: "handlers authorise", ...entry },
    ],
  },
];
const handler = (statements: string) => `package api

import (
	"net/http"

	"example.com/app/auth"
)

func show(w http.ResponseWriter, r *http.Request) {
	${statements}
}
`;
const NAME = { line: 9, column: 6, endColumn: 10 };
const compliant = [{ verdict: "compliant" as const, line: 9, approach: "auth.Check" }];

new RuleTester().run("go/required-call", rule, {
  valid: [
    {
      name: "on the only path",
      code: handler("auth.Check(r)"),
      options: required({}),
      sites: compliant,
    },
    {
      name: "in every branch",
      code: handler("if x {\n\t\tauth.Check(r)\n\t\treturn\n\t}\n\tauth.Check(r)"),
      options: required({}),
      sites: compliant,
    },
    {
      name: "first, in the condition of an if",
      code: handler("if err := auth.Check(r); err != nil {\n\t\treturn\n\t}"),
      options: required({ position: "first" }),
      sites: compliant,
    },
    {
      name: "deferred",
      code: handler("x()\n\tdefer auth.Check(r)\n\treturn"),
      options: required({ position: "deferred" }),
      sites: compliant,
    },
    {
      name: "deferred in a closure",
      code: handler("defer func() { auth.Check(r) }()"),
      options: required({ position: "deferred" }),
      sites: compliant,
    },
    {
      name: "anywhere",
      code: handler("if x {\n\t\tauth.Check(r)\n\t}"),
      options: required({ position: "anywhere" }),
      sites: compliant,
    },
    {
      name: "first, after a call that may come before",
      code: handler(
        "ctx := r.Context()\n\tif err := auth.Check(ctx); err != nil {\n\t\treturn\n\t}",
      ),
      options: required({ position: "first", after: ["net/http.Request.Context"] }),
      sites: compliant,
    },
    {
      name: "an exact shape, not among other parameters, in another order or with results",
      code: `package api

import "net/http"

func one(w http.ResponseWriter, r *http.Request, page int) {}
func two(r *http.Request, w http.ResponseWriter) {}
func three(w, other http.ResponseWriter, r *http.Request) {}
func four(w http.ResponseWriter, r *http.Request) error { return nil }
`,
      options: required({ functions: { ...HANDLER, exact: true } }),
      sites: [],
    },
    {
      name: "functions of another shape",
      code: `package api

import "net/http"

func one(w http.ResponseWriter) {}
func two(w http.Handler, r *http.Request) {}
func three()
`,
      options: required({}),
      sites: [],
    },
    {
      name: "first, after variables that what may come before gives",
      code: handler("var ctx = r.Context()\n\tif auth.Check(ctx) {\n\t\treturn\n\t}"),
      options: required({ position: "first", after: ["net/http.Request.Context"] }),
      sites: compliant,
    },
    {
      name: "a function that is declared here and written in assembly",
      code: 'package api\n\nimport "net/http"\n\nfunc show(w http.ResponseWriter, r *http.Request)\n',
      options: required({}),
      sites: [],
    },
    {
      name: "an exact shape, of neither parameters nor results",
      code: "package p\n\nfunc one(x int) {}\n\nfunc two() error { return nil }\n",
      options: required({ functions: { exact: true } }),
      sites: [],
    },
    {
      name: "functions and closures, where methods of a type and of a name have to call",
      code: "package api\n\nfunc Start() {}\n\nvar start = func() {}\n",
      options: [
        {
          requirements: [{ receivers: ["api.Server"] }, { names: ["Stop", "start"] }].map(
            (functions) => ({ functions, calls: ["auth.Check"], message: "authorise" }),
          ),
        },
      ],
      sites: [],
    },
    {
      name: "an exempt function",
      code: handler("_ = auth.None"),
      options: required({ exempt: [{ functions: ["show"], reason: "it is public" }] }),
      sites: [{ verdict: "exempt", line: 9, reason: "it is public" }],
    },
    {
      name: "a call that may be the one",
      code: handler("s.checker().Check(r)"),
      options: required({ calls: ["auth.Checker.Check"] }),
      sites: [{ verdict: "undecided", line: 9 }],
    },
    {
      name: "methods by the name of their type",
      code: "package api\n\ntype Server struct{}\ntype other struct{}\n\nfunc (s *Server) Start() { s.lock() }\nfunc (s *other) Start() {}\nfunc (s *Server) lock() {}\n",
      options: required({
        functions: { receivers: ["api.Server"], names: ["Start"] },
        calls: ["api.Server.lock"],
      }),
      sites: [{ verdict: "compliant", line: 6 }],
    },
  ],
  invalid: [
    {
      name: "nowhere, in a function that has one of two names",
      code: handler("x()"),
      options: required({ functions: { names: ["edit*", "sh*"] } }),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "first, after another call, a use of what may come before, and another statement",
      code: `package api

import (
	"net/http"

	"example.com/app/auth"
)

func show(w http.ResponseWriter, r *http.Request) {
	ctx := trace(r.Context())
	auth.Check(ctx)
}

func list(w http.ResponseWriter, r *http.Request) {
	render(r.Context())
	auth.Check(r)
}

func edit(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	x.y = ctx
	auth.Check(r)
}
`,
      options: required({ position: "first", after: ["net/http.Request.Context"] }),
      errors: [9, 14, 19].map((line) => ({ messageId: "missing", line })),
    },
    {
      name: "an exact shape, with grouped and unnamed parameters",
      code: `package api

import "net/http"

func pair(a, b *http.Request) {}
func one(http.ResponseWriter, *http.Request) {}
`,
      options: [
        {
          requirements: [
            {
              functions: { parameters: ["net/http.Request", "net/http.Request"], exact: true },
            },
            { functions: { ...HANDLER, exact: true } },
          ].map((entry) => ({ ...entry, calls: ["auth.Check"], message: "authorise" })),
        },
      ],
      errors: [5, 6].map((line) => ({ messageId: "missing", line })),
    },
    {
      name: "not at all",
      code: handler("_ = auth.None"),
      options: required({}),
      errors: [
        {
          message: "Call 'auth.Check' on every path, also before line 11: handlers authorise.",
          ...NAME,
        },
      ],
    },
    {
      name: "not on a path that returns early",
      code: handler("if x {\n\t\treturn\n\t}\n\tauth.Check(r)"),
      options: required({}),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "second",
      code: handler("x()\n\tauth.Check(r)"),
      options: required({ position: "first" }),
      errors: [{ message: "Call 'auth.Check' first: handlers authorise.", ...NAME }],
    },
    {
      name: "first, after a variable that no call gives",
      code: handler("page := 1\n\tauth.Check(r, page)"),
      options: required({ position: "first", after: ["net/http.Request.Context"] }),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "first, but after the statement in the head of an if",
      code: handler("if x(); auth.Check(r) {\n\t\treturn\n\t}"),
      options: required({ position: "first" }),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "none of several, in a method without parameters and results",
      code: "package api\n\nfunc (s Server) Start() {}\n",
      options: required({ functions: { exact: true }, calls: ["auth.Check", "auth.Skip"] }),
      errors: [
        {
          message:
            "Call 'auth.Check' or 'auth.Skip' on every path, also before line 3: handlers authorise.",
          line: 3,
          column: 17,
          endColumn: 22,
        },
      ],
    },
    {
      name: "by a variadic parameter and a pointer that is returned",
      code: "package api\n\nfunc open(names ...string) *Server { return nil }\n",
      options: required({
        functions: { parameters: ["string"], results: ["api.Server"], exact: true },
        position: "anywhere",
      }),
      errors: [{ message: "Call 'auth.Check': handlers authorise.", line: 3, column: 6 }],
    },
    {
      name: "deferred by the function around the closure that has to",
      code: `package api

import (
	"net/http"

	"example.com/app/auth"
)

func run() {
	defer func(w http.ResponseWriter, r *http.Request) { auth.Check(r) }(nil, nil)
}
`,
      options: required({ position: "deferred" }),
      errors: [{ messageId: "missing", line: 10, column: 8 }],
    },
    {
      name: "first, but in a branch",
      code: handler("if x {\n\t\tauth.Check(r)\n\t}"),
      options: required({ position: "first" }),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "first, but in a goroutine",
      code: handler("go func() { auth.Check(r) }()"),
      options: required({ position: "first" }),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "called, but not deferred",
      code: handler("auth.Check(r)"),
      options: required({ position: "deferred" }),
      errors: [
        {
          message: "Call 'auth.Check' in a defer, before line 11: handlers authorise.",
          ...NAME,
        },
      ],
    },
    {
      name: "a function of the name of another package",
      code: handler("auth.Check(r)").replace(
        '"example.com/app/auth"',
        'auth "example.com/app/noauth"',
      ),
      options: required({}),
      errors: [{ messageId: "missing", ...NAME }],
    },
    {
      name: "a function literal",
      code: `package api

import "net/http"

var h = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})
`,
      options: required({ position: "anywhere" }),
      errors: [{ messageId: "missing", line: 5, column: 26 }],
    },
    {
      name: "by results",
      code: "package p\n\nfunc open() (x int, err error) { return 1, nil }\nfunc size() int { return 1 }\n",
      options: required({ functions: { results: ["error"] }, calls: ["trace.Start"] }),
      errors: [{ messageId: "missing", line: 3, column: 6 }],
    },
  ],
});
