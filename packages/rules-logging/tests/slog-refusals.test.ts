import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, file, LOGRUS, options } from "./support/slog-files.ts";
import { left, type Case } from "./support/slog-refusals.ts";

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
  ],
});
