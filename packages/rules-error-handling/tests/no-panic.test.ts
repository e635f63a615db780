import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-panic.ts";
import { go } from "./support/panic.ts";

const exempt = (reason: string | RegExp) => [{ verdict: "exempt" as const, reason }];

new RuleTester().run("error-handling/no-panic", rule, {
  valid: [
    ...[
      "switch r := recover().(type) {\n\tcase nil:\n\tcase error:\n\t\tpanic(r)\n\t}",
      "switch r := recover().(type) {\n\tcase nil:\n\tdefault:\n\t\tpanic(r)\n\t}",
      "var x, r = 1, recover()\n\tprintln(x)\n\tpanic(r)",
      "var r any\n\tif r = recover(); r != nil {\n\t\tpanic(r)\n\t}",
      "if r := recover(); r != nil {\n\t\terr, ok := r.(error)\n\t\tprintln(ok)\n\t\tpanic(err)\n\t}",
    ].map((body) => ({
      name: `what was recovered: ${body}`,
      code: go(body),
      sites: [{ verdict: "exempt" as const, reason: "panics again with what was recovered" }],
    })),
    {
      name: "what ends an HTTP handler",
      code: `package p\n\nimport h "net/http"\n\nfunc f() error {\n\tpanic(h.ErrAbortHandler)\n}\n`,
      sites: exempt("ends an HTTP handler, as net/http asks for"),
    },
    {
      name: "an injector of Wire",
      code: `//go:build wireinject\n\npackage p\n\nimport "github.com/google/wire"\n\nfunc f() *int {\n\tpanic(wire.Build(g))\n}\n\nfunc g() *int { return nil }\n`,
      sites: exempt("an injector, which Wire replaces"),
    },
    {
      name: "a function that registers something",
      code: go("panic(1)", "RegisterCodec()"),
      sites: exempt("allowed function: Register*"),
    },
    {
      name: "a helper of tests by what it imports",
      code: `package p\n\nimport "testing"\n\nfunc open(t *testing.T) {\n\tpanic(1)\n}\n`,
      sites: exempt("helper of tests"),
    },
    {
      name: "a helper of tests in another file",
      code: go("panic(1)", "CreateUserForTest()"),
      sites: exempt("allowed function: *ForTest"),
    },
    {
      name: "a Must function",
      code: go("panic(1)", "MustOpen()"),
      sites: exempt("allowed function: Must*"),
    },
    {
      name: "a must method",
      code: go("panic(1)", "(x) mustOpen()") + "\ntype x int\n",
      sites: exempt("allowed function: must*"),
    },
    {
      name: "an init",
      code: go("panic(1)", "init()"),
      sites: exempt("allowed function: init"),
    },
    {
      name: "in main",
      code: go("panic(1)", "main()").replace("package p", "package main"),
      sites: exempt("in main"),
    },
    {
      name: "a function that says so",
      code: go("panic(1)", "panicOnErr()"),
      sites: exempt("allowed function: panic*"),
    },
    {
      name: "at package level",
      code: "package p\n\nvar x = func() int { panic(1) }()\n",
      sites: exempt("at the start of the program"),
    },
    { name: "tests", code: go("panic(1)"), filename: "f_test.go", sites: exempt("test file") },
    {
      name: "a path",
      code: go("panic(1)"),
      filename: "hack/f.go",
      options: [{ exemptPaths: ["hack/**"] }],
      sites: exempt("exempt path: hack/**"),
    },
    ...["fake/db.go", "mock_db.go", "db_stub.go"].map((filename) => ({
      name: `what stands in for something in tests: ${filename}`,
      code: go("panic(1)"),
      filename,
      sites: exempt(/^exempt path: /u),
    })),
    {
      name: "what was recovered",
      code: go("defer func() {\n\t\tr := recover()\n\t\tpanic(r)\n\t}()"),
      sites: exempt("panics again with what was recovered"),
    },
    {
      name: "a function of the team's own",
      code: go("panic(1)", "assert()"),
      options: [{ inFunctions: ["assert*"] }],
      sites: exempt("allowed function: assert*"),
    },
    {
      name: "a function called panic",
      code: go("panic(1)") + "\nfunc panic(int) {}\n",
      sites: [],
    },
    { name: "a local called panic", code: go("panic(1)", "f(panic func(int))"), sites: [] },
    {
      name: "a method called panic",
      code: go("x.panic()", "f(x t)") + "\ntype t interface{ panic() }\n",
      sites: [],
    },
    {
      name: "a logger's Panic",
      code: 'package p\n\nimport "log"\n\nfunc f() { log.Panic("panic") }\n',
      sites: [],
    },
    { name: "a word", code: go('println("panic(1)")'), sites: [] },
    { name: "recover alone", code: go("recover() // panic"), sites: [] },
  ],
  invalid: [
    {
      name: "a helper of tests, if tests count",
      code: `package p\n\nimport "testing"\n\nfunc open(t *testing.T) {\n\tpanic(1)\n}\n`,
      options: [{ tests: true }],
      errors: [{ messageId: "panic", line: 6, column: 2 }],
    },
    {
      name: "a package of tests of something else",
      code: `package p\n\nimport "testing/fstest"\n\nfunc open(fs fstest.MapFS) {\n\tpanic(1)\n}\n`,
      errors: [{ messageId: "panic", line: 6, column: 2 }],
    },
    {
      name: "what a variable called wire builds",
      code:
        go("panic(wire.Build())") +
        "\nvar wire builder\n\ntype builder struct{}\n\nfunc (builder) Build() int { return 0 }\n",
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "an ErrAbortHandler of another package",
      code: `package p\n\nimport http "example.com/http"\n\nfunc f() {\n\tpanic(http.ErrAbortHandler)\n}\n`,
      errors: [{ messageId: "panic", line: 6, column: 2 }],
    },
    {
      name: "a function called after what is registered",
      code: go("panic(1)", "isRegistered()"),
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "a value of a type switch that was not recovered",
      code: go("switch r := any(1).(type) {\n\tcase error:\n\t\tpanic(r)\n\t}"),
      errors: [{ messageId: "panic", line: 6, column: 3 }],
    },
    {
      name: "a function called main in another package",
      code: go("panic(1)", "main()"),
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "a text",
      code: go('panic("a")'),
      errors: [
        { message: "Return an error instead of panicking.", line: 4, column: 2, endColumn: 12 },
      ],
    },
    {
      name: "a method",
      code: go("panic(1)", "(x) open()") + "\ntype x int\n",
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "a name that only starts so",
      code: go("panic(1)", "initialize()"),
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "what is declared beside what was recovered",
      code: go("var r, x = recover(), 1\n\tprintln(r)\n\tpanic(x)"),
      errors: [{ messageId: "panic", line: 6, column: 2 }],
    },
    {
      name: "something that was not recovered",
      code: go("r := 1\n\tpanic(r)"),
      errors: [{ messageId: "panic", line: 5, column: 2 }],
    },
    {
      name: "no function may",
      code: go("panic(1)", "MustOpen()"),
      options: [{ inFunctions: [] }],
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
    {
      name: "tests, if asked for",
      code: go("panic(1)"),
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: [{ messageId: "panic", line: 4, column: 2 }],
    },
  ],
});
