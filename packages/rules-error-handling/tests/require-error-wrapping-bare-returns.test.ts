import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/require-error-wrapping.ts";
import { go } from "./support/error-wrapping.ts";

const bare = (body: string) => go(body, ["os", "io", "strconv"]);

/** A function with a named result. */
const named = (body: string) =>
  `package p\n\nimport (\n\t"errors"\n\t"fmt"\n\t"os"\n)\n\nvar _, _ = fmt.Sprint, errors.Join\n\nfunc own() error { return nil }\n\nfunc wrap(*error) {}\n\nfunc f(p string) (err error) {\n\t${body}\n}\n`;

/** A module with functions that make errors, and one that does something. */
const made = (call: string) => ({
  "go.mod": "module example.com/app\n\ngo 1.24\n",
  "x/x.go":
    "package x\n\nfunc FlagErrorf(string, ...any) error { panic(0) }\n\nfunc Error(string, int) error { panic(0) }\n\nfunc NewNotFoundErr(string, int) error { panic(0) }\n\nfunc NewBranch(string, int) error { panic(0) }\n\nfunc Delete(string, int) error { panic(0) }\n",
  "f.go": `package p\n\nimport "example.com/app/x"\n\nfunc f() error {\n\treturn ${call}\n}\n`,
});

const BARE = [{ bareReturns: true }] as const;

