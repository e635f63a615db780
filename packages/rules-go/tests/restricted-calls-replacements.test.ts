import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/restricted-calls.ts";

const GET = {
  functions: ["net/http.Get", "net/http.Client.Do"],
  message: "use httpx, which has a timeout",
};

new RuleTester().run("go/restricted-calls, with replacements", rule, {
  valid: [],
  invalid: [
    {
      name: "no replacement of a method, which a function cannot stand for",
      code: 'package p\n\nimport "net/http"\n\nfunc fetch(client *http.Client) {\n\tclient.Do(nil)\n}\n',
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/app/httpx.Do", fix: true }] },
      ],
      output: null,
      errors: [{ messageId: "call", line: 6 }],
      sites: [
        {
          verdict: "violation",
          noFixReason: "a method or field is not replaced by a name",
        },
      ],
    },
    {
      name: "no replacement where the name before a major version is a variable",
      code: 'package p\n\nimport "net/http"\n\nfunc f(httpx int) { http.Get("u") }\n',
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/httpx/v2.Fetch", fix: true }] },
      ],
      output: null,
      errors: [{ messageId: "call", line: 5 }],
      sites: [{ verdict: "violation", noFixReason: "'httpx' is another name here" }],
    },
    {
      name: "a replacement by a package that the file imports by another name",
      code: 'package p\n\nimport (\n\t"net/http"\n\n\thx "example.com/app/httpx"\n)\n\nfunc f(httpx int) { http.Get(hx.URL) }\n',
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/app/httpx.Fetch", fix: true }] },
      ],
      output:
        'package p\n\nimport (\n\thx "example.com/app/httpx"\n)\n\nfunc f(httpx int) { hx.Fetch(hx.URL) }\n',
      errors: [{ messageId: "call", line: 9 }],
    },
    {
      name: "a replacement by a function of the own package",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.22\n",
        "httpx/get.go":
          'package httpx\n\nimport "net/http"\n\nvar _, _ = http.Get("u")\nvar _ = http.MethodGet\n',
      },
      options: [
        { restrictions: [{ ...GET, replacement: "example.com/app/httpx.Fetch", fix: true }] },
      ],
      errors: { "httpx/get.go": [{ messageId: "call", line: 5 }] },
      output: {
        "httpx/get.go":
          'package httpx\n\nimport "net/http"\n\nvar _, _ = Fetch("u")\nvar _ = http.MethodGet\n',
      },
    },
  ],
});
