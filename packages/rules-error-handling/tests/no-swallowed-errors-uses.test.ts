import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-swallowed-errors.ts";
import { go, loop } from "./support/swallowed-errors.ts";

const compliant = (name: string, code: string, approach: string) => ({
  name,
  code,
  sites: [{ verdict: "compliant" as const, approach }],
});

new RuleTester().run("error-handling/no-swallowed-errors", rule, {
  valid: [
    ...[
      ["sent before", "err := fail()\n\tch <- err\n\tif err != nil {\n\t}"],
      [
        "sent before in a struct",
        "err := fail()\n\tch <- struct{ e error }{err}\n\tif err != nil {\n\t}",
      ],
      ["kept before", "err := fail()\n\tok = err != nil\n\tif err != nil {\n\t}"],
      ["one that it is", "if err := fail(); err != nil && err == errBase {\n\t}"],
      [
        "one that it is, as a call says",
        "if err := fail(); err != nil && errors.Is(err, errBase) {\n\t}",
      ],
      [
        "of the last alternative",
        "var err error\n\tfor range xs {\n\t\tif err = fail(); err != nil {\n\t\t\tcontinue\n\t\t}\n\t\treturn\n\t}\n\tprintln(err)",
      ],
      [
        "in an else",
        "if err := fail(); err == nil {\n\t\tprintln(ok)\n\t} else {\n\t\tprintln(err)\n\t}",
      ],
      ["in a case", "err := fail()\n\tswitch {\n\tcase err != nil:\n\t\tprintln(err)\n\t}"],
    ].map(([name = "", body = ""]) =>
      compliant(
        `used: ${name}`,
        `package p\n\nimport "errors"\n\nvar errBase = errors.New("")\n\nfunc f(xs []int, ok bool, ch chan any) {\n\t${body}\n}\n\nfunc fail() error { return nil }\n`,
        "uses the error",
      ),
    ),
    compliant(
      "a named result that is returned",
      go("if err = fail(); err != nil {\n\t\treturn\n\t}\n\treturn", " (err error)"),
      "uses the error",
    ),
    compliant(
      "handed to a function of a package for errors",
      `package p\n\nimport "example.com/myerrors"\n\nfunc f() {\n\tif err := fail(); err != nil {\n\t\tmyerrors.Report(err)\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      "uses the error",
    ),
    compliant(
      "handed to a function of the file that is called as a question",
      `${go("if err := fail(); err != nil {\n\t\tAs(err)\n\t}")}\nfunc As(error) {}\n`,
      "uses the error",
    ),
    compliant(
      "another value beside nil",
      go(
        "if err := fail(); err != nil {\n\t\treturn 1, nil\n\t}\n\treturn 2, nil",
        " (int, error)",
      ),
      "falls back",
    ),
    compliant(
      "another error",
      go("if err := fail(); err != nil {\n\t\treturn errBase\n\t}\n\treturn nil", " error") +
        "\nvar errBase error\n",
      "returns",
    ),
    compliant(
      "logged before nil is returned",
      go(
        'if err := fail(); err != nil {\n\t\tprintln("failed")\n\t\treturn nil\n\t}\n\treturn nil',
        " error",
      ),
      "calls",
    ),
    {
      name: "an error of a type that is not known",
      code: `package p\n\nimport "example.com/x"\n\nfunc f() {\n\tfor {\n\t\tn, err := x.Do()\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\tprintln(n)\n\t}\n}\n`,
      sites: [{ verdict: "undecided" }],
    },
    {
      name: "an error of a type that is not known, used",
      code: `package p\n\nimport "example.com/x"\n\nfunc f() {\n\tif err := x.Do(); err != nil {\n\t\tprintln(err)\n\t}\n}\n`,
      sites: [{ verdict: "compliant", approach: "uses the error" }],
    },
    {
      name: "another value of a type that is not known, used",
      code: `package p\n\nimport "example.com/x"\n\nfunc f() {\n\tif user := x.Do(); user != nil {\n\t\tprintln(user)\n\t}\n}\n`,
      sites: [],
    },
    compliant(
      "returned",
      go("if err := fail(); err != nil { return err }; return nil", " error"),
      "uses the error",
    ),
    compliant("told", go("if err := fail(); err != nil { println(err) }"), "uses the error"),
    compliant(
      "kept for later",
      loop("if e := fail(); e != nil { err = e }", "println(err)"),
      "uses the error",
    ),
    compliant("left", go("if err := fail(); err != nil { return }"), "returns"),
    compliant(
      "left by a jump",
      go("out:\n\tif err := fail(); err != nil { goto out }"),
      "returns",
    ),
    compliant("answered", go('if err := fail(); err != nil { println("failed") }'), "calls"),
    compliant(
      "counted",
      go("n := 0\n\tif err := fail(); err != nil { n++ }\n\tprintln(n)"),
      "falls back",
    ),
    compliant(
      "a value instead",
      go("n := 1\n\tif err := fail(); err != nil { n = 2 }\n\tprintln(n)"),
      "falls back",
    ),
    compliant(
      "asked about",
      loop("if err = fail(); err != nil && isMissing(err) { continue }"),
      "uses the error",
    ),
    compliant(
      "used after the loop",
      loop("if err = fail(); err != nil { break }", "println(err)"),
      "uses the error",
    ),
    compliant(
      "of the function around, used after the closure",
      go(
        "var err error\n\teach(func() {\n\t\tfor range xs {\n\t\t\tif err = fail(); err != nil { break }\n\t\t}\n\t})\n\treturn err",
        " error",
      ),
      "uses the error",
    ),
    compliant(
      "a named result of the function around",
      go(
        "each(func() {\n\t\tif err = fail(); err != nil { return }\n\t})\n\treturn",
        " (err error)",
      ),
      "uses the error",
    ),
    compliant(
      "used after a loop that tries again",
      go(
        "var err error\n\tfor i := 0; i < 3; i++ {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    compliant(
      "used after a loop over a number",
      go(
        "var err error\n\tfor range 3 {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    compliant(
      "told before it is asked about",
      loop("err = fail()\n\t\tprintln(err)\n\t\tif err != nil { continue }"),
      "uses the error",
    ),
    compliant(
      "counted to a channel",
      go("c := make(chan int)\n\tif err := fail(); err != nil { c <- 1 }"),
      "falls back",
    ),
    compliant(
      "used after a loop that waits for a condition",
      go(
        "var err error\n\tfor ok {\n\t\tif err = fail(); err != nil { continue }\n\t\tbreak\n\t}\n\tprintln(err)",
      ),
      "uses the error",
    ),
    ...["switch", "switch any(ok).(type)", "select"].map((head) =>
      compliant(
        `used after a ${head} that it leaves`,
        go(
          `var err error\n\t${head} {\n\tdefault:\n\t\tif err = fail(); err != nil { break }\n\t}\n\tprintln(err)`,
        ),
        "uses the error",
      ),
    ),
    compliant(
      "told what a channel gave",
      go(
        "var c chan error\n\tfor {\n\t\tselect {\n\t\tcase err := <-c:\n\t\t\tprintln(err)\n\t\t\tif err != nil { continue }\n\t\t}\n\t}",
      ),
      "uses the error",
    ),
  ],
  invalid: [
    {
      name: "the next one",
      code: loop("if err = fail(); err != nil { continue }"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "the next one, though it is used later",
      code: loop("if err = fail(); err != nil { continue }", "println(err)"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "out of the loop",
      code: loop("if err := fail(); err != nil { break }", "println(err)"),
      errors: [{ messageId: "swallowed", line: 6, column: 21 }],
    },
    {
      name: "of a closure, with another of its name around it",
      code: go(
        "var err error\n\teach(func() {\n\t\tfor range xs {\n\t\t\tif err := fail(); err != nil { break }\n\t\t}\n\t})\n\tprintln(err)",
      ),
      errors: [{ messageId: "swallowed", line: 7, column: 22 }],
    },
    {
      name: "of the function around, created again after the closure",
      code: go(
        "var err error\n\teach(func() {\n\t\tfor range xs {\n\t\t\tif err = fail(); err != nil { break }\n\t\t}\n\t})\n\terr = nil",
      ),
      errors: [{ messageId: "swallowed", line: 7, column: 21 }],
    },
    {
      name: "an error of a method called Err",
      code: `package p\n\ntype rows struct{}\n\nfunc (rows) Err() error { return nil }\n\nfunc f(r rows, xs []int) {\n\tfor range xs {\n\t\tif err := r.Err(); err != nil {\n\t\t\tbreak\n\t\t}\n\t}\n}\n`,
      errors: [{ messageId: "swallowed", line: 9, column: 22 }],
    },
    {
      name: "out of the loop to where it is created again",
      code: loop("if err = fail(); err != nil { break }", "err = nil"),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "out of a switch",
      code: go("switch {\n\tcase ok:\n\t\tif err := fail(); err != nil { break }\n\t}"),
      errors: [{ messageId: "swallowed", line: 6, column: 21 }],
    },
    {
      name: "the next one of a list that is counted through, though it is used later",
      code: go(
        "var err error\n\tfor i := 0; i < len(xs); i++ {\n\t\tif err = fail(); err != nil { continue }\n\t}\n\tprintln(err)",
      ),
      errors: [{ messageId: "swallowed", line: 6, column: 20 }],
    },
    {
      name: "after a question that gave another error",
      code: `${loop("err = fail()\n\t\t_, e := Parse()\n\t\tif err != nil { continue }\n\t\tprintln(e)")}\nfunc Parse() (int, error) { return 0, nil }\n`,
      errors: [{ messageId: "swallowed", line: 8, column: 6 }],
    },
    {
      name: "told before it was created again",
      code: loop(
        "err = fail()\n\t\tprintln(err)\n\t\terr = fail()\n\t\tif err != nil { continue }",
      ),
      errors: [{ messageId: "swallowed", line: 9, column: 6 }],
    },
    {
      name: "handed on by name only",
      code: loop(
        "err = fail()\n\t\tg := func() { err = nil }\n\t\tg()\n\t\tif err != nil { continue }",
      ),
      errors: [{ messageId: "swallowed", line: 9, column: 6 }],
    },
    {
      name: "asked about before by a package's own question",
      code: `package p\n\nimport "example.com/kind"\n\nfunc f(xs []int) {\n\tfor range xs {\n\t\terr := fail()\n\t\tif kind.IsEnd(err) {\n\t\t\treturn\n\t\t}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      errors: [{ messageId: "swallowed", line: 11, column: 6 }],
    },
    {
      name: "handed on after the branch alone",
      code: loop("err := fail()\n\t\tif err != nil { continue }\n\t\tprintln(err)"),
      errors: [{ messageId: "swallowed", line: 7, column: 6 }],
    },
    {
      name: "beside a named result that is returned",
      code: go("if other := fail(); other != nil {\n\t}\n\treturn", " (err error)"),
      errors: [{ messageId: "swallowed", line: 4, column: 22, suggestions: 1 }],
    },
    {
      name: "after the named result was returned, and before nil is",
      code: go(
        "if ok {\n\t\treturn\n\t}\n\tif err = fail(); err != nil {\n\t}\n\treturn nil",
        " (err error)",
      ),
      errors: [{ messageId: "swallowed", line: 7, column: 19, suggestions: 1 }],
    },
    {
      name: "asked about before",
      code: `package p\n\nimport "errors"\n\nfunc f(xs []int, end error) {\n\tfor range xs {\n\t\terr := fail()\n\t\tif errors.Is(err, end) {\n\t\t\treturn\n\t\t}\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t}\n}\n\nfunc fail() error { return nil }\n`,
      errors: [{ messageId: "swallowed", line: 11, column: 6 }],
    },
  ],
});
