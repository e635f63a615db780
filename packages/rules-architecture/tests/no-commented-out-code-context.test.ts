import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-commented-out-code.ts";
import {
  above,
  code,
  EMPTIED,
  inside,
  silent,
  undecided,
} from "./support/commented-out-code.ts";

new RuleTester().run("architecture/no-commented-out-code", rule, {
  valid: [
    silent(
      "an example with a comment of its own",
      "package p\n\n// For documentation only:\n// // Tree is a list.\n// type Tree struct {\n// \tNodes []int\n// }\n\nvar x = 1\n",
    ),
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
      "code further in than the prose of a block",
      inside(
        "/*",
        " * Volumes are found by id",
        " *   v := client.Volume(id)",
        " *   v.Detach(x)",
        " */",
      ),
    ),
    silent(
      "directives",
      above("//go:build x(y)", "", "//nolint:errcheck // x := y()", "//export f(x)", ""),
    ),
    silent("markers", above("// +kubebuilder:default=f(x)", "// +groupName=x.y()")),
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
    ...[
      ["elements", "var rows = []T{", "}"],
      ["arguments", "var rows = list(", ")"],
      ["constants", "const (", ")"],
      ["fields", "type rows struct {", "}"],
    ].map(([parts = "", start = "", end = ""]) =>
      undecided(
        `what ${parts} are about, written as a call`,
        `package p\n\n${start}\n\t// time.Unix(10, 0)\n\n${end}\n`,
      ),
    ),
    undecided(
      "a value above the fields of a literal",
      'package p\n\nvar device = D{\n\t// "/dev/null",\n\tMajor: 1,\n}\n',
    ),
    undecided(
      "a field above the values of a literal",
      "package p\n\nvar device = D{\n\t// Major: 1,\n\t1, 2,\n}\n",
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
  ],
  invalid: [
    code(
      "a value between others",
      'package p\n\nvar devices = []string{\n\t"/dev/tty",\n\t// "/dev/null",\n}\n',
      5,
      'package p\n\nvar devices = []string{\n\t"/dev/tty",\n}\n',
    ),
    code(
      "an element that is a call",
      "package p\n\nvar rows = []T{\n\t// time.Unix(10, 0),\n\ttime.Unix(20, 0),\n}\n",
      4,
      "package p\n\nvar rows = []T{\n\ttime.Unix(20, 0),\n}\n",
    ),
    code(
      "below prose",
      inside("// TODO: turn it on again", "// client.Detach(ctx, id)", "// client.Close()"),
      5,
      EMPTIED,
      7,
    ),
    code(
      "below prose with an address",
      inside("// See https://go.dev/a", "// client.Detach(ctx, id)", "// client.Close()"),
      5,
      EMPTIED,
      7,
    ),
    code(
      "a function with its description",
      "package p\n\n// // g is old.\n// func g() {\n// \tf()\n// }\n\nvar x = 1\n",
      3,
      "package p\n\nvar x = 1\n",
      6,
    ),
    code(
      "below prose that wants it back",
      inside("// Uncomment this.", "// client.Detach(ctx, id)"),
      5,
      EMPTIED,
      6,
    ),
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
    ...["\n", "\r\n"].map((lineEnd) => {
      const lines = (comment: string) =>
        inside("x := T{", "\tA: a,", comment, "\tLong: b,", "}").replaceAll("\n", lineEnd);
      return code(
        `between elements whose values stand in other columns, with ${JSON.stringify(lineEnd)}`,
        lines("\t// C: v.Detach(ctx),"),
        7,
        lines("").replace(`\t${lineEnd}`, lineEnd),
      );
    }),
    code(
      "between elements whose values stand in one column",
      inside("x := T{", "\tA: a,", "\t// C: v.Detach(ctx),", "\tB: b,", "}"),
      7,
      inside("x := T{", "\tA: a,", "\tB: b,", "}"),
    ),
  ],
});
