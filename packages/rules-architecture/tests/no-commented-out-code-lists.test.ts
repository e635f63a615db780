import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-commented-out-code.ts";
import { code, inside, silent, undecided } from "./support/commented-out-code.ts";

new RuleTester().run("architecture/no-commented-out-code, in lists", rule, {
  valid: [
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
      "an element with a sentence beside it",
      'package p\n\nvar a = []string{\n\t"a",\n\t// "b", // only for large machines\n\t"c",\n}\n',
    ),
  ],
  invalid: [
    code(
      "a statement at the end of a clause",
      "package p\n\nfunc f() {\n\tswitch x {\n\tcase 1:\n\t\tf()\n\t// client.Detach(ctx, id)\n\tcase 2:\n\t}\n}\n",
      7,
      "package p\n\nfunc f() {\n\tswitch x {\n\tcase 1:\n\t\tf()\n\tcase 2:\n\t}\n}\n",
    ),
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
