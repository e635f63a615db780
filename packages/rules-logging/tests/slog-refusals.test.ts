import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, file, LOGRUS, options, type Place } from "./support/slog-files.ts";

interface Case {
  /** The body of a function, or a whole file after its imports. */
  readonly code: string;
  readonly reason: string;
  readonly parameters?: string;
  readonly places?: readonly Place[];
}

/** Returns the sites of calls that are left for one reason. */
const left = (count: number, noFixReason: string) =>
  Array.from({ length: count }, () => ({ verdict: "violation" as const, noFixReason }));

/** Calls in one function. */
const IN_FUNCTION: Readonly<Record<string, Case>> = {
  "an entry that is passed on": {
    code: 'e := log.WithField("a", 1)\ng(e)\ne.Info("x")',
    reason: "'e' is passed to 'g'",
    places: [[8, 2]],
  },
  "an entry that is discarded": {
    code: 'e := log.WithField("a", 1)\n_ = e\ne.Info("x")',
    reason: "'e' is given to another variable",
    places: [[8, 2]],
  },
  "an entry that is compared": {
    code: 'e := log.WithField("a", 1)\nif e != nil {\n\te.Info("x")\n}',
    reason: "'e' is used for more than logging",
    places: [[8, 3]],
  },
  "an entry in a literal": {
    code: 'e := log.WithField("a", 1)\ng(all{e})\ne.Info("x")',
    reason: "'e' is kept in a literal",
    places: [[8, 2]],
  },
  "an entry that is given to a field": {
    code: 'e := log.WithField("a", 1)\nt.e = e\ne.Info("x")',
    reason: "'e' is given to another variable",
    places: [[8, 2]],
  },
  "an entry that is declared with another": {
    code: 'e, n := made()\nn.a = e.WithField("a", 1)\ne.Info("x")',
    reason: "its logger is declared with others",
    parameters: "made func() (*log.Entry, t)",
    places: [[8, 2]],
  },
  "an entry that a variable of another file is the start of": {
    code: 'e := other.WithField("a", 1)\ne.Info("x")\nvar f *log.Entry = e\nf.Info("y")',
    reason: "its logger comes from 'other'",
    places: [[9, 2]],
  },
  "an entry that is no pointer": {
    code: 'e.Info("x")',
    reason: "its logger is of type 'log.Entry'",
    parameters: "e log.Entry",
  },
  "an interface that slog's loggers do not have": {
    code: 'e.Print("x")',
    reason: "its logger is of type 'log.StdLogger'",
    parameters: "e log.StdLogger",
  },
  "a context that is kept": {
    code: 'e := log.WithContext(ctx)\ne.Info("x")',
    reason: "it keeps a context",
    parameters: "ctx c",
    places: [[7, 2]],
  },
  "calls that stand in one another": {
    code: 'e := log.WithField("a", 1)\ne.Info(func() string { e.Info("x"); return "y" }())',
    reason: "its calls stand in one another",
    places: [
      [7, 2],
      [7, 25],
    ],
  },
  "fields of a map in the midst of a line": {
    code: 'defer log.WithFields(m).Info("x")',
    reason: "its fields are a map, in the midst of a statement",
    parameters: "m log.Fields",
    places: [[6, 8]],
  },
  "fields of a map behind another statement on the line": {
    code: 'g(); log.WithFields(m).Info("x")',
    reason: "its fields are a map, in the midst of a statement",
    parameters: "m log.Fields",
    places: [[6, 7]],
  },
  "kept fields of a map before another statement on the line": {
    code: 'e := log.WithFields(m); g()\ne.Info("x")',
    reason: "its fields are a map, in the midst of a statement",
    parameters: "m log.Fields",
    places: [[7, 2]],
  },
  "kept fields of a map in the head of a statement": {
    code: 'if e := log.WithFields(m); m != nil {\n\te.Info("x")\n}',
    reason: "its fields are a map, in the midst of a statement",
    parameters: "m log.Fields",
    places: [[7, 3]],
  },
  "fields of another type": {
    code: 'log.WithFields(fields{"a": 1}).Info("x")',
    reason: "its fields have a type of their own: 'fields'",
  },
  "fields by other keys": {
    code: 'log.WithFields(map[key]any{"a": 1}).Info("x")',
    reason: "its fields have a type of their own: 'map[key]any'",
  },
  "fields of another package": {
    code: 'log.WithFields(other.Fields{"a": 1}).Info("x")',
    reason: "its fields have a type of their own: 'other.Fields'",
  },
  "fields without keys": {
    code: 'log.WithFields(log.Fields{1}).Info("x")',
    reason: "its fields have no keys",
  },
  "a field that is the result of a call": {
    code: 'log.WithField(pair()).Info("x")',
    reason: "its field is the result of a call",
  },
  "a message that can be made once only": {
    code: "log.Panic(next())",
    reason: "its message can be made only once",
  },
  "a message that is received, and so made once only": {
    code: "log.Panic(<-c)",
    reason: "its message can be made only once",
    parameters: "c chan int",
  },
  "a format that wraps an error": {
    code: 'log.Errorf("x: %w", err)',
    reason: "its format wraps an error with %w",
    parameters: "err error",
  },
  "the end of the program in the midst of a line": {
    code: 'defer log.Fatal("x")',
    reason: "'Fatal' ends the program, and is no statement of its own",
    places: [[6, 8]],
  },
  "a panic behind another statement on the line": {
    code: 'g(); log.Panic("x")',
    reason: "'Panic' ends the program, and is no statement of its own",
    places: [[6, 7]],
  },
  "a function that makes the message": {
    code: "log.InfoFn(func() []any { return nil })",
    reason: "slog has no such call",
  },
  "a method that slog's loggers do not have": {
    code: 'log.WithField("a", 1).Dup().Info("x")',
    reason: "slog has nothing like 'Dup'",
  },
  "a call of nothing": {
    code: "log.StandardLogger().Log()",
    reason: "it has no level",
  },
  "an error that is not there": {
    code: 'log.WithError().Info("x")',
    reason: "it has no error",
  },
  "a time that is not there": { code: 'log.WithTime().Info("x")', reason: "it has no time" },
  "a context that is not there": {
    code: 'log.WithContext().Info("x")',
    reason: "it has no context",
  },
  "fields that are not there": {
    code: 'log.WithFields().Info("x")',
    reason: "it has no fields",
  },
  "an entry of nothing": {
    code: 'log.NewEntry().Info("x")',
    reason: "it makes an entry of nothing",
  },
  "a logger of a new instance": {
    code: 'log.New().WithField("a", 1).Info("x")',
    reason: "slog has nothing like 'New'",
  },
  "a logger in a field": {
    code: 't.e.Info("x")',
    reason: "its logger is kept elsewhere: 't.e'",
    parameters: "t struct{ e *log.Entry }",
  },
};

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
    ...Object.entries(IN_FUNCTION).map(([name, { code, parameters, places, reason }]) => ({
      name,
      code: file([LOGRUS], code, parameters),
      options,
      errors: direct(places),
      output: null,
      sites: left(places?.length ?? 1, reason),
    })),
    ...Object.entries(IN_FILE).map(([name, { code, places, reason }]) => ({
      name,
      code: `package p\n\nimport ${LOGRUS}\n\n${code}`,
      options,
      errors: direct(places),
      output: null,
      sites: left(places.length, reason),
    })),
    {
      name: "a dot import",
      code: file(['. "github.com/sirupsen/logrus"'], 'Info("x")'),
      options,
      errors: direct(),
      output: null,
      sites: left(1, "its package is dot-imported"),
    },
    {
      name: "slog means something else here",
      code: file([LOGRUS], 'slog := 1\n_ = slog\nlog.Info("x")'),
      options,
      errors: direct([[8, 2]]),
      output: null,
    },
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