new RuleTester().run("error-handling/require-error-wrapping", rule, {
  valid: [
    {
      name: "a bare error of a function that is not read",
      code: go("_, e := x.Do()\n\treturn e", ["example.com/x"]),
      options: BARE,
      sites: [],
    },
    {
      name: "a call of a function that is not read",
      code: go("return x.Do()", ["example.com/x"]),
      options: BARE,
      sites: [{ verdict: "undecided", reason: /not read/u }],
    },
    {
      name: "a bare return, if it is not asked for",
      code: `${bare("return os.Remove(name)")}// Errorf\n`,
      sites: [],
    },
    {
      name: "an error of the package's own",
      code: `${bare("return own()")}\nfunc own() error { return nil }\n`,
      options: BARE,
      sites: [],
    },
    {
      name: "an error that went through a helper",
      code: `${bare("e := os.Remove(name)\n\treturn wrap(e)")}\nfunc wrap(error) error { return nil }\n`,
      options: BARE,
      sites: [],
    },
    {
      name: "an error that is nil, as the case says, or a switch before",
      code: bare(
        "e := os.Remove(name)\n\tswitch {\n\tcase e == nil:\n\t\treturn e\n\t}\n\tswitch {\n\tcase name == ``, e != nil:\n\t\treturn nil\n\t}\n\treturn e",
      ),
      options: BARE,
      sites: [],
    },
    {
      name: "an error of an allowed package",
      code: bare("_, e := io.ReadAll(nil)\n\treturn e"),
      options: BARE,
      sites: [{ verdict: "exempt", reason: "bare package: io" }],
    },
    {
      name: "an error of a package of one's own",
      code: bare("return os.Remove(name)"),
      options: [{ bareReturns: true, barePackages: ["o*"] }],
      sites: [{ verdict: "exempt", reason: "bare package: o*" }],
    },
    {
      name: "an error that may come from elsewhere",
      code: bare('var e error\n\tif name == "" {\n\t\te = os.Remove(name)\n\t}\n\treturn e'),
      options: BARE,
      sites: [{ verdict: "undecided", reason: "'e' may be the error of another call" }],
    },
    { name: "a parameter", code: bare("return err"), options: BARE, sites: [] },
    ...[
      [
        "an error that a branch before found to be nil",
        "if e != nil {\n\t\treturn nil\n\t}\n\treturn e",
      ],
      ["an error that is nil in the branch", "if e == nil {\n\t\treturn e\n\t}\n\treturn nil"],
      [
        "an error that a case before found to be nil",
        "switch {\n\tcase e != nil:\n\t\treturn nil\n\t}\n\treturn e",
      ],
    ].map(([name = "", rest = ""]) => ({
      name,
      code: bare(`e := os.Remove(name)\n\t${rest}`),
      options: BARE,
      sites: [],
    })),
    {
      name: "a named result that a branch before found to be nil",
      code: named("err = os.Remove(p)\n\tif err != nil {\n\t\treturn own()\n\t}\n\treturn"),
      options: BARE,
      sites: [],
    },
    {
      name: "a named result that no call of another package gave",
      code: named("err = own()\n\treturn"),
      options: BARE,
      sites: [],
    },
    {
      name: "an error that a deferred closure wraps",
      code: named(
        'defer func() {\n\t\tif err != nil {\n\t\t\terr = fmt.Errorf("a: %w", err)\n\t\t}\n\t}()\n\treturn os.Remove(p)',
      ),
      options: BARE,
      sites: [
        { verdict: "compliant", approach: "fmt.Errorf" },
        { verdict: "compliant", approach: "a deferred function" },
      ],
    },
    {
      name: "an error that a deferred function may wrap",
      code: named(
        "defer wrap(&err)\n\tif err := os.Remove(p); err != nil {\n\t\treturn err\n\t}\n\treturn",
      ),
      options: BARE,
      sites: [{ verdict: "undecided", reason: "a deferred call gets '&err'" }],
    },
    ...["FlagErrorf", "Error", "NewNotFoundErr"].map((name) => ({
      name: `a new error of another package: ${name}`,
      files: made(`x.${name}("a %d", 1)`),
      options: BARE,
      sites: { "f.go": [] },
    })),
    { name: "no error", code: bare("return nil"), options: BARE, sites: [] },
  ],
  invalid: [
    ...['x.Delete("a", 1)', 'x.NewBranch("a", 1)', 'x.Error("", 1)'].map((call) => ({
      name: `a call of another package with a text: ${call}`,
      files: made(call),
      options: BARE,
      errors: { "f.go": [{ messageId: "bare" as const, line: 6, column: 2 }] },
    })),
    ...[
      ["a named result", "err = os.Remove(p)\n\treturn", 17],
      [
        "a named result in a branch for it",
        "if err = os.Remove(p); err != nil {\n\t\treturn\n\t}\n\treturn",
        17,
      ],
      [
        "one that a deferred function reads",
        "defer func() { println(err) }()\n\treturn os.Remove(p)",
        17,
      ],
      [
        "one that a deferred function replaces",
        "defer func() { err = own() }()\n\treturn os.Remove(p)",
        17,
      ],
      [
        "one that a closure wraps that is not deferred",
        'g := func() { err = fmt.Errorf("a: %w", err) }\n\tg()\n\treturn os.Remove(p)',
        18,
      ],
      [
        "one that a deferred function joins with another",
        "defer func() { err = errors.Join(err, own()) }()\n\treturn os.Remove(p)",
        17,
      ],
      [
        "before a function is deferred that wraps it",
        'if p == "" {\n\t\treturn os.Remove(p)\n\t}\n\tdefer func() { err = fmt.Errorf("a: %w", err) }()\n\treturn nil',
        17,
      ],
      [
        "one that a deferred function of a closure wraps",
        'g := func() { defer func() { err = fmt.Errorf("a: %w", err) }() }\n\tg()\n\treturn os.Remove(p)',
        18,
      ],
    ].map(([name, body, line]) => ({
      name: `another package's error: ${name}`,
      code: named(String(body)),
      options: BARE,
      errors: [{ messageId: "bare" as const, line: Number(line) }],
    })),
    {
      name: "another package's error",
      code: bare("if e := os.Remove(name); e != nil {\n\t\treturn e\n\t}\n\treturn nil"),
      options: BARE,
      errors: [
        {
          message: "Wrap the error of 'os.Remove' before you return it, and say what failed.",
          line: 11,
        },
      ],
    },
    ...[
      [
        "before a check that comes later",
        "e := os.Remove(name)\n\tif name == `` {\n\t\treturn e\n\t}\n\tif e != nil {\n\t\treturn nil\n\t}\n\treturn nil",
        12,
      ],
      [
        "where it is not nil, or something else is so",
        "e := os.Remove(name)\n\tif e != nil || name == `` {\n\t\treturn e\n\t}\n\treturn nil",
        12,
      ],
      [
        "after a check of another one",
        "e := os.Remove(name)\n\tif other != nil {\n\t\treturn nil\n\t}\n\treturn e",
        14,
      ],
      [
        "in a case for it",
        "e := os.Remove(name)\n\tswitch {\n\tcase e != nil:\n\t\treturn e\n\t}\n\treturn nil",
        13,
      ],
      [
        "in a case for its being nil, or for something else",
        "e := os.Remove(name)\n\tswitch {\n\tcase e == nil, name == ``:\n\t\treturn e\n\t}\n\treturn nil",
        13,
      ],
      [
        "in a case of a switch over a value",
        "e := os.Remove(name)\n\tswitch name == `` {\n\tcase e == nil:\n\t\treturn e\n\t}\n\treturn nil",
        13,
      ],
      [
        "after a switch over a value",
        "e := os.Remove(name)\n\tswitch name == `` {\n\tcase e != nil:\n\t\treturn nil\n\t}\n\treturn e",
        15,
      ],
      [
        "in a case for the error that it was before",
        "e := own()\n\tswitch {\n\tcase e == nil:\n\t\te = os.Remove(name)\n\t\treturn e\n\t}\n\treturn nil",
        14,
      ],
    ].map(([name, body, line]) => ({
      name: `another package's error: ${name}`,
      code: `${bare(String(body))}\nfunc own() error { return nil }\n`,
      options: BARE,
      errors: [{ messageId: "bare" as const, line: Number(line) }],
    })),
    {
      name: "directly",
      code: bare("return os.Remove(name)"),
      options: BARE,
      errors: [{ messageId: "bare", line: 10, column: 2 }],
    },
    {
      name: "after a second result",
      code: bare(
        "_, e := strconv.Atoi(name)\n\tif e != nil {\n\t\treturn e\n\t}\n\treturn nil",
      ),
      options: BARE,
      errors: [{ messageId: "bare", line: 12 }],
    },
    {
      name: "the last that was given",
      code: bare("_, e := io.ReadAll(nil)\n\te = os.Remove(name)\n\treturn e"),
      options: BARE,
      errors: [{ messageId: "bare", line: 12, column: 2 }],
    },
  ],
});
