import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, LOGRUS, options, type Place } from "./support/slog-files.ts";
import { left, type Case } from "./support/slog-refusals.ts";

/** Calls of a logger that goes where a fix does not follow it, or comes from there. */
const IN_FILE: Readonly<Record<string, Case & { readonly places: readonly Place[] }>> = {
  "an exported function": {
    code: 'func F(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'F' is exported",
    places: [[6, 2]],
  },
  "an exported method": {
    code: 'type t struct{}\n\nfunc (t) F(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'F' is exported",
    places: [[8, 2]],
  },
  "an exported variable": {
    code: 'var E = log.WithField("a", 1)\n\nfunc f() {\n\tE.Info("x")\n}\n',
    reason: "'E' is exported",
    places: [[8, 2]],
  },
  "a function without a name": {
    code: 'func _(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: its function has no name",
    places: [[6, 2]],
  },
  "a function that is a value as well": {
    code: 'var h = g\n\nfunc g(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'g' is more than called",
    places: [[8, 2]],
  },
  "a method that is a value as well": {
    code: 'type t struct{}\n\nfunc f(x t) any {\n\treturn x.g\n}\n\nfunc (t) g(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'g' is more than called",
    places: [[12, 2]],
  },
  "a method that an interface may ask for": {
    code: 'type i interface{ g(e *log.Entry) }\n\ntype t struct{}\n\nfunc (t) g(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'g' is the name of something else as well",
    places: [[10, 2]],
  },
  "a method of the name of a field": {
    code: 'type i struct{ g int }\n\ntype t struct{}\n\nfunc (t) g(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'g' is the name of something else as well",
    places: [[10, 2]],
  },
  "a method of the same name whose owner is not known": {
    code: 'type t struct{}\n\nfunc f(x other) {\n\tx.g(log.WithField("a", 1))\n}\n\nfunc (t) g(e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: 'x.g' may be another 'g'",
    places: [[12, 2]],
  },
  "arguments that come from one call": {
    code: 'func f() {\n\tg(h())\n}\n\nfunc g(e *log.Entry, n int) {\n\te.Info("x")\n}\n',
    reason: "its logger is kept elsewhere: 'h()'",
    places: [[10, 2]],
  },
  "a second argument that comes from one call": {
    code: 'func f() {\n\tg(h())\n}\n\nfunc g(n int, e *log.Entry) {\n\te.Info("x")\n}\n',
    reason: "its logger is a parameter: the arguments come from another call",
    places: [[10, 2]],
  },
  "a closure that is a value": {
    code: 'func f() {\n\trun(func(e *log.Entry) {\n\t\te.Info("x")\n\t})\n}\n',
    reason: "its logger is a parameter: its function is a value",
    places: [[7, 3]],
  },
  "a closure in a variable with another": {
    code: 'func f() {\n\tg, h := func(e *log.Entry) {\n\t\te.Info("x")\n\t}, 1\n\tg(log.WithField("a", h))\n}\n',
    reason: "its logger is a parameter: its function is a value",
    places: [[7, 3]],
  },
  "a closure in a variable that is passed on": {
    code: 'func f() {\n\tg := func(e *log.Entry) {\n\t\te.Info("x")\n\t}\n\trun(g)\n}\n',
    reason: "its logger is a parameter: 'g' is more than called",
    places: [[7, 3]],
  },
  "a parameter of any number": {
    code: 'func f() {\n\te := log.WithField("a", 1)\n\te.Info("x")\n\tg(e)\n}\n\nfunc g(all ...*log.Entry) {}\n',
    reason: "'e' is passed to 'g', as one of several",
    places: [[7, 2]],
  },
  "a parameter without a name": {
    code: 'func f() {\n\te := log.WithField("a", 1)\n\te.Info("x")\n\tg(e)\n}\n\nfunc g(*log.Entry) {}\n',
    reason: "'e' is passed to 'g', as one of several",
    places: [[7, 2]],
  },
  "a parameter of another type": {
    code: 'func f() {\n\te := log.WithField("a", 1)\n\te.Info("x")\n\tg(e)\n}\n\nfunc g(a any) {}\n',
    reason: "its logger is of type 'any'",
    places: [[7, 2]],
  },
  "a variable that holds a function": {
    code: 'func f(g func(*log.Entry)) {\n\te := log.WithField("a", 1)\n\te.Info("x")\n\tg(e)\n}\n',
    reason: "'e' is passed to 'g', a variable",
    places: [[7, 2]],
  },
  "a result that has a name": {
    code: 'func f() (e *log.Entry) {\n\te = log.WithField("a", 1)\n\te.Info("x")\n\treturn\n}\n',
    reason: "its logger is a result",
    places: [[7, 2]],
  },
  "an entry that is returned with a field more": {
    code: 'func f() *log.Entry {\n\te := log.WithField("a", 1)\n\te.Info("x")\n\treturn e.WithField("b", 2)\n}\n',
    reason: "'e' is returned",
    places: [[7, 2]],
  },
};

/** A module with a file that uses what another declares. */
const beside = (other: string, code: string) => ({
  "go.mod": "module example.com/m\n",
  "a.go": `package m\n\nimport ${LOGRUS}\n\n${code}`,
  "b.go": `package m\n\n${other}`,
});

new RuleTester().run("slog refusals", rule, {
  valid: [],
  invalid: [
    ...Object.entries(IN_FILE).map(([name, { code, places, reason }]) => ({
      name,
      code: `package p\n\nimport ${LOGRUS}\n\n${code}`,
      options,
      errors: direct(places),
      output: null,
      sites: left(places.length, reason),
    })),
    {
      name: "a function of this file that another file calls",
      files: beside("func F() { g(nil) }\n", 'func g(e *log.Entry) {\n\te.Info("x")\n}\n'),
      options,
      filename: "a.go",
      errors: direct([[6, 2]]),
      output: null,
      sites: left(1, "its logger is a parameter: 'g' is used in b.go as well"),
    },
    {
      name: "a function that another file declares",
      files: beside(
        "func g(e any) {}\n",
        'func f() {\n\te := log.WithField("a", 1)\n\tg(e)\n\te.Info("x")\n}\n',
      ),
      options,
      filename: "a.go",
      errors: direct([[8, 2]]),
      output: null,
      sites: left(1, "'e' is passed to 'g' of b.go"),
    },
    {
      name: "a method that another file declares",
      files: beside(
        "type t struct{}\n\nfunc (t) g(e any) {}\n",
        'func f(x t) {\n\te := log.WithField("a", 1)\n\tx.g(e)\n\te.Info("x")\n}\n',
      ),
      options,
      filename: "a.go",
      errors: direct([[8, 2]]),
      output: null,
      sites: left(1, "'e' is passed to 'x.g' of b.go"),
    },
    {
      name: "a logger that another file declares",
      files: beside(
        'import "github.com/sirupsen/logrus"\n\nvar e *logrus.Entry\n',
        'func f() {\n\te.Info("x")\n\tlog.SetLevel(1)\n}\n',
      ),
      options,
      filename: "a.go",
      errors: direct([[6, 2]]),
      output: null,
      sites: left(1, "its logger is declared elsewhere"),
    },
    {
      name: "a name that is a part of another's in the other file",
      files: beside("func going() { ag() }\n", 'func g(e *log.Entry) {\n\te.Info("x")\n}\n'),
      options,
      filename: "a.go",
      errors: direct([[6, 2]]),
      output: 'package m\n\nimport "log/slog"\n\nfunc g(e *slog.Logger) {\n\te.Info("x")\n}\n',
    },
  ],
});
