import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-calls.ts";

const GET = {
  functions: ["net/http.Get", "net/http.Client.Do", "net/http.DefaultClient"],
  message: "use httpx, which has a timeout",
  instead: ["httpx.*"],
};
const options = [{ restrictions: [GET] }];
const SLEEP = {
  functions: ["time.Sleep"],
  files: ["**/*_test.go"],
  message: "Wait for a condition with testwait.For.",
};
const inFunction = (body: string, imports = '"net/http"') =>
  `package p\n\nimport ${imports}\n\nfunc fetch(client *http.Client) {\n\t${body}\n}\n`;

new RuleTester().run("go/restricted-calls", rule, {
  valid: [
    {
      name: "the function to call instead",
      code: 'package p\n\nimport "example.com/app/httpx"\n\nfunc f() { httpx.Get("u") }\n',
      options,
      sites: [{ verdict: "compliant", line: 5, approach: "httpx.*" }],
    },
    {
      name: "a method of the name of another type",
      code: `package p\n\ntype pool struct{}\n\nfunc (pool) Get(string) {}\n\nfunc f(p pool) { p.Get("u") }\n`,
      options,
      sites: [],
    },
    {
      name: "the replacement",
      code: 'package p\n\nimport "example.com/app/httpx"\n\nfunc f() { httpx.Fetch("u") }\n',
      options: [
        {
          restrictions: [
            {
              functions: ["net/http.Get"],
              message: "use httpx",
              replacement: "example.com/app/httpx.Fetch",
            },
          ],
        },
      ],
      sites: [{ verdict: "compliant", line: 5, approach: "example.com/app/httpx.Fetch" }],
    },
    {
      name: "an exempt method, by its own name",
      code: 'package p\n\nimport "net/http"\n\nfunc (s *server) fetch() { http.Get("u") }\n',
      options: [
        { restrictions: [{ ...GET, exempt: [{ functions: ["fetch"], reason: "a wrapper" }] }] },
      ],
      sites: [{ verdict: "exempt", line: 5, reason: "a wrapper" }],
    },
    {
      name: "a variable that is named as the package",
      code: `package p\n\ntype client struct{}\n\nfunc (client) Get(string) {}\n\nfunc f(http client) { http.Get("u") }\n`,
      options,
      sites: [],
    },
    {
      name: "another function of the package",
      code: inFunction("http.StatusText(200)"),
      options,
      sites: [],
    },
    {
      name: "outside of the files that it is about",
      code: 'package p\n\nimport "time"\n\nfunc f() { time.Sleep(1) }\n',
      options: [{ restrictions: [SLEEP] }],
      sites: [],
    },
    {
      name: "an exempt function",
      code: inFunction('http.Get("u")'),
      options: [
        {
          restrictions: [
            { ...GET, exempt: [{ functions: ["fetch*"], reason: "it is the wrapper" }] },
          ],
        },
      ],
      sites: [{ verdict: "exempt", line: 6, reason: "it is the wrapper" }],
    },
    {
      name: "a call on what is not known",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.Client().Get("u") }\n',
      options: [{ restrictions: [{ ...GET, functions: ["net/http.Client.Get"] }] }],
      sites: [{ verdict: "undecided", line: 5 }],
    },
    {
      name: "a call on what is not known, outside of the functions that it is about",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f() { x.Client().Get("u") }\n',
      options: [
        {
          restrictions: [
            { ...GET, functions: ["net/http.Client.Get"], within: { names: ["show"] } },
          ],
        },
      ],
      sites: [],
    },
    {
      name: "function values, a function of the universe, and unknown values with the wanted names",
      code: 'package p\n\nimport "example.com/x"\n\nfunc f(Get func(string), s struct{ Get func(string) }) {\n\tGet("u")\n\ts.Get("u")\n\tprintln(x.Y().Other())\n}\n',
      options,
      sites: [],
    },
    {
      name: "outside of the functions that it is about",
      code: 'package p\n\nimport "context"\n\nfunc main() { _ = context.Background() }\n',
      options: [
        {
          restrictions: [
            {
              functions: ["context.Background"],
              message: "pass the request's context on",
              within: { parameters: ["net/http.ResponseWriter", "*net/http.Request"] },
            },
          ],
        },
      ],
      sites: [],
    },
  ],
  invalid: [
    {
      name: "a function by another name of its package",
      code: inFunction('_, _ = h.Get("u")', 'h "net/http"').replace("*http.", "*h."),
      options,
      errors: [
        {
          message: "Do not call 'h.Get': use httpx, which has a timeout.",
          line: 6,
          column: 9,
          endColumn: 19,
        },
      ],
    },
    {
      name: "a method, and one that is embedded",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.22\n",
        "a.go": `package app

import "net/http"

type client struct{ *http.Client }

func f(c *http.Client, own client, r *http.Request) {
	c.Do(r)
	own.Do(r)
}
`,
      },
      options,
      errors: {
        "a.go": [
          { messageId: "call", line: 8, column: 2 },
          { messageId: "call", line: 9, column: 2 },
        ],
      },
      sites: {
        "a.go": [
          { verdict: "violation", line: 8, approach: "net/http.Client.Do" },
          { verdict: "violation", line: 9, approach: "net/http.Client.Do" },
        ],
      },
    },
    {
      name: "a function that is passed on, and a variable of the package",
      code: inFunction("retry(http.Get)\n\thttp.DefaultClient.CloseIdleConnections()"),
      options,
      errors: [
        { messageId: "use", line: 6, column: 8, endColumn: 16 },
        { messageId: "use", line: 7, column: 2, endColumn: 20 },
      ],
    },
    {
      name: "a generic function is one call",
      code: 'package p\n\nimport "example.com/app/pool"\n\nvar x = pool.New[int](1)\nvar y = pool.New(1)\n',
      options: [
        { restrictions: [{ functions: ["pool.New"], message: "pools are made by main" }] },
      ],
      errors: [
        { messageId: "call", line: 5, column: 9, endColumn: 25 },
        { messageId: "call", line: 6, column: 9 },
      ],
    },
    {
      name: "a function of the own package, called without its name",
      code: "package httpx\n\nfunc get() {}\n\nfunc f() { get() }\n",
      options: [{ restrictions: [{ functions: ["httpx.get"], message: "use Get" }] }],
      errors: [{ messageId: "call", line: 5, column: 12 }],
    },
    {
      name: "in tests alone",
      code: 'package p\n\nimport "time"\n\nfunc f() { time.Sleep(1) }\n',
      filename: "a/b_test.go",
      options: [{ restrictions: [SLEEP] }],
      errors: [
        { message: "Do not call 'time.Sleep': Wait for a condition with testwait.For." },
      ],
    },
    {
      name: "in functions of a shape, and what these enclose",
      code: `package p

import (
	"context"
	web "net/http"
)

func show(w web.ResponseWriter, r *web.Request) {
	go func() { _ = context.Background() }()
}
`,
      options: [
        {
          restrictions: [
            {
              functions: ["context.Background"],
              message: "pass the request's context on",
              within: { parameters: ["net/http.ResponseWriter", "*net/http.Request"] },
            },
          ],
        },
      ],
      errors: [{ messageId: "call", line: 9, column: 18 }],
    },
    {
      name: "a replacement that is suggested",
      code: 'package p\n\nimport "net/http"\n\nvar _, _ = http.Get("u")\n',
      options: [{ restrictions: [{ ...GET, replacement: "example.com/app/httpx.Fetch" }] }],
      errors: [
        {
          messageId: "call",
          line: 5,
          suggestions: [
            {
              desc: "Use 'example.com/app/httpx.Fetch'.",
              output:
                'package p\n\nimport "example.com/app/httpx"\n\nvar _, _ = httpx.Fetch("u")\n',
            },
          ],
        },
      ],
    },
    {
      name: "a replacement that is written, one a pass for both import the package",
      code: 'package p\n\nimport "net/http"\n\nvar _, _ = http.Get("u")\nvar _, _ = (http.Get)("v")\nvar _ = http.MethodGet\n',
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/app/httpx.Fetch", fix: true }] },
      ],
      output:
        'package p\n\nimport (\n\t"net/http"\n\n\t"example.com/app/httpx"\n)\n\nvar _, _ = httpx.Fetch("u")\nvar _, _ = (http.Get)("v")\nvar _ = http.MethodGet\n',
      errors: [
        { messageId: "call", line: 5 },
        { messageId: "call", line: 6 },
      ],
    },
    {
      name: "a name over two lines, in a function that is not exempt",
      code: inFunction('http.\n\t\tGet("u")'),
      options: [
        { restrictions: [{ ...GET, exempt: [{ functions: ["load*"], reason: "a wrapper" }] }] },
      ],
      errors: [
        {
          message: "Do not call 'http. Get': use httpx, which has a timeout.",
          line: 6,
          column: 2,
        },
      ],
    },
    {
      name: "in functions with a variadic parameter, and not in others",
      code: `package p

import "context"

func one(names ...string) { _ = context.Background() }

func two(names []string) { _ = context.Background() }

var three = context.Background()
`,
      options: [
        {
          restrictions: [
            {
              functions: ["context.Background"],
              message: "pass the context on",
              within: { parameters: ["string"] },
            },
          ],
        },
      ],
      errors: [{ messageId: "call", line: 5, column: 33 }],
    },
    {
      name: "a generic function that is passed on, called in parentheses, and their arguments",
      code: 'package p\n\nimport "example.com/app/pool"\n\nvar x = run(pool.New[int])\nvar y = (pool.New[int])(1)\nvar z = run(pool.New)\n',
      options: [
        { restrictions: [{ functions: ["pool.New"], message: "pools are made by main" }] },
      ],
      errors: [
        { messageId: "use", line: 5, column: 13, endColumn: 21 },
        { messageId: "call", line: 6, column: 9, endColumn: 27 },
        { messageId: "use", line: 7, column: 13, endColumn: 21 },
      ],
    },
    {
      name: "no replacement where its package is another name",
      code: 'package p\n\nimport "net/http"\n\nfunc f(httpx int) { http.Get("u") }\n',
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/app/httpx.Fetch", fix: true }] },
      ],
      output: null,
      errors: [{ messageId: "call", line: 5 }],
    },
  ],
});
