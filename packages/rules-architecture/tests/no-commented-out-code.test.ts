import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-commented-out-code.ts";

const NAME = "architecture/no-commented-out-code";

/** A comment in a function, above a statement. */
const inside = (...lines: string[]) =>
  `package p\n\nfunc f() {\n\tfirst()\n${lines.map((line) => `\t${line}\n`).join("")}\tlast()\n}\n`;
/** A comment at package level, above a declaration. */
const above = (...lines: string[]) => `package p\n\n${lines.join("\n")}\nfunc f() {}\n`;

const silent = (name: string, code: string, filename = "file.go") => ({
  name,
  code,
  filename,
  sites: [],
});
const undecided = (name: string, code: string) => ({
  name,
  code,
  sites: [
    { verdict: "undecided" as const, reason: "it may be an explanation in the form of code" },
  ],
});
const code = (name: string, source: string, line: number, output: string, endLine = line) => ({
  name,
  code: source,
  errors: [
    {
      messageId: "code" as const,
      line,
      endLine,
      suggestions: [{ messageId: "delete" as const, output }],
    },
  ],
});
const EMPTIED = inside();

new RuleTester().run(NAME, rule, {
  valid: [
    silent(
      "an example with a comment of its own",
      "package p\n\n// For documentation only:\n// // Tree is a list.\n// type Tree struct {\n// \tNodes []int\n// }\n\nvar x = 1\n",
    ),
    undecided(
      "names with their numbers",
      inside("// codes.Aborted(10)", "// codes.DataLoss(15)"),
    ),
    silent("prose", inside("// Detach the volume first (see above).")),
    silent("prose of one word", inside("// detach()s the volume = 1 (time)")),
    silent("a call with dots", inside("// log.Printf(...) would be nicer")),
    silent("an address", inside("// https://example.com/a?b=c(d)")),
    silent("YAML", inside("// key: value(1)", "// other: 2 = x")),
    silent("JSON", inside('// {"volume": "v-1", "size": 10}')),
    silent("SQL", inside("// SELECT id FROM volumes WHERE name = 'x'")),
    silent("a command", inside("// go run ./cmd/x --flag=value (twice)")),
    silent(
      "a license",
      above("// Copyright (c) 2026 = x", "// Licensed under the Apache License (the)", ""),
    ),
    silent(
      "an example in a function's description",
      above(
        "// f detaches. To call it:",
        "//",
        "//\tclient.Detach(ctx, id)",
        "//\tclient.Close(ctx)",
      ),
    ),
    silent(
      "an example in a description, without indentation",
      above("// f detaches, for example", "// client.Detach(ctx, id)", "// client.Close(ctx)"),
    ),
    silent(
      "what an example prints",
      "package p\n\nfunc ExampleF() {\n\tf()\n\t// Output:\n\t// x = f(1)\n\t// y := 2\n}\n",
      "example_test.go",
    ),
    silent(
      "an introduction",
      inside("// The volume is found so:", "// v := client.Volume(id)", "// v.Detach(ctx)"),
    ),
    silent(
      "an equivalent",
      inside("// This is the same as", "// v := client.Volume(id)", "// v.Detach(ctx)"),
    ),
    silent(
      "code further in than the prose",
      inside("// Volumes are found by id", "//   v := client.Volume(id)", "//   v.Detach(ctx)"),
    ),
    silent(
      "directives",
      above("//go:build x(y)", "", "//nolint:errcheck // x := y()", "//export f(x)", ""),
    ),
    silent("markers", above("// +kubebuilder:default=f(x)", "// +groupName=x.y()")),
    silent("C", `package p\n\n// int add(int a) { return f(a); }\n// f(1);\nimport "C"\n`),
    silent(
      "C that would be Go as well",
      'package p\n\n// use(1);\n// put.all(x, 2);\nimport "C"\n',
    ),
    silent("after code", inside("x = 1 // y := f(2)")),
    silent("between code", inside("/* a */ v := client.Volume(id); /* b */")),
    silent("in a raw string", "package p\n\nvar s = `\n// v := client.Volume(id)\n`\n"),
    silent("half of a statement", inside("// if x {", "// }, y")),
    silent("a formula of prose", inside("// size (in GB) = bytes / 1e9")),
    silent("a list of formulas", inside("// - R = AES(K, A)", "// - S = LSB(64, B)")),
    ...[
      ["bytes.Buffer (reused)"],
      ["http.Client (shared), http.Server (one each)"],
      ["go vet (slow)"],
      ["defer unlock (sic)"],
      ["var limit (optional)"],
      ["v1.Pod (ready)", "v1.Node (ready)"],
      ["if found { keep }"],
      ["x := size (of it)"],
      ["e.g. detach(x)"],
      ["type Volume (deprecated)"],
      ["func run (slow)"],
      ["x = table [1](y)"],
    ].map((lines) =>
      silent(
        `prose in the form of Go: ${lines.join("; ")}`,
        inside(...lines.map((line) => `// ${line}`)),
      ),
    ),
    undecided(
      "a condition that gofmt would write on three lines",
      inside("// if found { detach(x) }"),
    ),
    undecided("an assignment without spaces", inside("// url.path=detach(x)")),
    undecided(
      "one call below prose",
      inside("// It does not like this.", "// client.Detach(ctx, id)"),
    ),
    silent(
      "a block below prose and an empty line",
      inside("// It was here.", "//", "// if x {", "// \tf(x)", "// }"),
    ),
    undecided("one call below prose in the form of Go", inside("// go home", "// detach(x)")),
    undecided(
      "what may be a legend of the elements",
      "package p\n\nvar table = []T{\n\t// {name, want},\n\t{1, 2},\n}\n",
    ),
    silent(
      "a legend of the elements",
      "package p\n\nvar table = []T{\n\t// {name, want}\n\t{1, 2},\n}\n",
    ),
    silent(
      "prose in a literal",
      "package p\n\nvar table = []T{\n\t// the rest, as before,\n\t{1, 2},\n}\n",
    ),
    silent(
      "prose in a group of constants",
      "package p\n\nconst (\n\ta = 1\n\t// the size in GB\n\tb = 2\n)\n",
    ),
    undecided(
      "what may be a variable",
      "package p\n\nvar (\n\t// a = option.Limit(30)\n\ta = 1\n)\n",
    ),
    undecided(
      "what may be a constant",
      "package p\n\nconst (\n\ta = 1\n\t// max size = 10\n)\n",
    ),
    silent(
      "prose among imports",
      'package p\n\nimport (\n\t"os"\n\t// "net/http" is last\n\t"net/http"\n)\n',
    ),
    silent(
      "prose in a struct",
      "package p\n\ntype T struct {\n\t// optional string, see `json`.\n\tA string\n}\n",
    ),
    silent(
      "prose in a switch",
      "package p\n\nfunc f() {\n\tswitch x {\n\t// default: none\n\tcase 1:\n\t}\n}\n",
    ),
    silent("elements where there is no list", inside("// {1, 2},")),
    undecided(
      "a clause without statements",
      'package p\n\nfunc f() {\n\tswitch x {\n\t// case "b":\n\tdefault:\n\t}\n}\n',
    ),
    silent(
      "an introduction of elements",
      'package p\n\nvar table = []T{\n\t// It is written so:\n\t// {"four", 4},\n\t{1, 2},\n}\n',
    ),
    ...[
      ...["B int", "B, C *Client", "B time.Duration", "Before, After []string", "B []byte"],
      ...["B chan int", "B <-chan Volume", "B func(id int) error", "B struct{ C int }"],
      ...["B interface{ C() }", "B map[string]*Volume", "B uint8", "B any // as it is"],
    ].map((line) =>
      undecided(
        `what may be a field: ${line}`,
        `package p\n\ntype T struct {\n\tA int\n\t// ${line}\n}\n`,
      ),
    ),
    ...["Optional name", "optional string", "the name", "Name of the client"].map((line) =>
      silent(`no field: ${line}`, `package p\n\ntype T struct {\n\tA int\n\t// ${line}\n}\n`),
    ),
    ...[
      ...["Close() error", "Open(ctx context.Context, id int) (*Volume, error)"],
      ...["Open(ctx context.Context)", "Ids() []string", "Name(id int) string"],
    ].map((line) =>
      undecided(
        `what may be a method: ${line}`,
        `package p\n\ntype T interface {\n\tA()\n\t// ${line}\n}\n`,
      ),
    ),
    ...["Close() closes", "Close(id) error", "Close (optional)", "Close(all) things."].map(
      (line) =>
        silent(
          `no method: ${line}`,
          `package p\n\ntype T interface {\n\tA()\n\t// ${line}\n}\n`,
        ),
    ),
    silent("a method with a note", inside("// func (s *Server) Run (ctx)")),
    undecided(
      "code that a reader turns on for something",
      inside(
        "// Uncomment this to run one test",
        "// if name != one {",
        "// \tcontinue",
        "// }",
      ),
    ),
    undecided(
      "code that a reader turns on at times",
      inside("// uncomment if the test fails", "// client.Dump(ctx, id)"),
    ),
    undecided(
      "code that shows a mistake when it is turned on",
      inside(
        "// Uncommenting this will block all of it.",
        "// a.Lock()",
        "// defer a.Unlock()",
      ),
    ),
    undecided(
      "the same with its sentence as a comment of the code",
      inside("//// Uncomment the lines to see it fail.", "// a.Lock()", "// defer a.Unlock()"),
    ),
    undecided(
      "an element with a sentence beside it",
      'package p\n\nvar a = []string{\n\t"a",\n\t// "b", // only for large machines\n\t"c",\n}\n',
    ),
    undecided("a formula with functions", inside("// r = lsb(64, aes(k, a))")),
    undecided("a formula that declares", inside("// chunk := ((i - 1) & 8191) + 1")),
    undecided("a formula", inside("// size = bytes / 1e9")),
    undecided("a call without arguments", inside("// client.Close()")),
    undecided("a call of a function", inside("// detach(id)")),
    undecided("a return", inside("// return f(x)")),
    undecided("a signature above a function", above("// f(ctx, id)")),
    undecided("a line above a declaration", above("// client.Detach(ctx, id)")),
    ...["i++", "i--", "ch <- x(1)", "{ f(1) }", "return f()"].map((line) =>
      undecided(`what is sometimes code: ${line}`, inside(`// ${line} // ()`)),
    ),
    undecided("a formula of indexes and fields", inside("// a[i] = v.x * (b)")),
    undecided("a signature with a name", above("//", "// func f(id int) ()")),
    ...[
      "It is, e.g. so",
      "It is, i.e. so",
      "An example",
      "For instance",
      "The usage",
      "It is like",
    ]
      .concat(
        "It is equivalent to",
        "In pseudo code",
        "It becomes",
        "They become",
        "The same as",
      )
      .concat("It does this:", "As follows,", "It is found so\n//")
      .map((prose) =>
        silent(
          `an introduction: ${prose.replace("\n//", " and a blank line")}`,
          inside(...`// ${prose}`.split("\n"), "// v := client.Volume(id)", "// v.Detach(ctx)"),
        ),
      ),
    undecided("one line below prose", inside("// Detach it first.", "// v.Detach(ctx)")),
    silent("code and prose behind it", inside("// v.Detach(ctx)", "// That is all.")),
    {
      name: "a path that may",
      code: inside("// v := client.Volume(id)"),
      filename: "examples/a.go",
      options: [{ exemptPaths: ["examples/**"] }],
      sites: [{ verdict: "exempt", line: 5, reason: "exempt path: examples/**" }],
    },
  ],
  invalid: [
    ...[
      "switch x { case f(1): }",
      "switch x.(type) { }",
      "select { }",
      "defer f()",
      "const x = f(1)",
      "type x struct { }",
      "x := T{1}",
      "x = T{1}",
      "x = func() { }",
      "x = y.(T); f()",
      'x := "a"',
      "x := &y",
      "x := y.z",
      "x.y = f()",
      "x, y[0] = z.f()",
    ].map((line) => code(`what is code: ${line}`, inside(`// ${line}`), 5, EMPTIED)),
    code(
      "a description that is code of several lines",
      above("// for {", "// \tf()", "// }"),
      3,
      "package p\n\nfunc f() {}\n",
      5,
    ),
    code("one call with a number", inside("// time.Sleep(10)"), 5, EMPTIED),
    code(
      "calls with a number and another",
      inside("// pool.Grow(10)", "// pool.Run(ctx)"),
      5,
      EMPTIED,
      6,
    ),
    {
      name: "a call",
      code: inside("// client.Detach(ctx, id)"),
      errors: [
        {
          message:
            "Delete this commented-out code, or turn it on again: the repository remembers it.",
          line: 5,
          column: 2,
          endColumn: 27,
          suggestions: [{ messageId: "delete", output: EMPTIED }],
        },
      ],
      sites: [{ verdict: "violation", messageId: "code", symbol: "f" }],
    },
    code("a declaration", inside("// v := client.Volume"), 5, EMPTIED),
    code("without space", inside("//v := client.Volume"), 5, EMPTIED),
    code("an assignment of a call", inside("// v = client.Volume(id)"), 5, EMPTIED),
    code("a condition", inside("// if err != nil {", "// \treturn err", "// }"), 5, EMPTIED, 7),
    code(
      "a loop",
      inside("// for _, v := range volumes {", "//\tdetach(v)", "// }"),
      5,
      EMPTIED,
      7,
    ),
    code("a goroutine", inside("// go client.Run()"), 5, EMPTIED),
    code(
      "with a comment in it",
      inside("// // Detach first.", "// client.Detach(ctx, id)"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "below prose",
      inside("// TODO: turn it on again", "// client.Detach(ctx, id)", "// client.Close()"),
      5,
      EMPTIED,
      7,
    ),
    code(
      "below prose that wants it back",
      inside("// Uncomment this.", "// client.Detach(ctx, id)"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "a block",
      inside("/*", "v := client.Volume(id)", "v.Detach(ctx)", "*/"),
      5,
      EMPTIED,
      8,
    ),
    code("a block on one line", inside("/* v.Detach(ctx, id) */"), 5, EMPTIED),
    code(
      "below prose at the end of a function",
      "package p\n\nfunc f() {\n\tfirst()\n\t// It was slow.\n\t// v := client.Volume(id)\n\t// v.Detach(ctx)\n}\n",
      5,
      "package p\n\nfunc f() {\n\tfirst()\n}\n",
      7,
    ),
    code(
      "a line above a comment for a tool",
      inside("// v.Detach(ctx, id)", "//lint:ignore U1000 later"),
      5,
      inside("//lint:ignore U1000 later"),
    ),
    code(
      "several returns among them",
      inside("// v.Detach(ctx, id)", "// return nil"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "a function at package level",
      "package p\n\n// func g() {\n// \tf()\n// }\n\nfunc f() {}\n",
      3,
      "package p\n\nfunc f() {}\n",
      5,
    ),
    code(
      "a function right above another",
      above("// func g() {", "// \tf()", "// }"),
      3,
      "package p\n\nfunc f() {}\n",
      5,
    ),
    code(
      "imports",
      'package p\n\n//import (\n//\t"fmt"\n//)\n\nvar x = 1\n',
      3,
      "package p\n\nvar x = 1\n",
      5,
    ),
    code("at the end of the file", "package p\n\n// var old = f(1)", 3, "package p\n"),
    code(
      "at the end of a block, between empty lines",
      "package p\n\nfunc f() {\n\tfirst()\n\n\t// client.Detach(ctx, id)\n\n}\n",
      6,
      "package p\n\nfunc f() {\n\tfirst()\n}\n",
    ),
    code(
      "at the start of a block, above an empty line",
      "package p\n\nfunc f() {\n\t// client.Detach(ctx, id)\n\n\tlast()\n}\n",
      4,
      "package p\n\nfunc f() {\n\tlast()\n}\n",
    ),
    code(
      "between empty lines of Windows",
      "package p\r\n\r\n// func g() {\r\n// \tf()\r\n// }\r\n\r\nfunc f() {}\r\n",
      3,
      "package p\r\n\r\nfunc f() {}\r\n",
      5,
    ),
    code(
      "one statement below prose that says so",
      inside("// TODO: find out why.", "// defer client.Detach(id)"),
      5,
      EMPTIED,
      6,
    ),
    code(
      "a block below prose that says so and an empty line",
      inside("// Restore this once all have it.", "//", "// if x {", "// \treturn", "// }"),
      5,
      EMPTIED,
      9,
    ),
    code(
      "a call of the type that it instantiates",
      inside("// cache.Get[int](ctx, id)"),
      5,
      EMPTIED,
    ),
    code(
      "a function literal on one line",
      inside("// client.Each(func(v int) { use(v) })"),
      5,
      EMPTIED,
    ),
    code(
      "a chain on several lines",
      inside("// client.", "// \tDetach(ctx, id)"),
      5,
      EMPTIED,
      6,
    ),
    ...[
      ["var table = []T{", '{name: "four", n: 4},', "}"],
      ["var table = []T{", '{"four", 4},', "}"],
      ["var table = []T{", '{"four", 4}, // the last', "}"],
      ["var table = []string{", '"four",', "}"],
      ["var client = T{", "Limit: 30 * second,", "}"],
      ["var table = f(", "option.Limit(30),", ")"],
      ["const (\n\ta kind = 1", "b kind = 2", ")"],
      ["var (\n\ta kind = 1", "b kind = option.Limit(30)", ")"],
      ["import (", '_ "net/http/pprof"', ")"],
      ["type T struct {", 'B string `json:"b"`', "}"],
    ].map(([before = "", line = "", after = ""]) =>
      code(
        `a part of a list: ${line}`,
        `package p\n\n${before}\n\t// ${line}\n${after}\n`,
        before.includes("\n") ? 5 : 4,
        `package p\n\n${before}\n${after}\n`,
      ),
    ),
    code(
      "elements in a block",
      'package p\n\nvar table = []T{\n\t/*\n\t\t{"four", 4},\n\t*/\n}\n',
      4,
      "package p\n\nvar table = []T{\n}\n",
      6,
    ),
    code(
      "elements below prose",
      'package p\n\nvar table = []T{\n\t// They fail.\n\t// {"four", 4},\n\t// {"five", 5},\n}\n',
      4,
      "package p\n\nvar table = []T{\n}\n",
      6,
    ),
    ...[
      ["switch x {", 'case "b":'],
      ["switch x.(type) {", "case []byte:"],
      ["select {", "case <-x:"],
    ].map(([before = "", line = ""]) =>
      code(
        `a clause: ${before}`,
        `package p\n\nfunc f() {\n\t${before}\n\t// ${line}\n\t// \treturn\n\tdefault:\n\t}\n}\n`,
        5,
        `package p\n\nfunc f() {\n\t${before}\n\tdefault:\n\t}\n}\n`,
        6,
      ),
    ),
    {
      name: "two apart",
      code: inside("// v := client.Volume", "first()", "// v.Detach(ctx)"),
      errors: [
        { messageId: "code", line: 5, suggestions: 1 },
        { messageId: "code", line: 7, suggestions: 1 },
      ],
    },
    {
      name: "Windows line ends",
      code: inside("// v.Detach(ctx)").replaceAll("\n", "\r\n"),
      errors: [
        {
          messageId: "code",
          line: 5,
          suggestions: [{ messageId: "delete", output: EMPTIED.replaceAll("\n", "\r\n") }],
        },
      ],
    },
    ...["\n", "\r\n"].map((lineEnd) => {
      const lines = (comment: string) =>
        inside("x := T{", "\tA: a,", comment, "\tLong: b,", "}").replaceAll("\n", lineEnd);
      return code(
        `between elements whose values stand in other columns, with ${JSON.stringify(lineEnd)}`,
        lines("\t// v.Detach(ctx)"),
        7,
        lines("").replace(`\t${lineEnd}`, lineEnd),
      );
    }),
    code(
      "between elements whose values stand in one column",
      inside("x := T{", "\tA: a,", "\t// v.Detach(ctx)", "\tB: b,", "}"),
      7,
      inside("x := T{", "\tA: a,", "\tB: b,", "}"),
    ),
    {
      name: "in a test",
      code: inside("// v.Detach(ctx)"),
      filename: "a_test.go",
      errors: [{ messageId: "code", suggestions: 1 }],
    },
  ],
});
