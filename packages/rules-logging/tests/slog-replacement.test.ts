import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, file, LOGRUS, options, type Place } from "./support/slog-files.ts";

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly imports?: readonly string[];
  readonly parameters?: string;
  readonly places?: readonly Place[];
}

const FIXED: readonly Case[] = [
  { name: "a literal", before: 'log.Info("x")', after: 'slog.Info("x")' },
  {
    name: "Print is a matter of information",
    before: 'log.Print("x")',
    after: 'slog.Info("x")',
  },
  { name: "Warning is warn", before: 'log.Warning("x")', after: 'slog.Warn("x")' },
  { name: "nothing said", before: "log.Error()", after: 'slog.Error("")' },
  {
    name: "a format without arguments",
    before: 'log.Infof("100%% done")',
    after: 'slog.Info("100% done")',
  },
  {
    name: "a format without arguments, in which a sign is written otherwise",
    before: 'log.Infof("100%% \\x25d")',
    after: 'slog.Info(fmt.Sprintf("100%% \\x25d"))',
    imports: ['"fmt"', '"log/slog"'],
  },
  {
    name: "a format with arguments",
    before: 'log.Infof("x %d", n)',
    after: 'slog.Info(fmt.Sprintf("x %d", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
  },
  {
    name: "a newline at the end is a part of logrus' record",
    before: 'log.Infof("x\\n")',
    after: 'slog.Info("x\\n")',
  },
  {
    name: "several arguments are put together as logrus does",
    before: 'log.Info("x", n)',
    after: 'slog.Info(fmt.Sprint("x", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
  },
  {
    name: "one argument that is no string",
    before: "log.Error(err)",
    after: "slog.Error(fmt.Sprint(err))",
    imports: ['"fmt"', '"log/slog"'],
    parameters: "err error",
  },
  {
    name: "one argument that is a string",
    before: "log.Error(s)",
    after: "slog.Error(s)",
    parameters: "s string",
  },
  {
    name: "arguments on lines of their own, with a comment",
    before: 'log.Infof(\n\t"x %d", // how many\n\tn,\n)',
    after: 'slog.Info(fmt.Sprintf(\n\t"x %d", // how many\n\tn,\n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
  },
  {
    name: "a line of several arguments",
    before: 'log.Infoln("x", n)',
    after: 'slog.Info(strings.TrimSuffix(fmt.Sprintln("x", n), "\\n"))',
    imports: ['"fmt"', '"log/slog"', '"strings"'],
    parameters: "n int",
  },
  {
    name: "a chain",
    before: 'log.WithError(err).WithField("a", 1).Warn("x")',
    after: 'slog.Warn("x", "error", err, "a", 1)',
    parameters: "err error",
  },
  {
    name: "operators among several arguments stand close",
    before: 'log.WithFields(log.Fields{"a": n + 1}).Warn("x" + s)',
    after: 'slog.Warn("x"+s, "a", n+1)',
    parameters: "n int, s string",
  },
  {
    name: "a context",
    before: 'log.WithContext(ctx).Info("x")',
    after: 'slog.InfoContext(ctx, "x")',
    parameters: "ctx interface{}",
  },
  {
    name: "fields on lines of their own",
    before: 'log.WithFields(log.Fields{\n\t"a":  1,\n\t"bb": 2,\n}).Info("x")',
    after: 'slog.Info("x",\n\t"a", 1,\n\t"bb", 2,\n)',
  },
  {
    name: "a level that is a constant",
    before: 'log.StandardLogger().Log(log.WarnLevel, "x")',
    after: 'slog.Warn("x")',
  },
  {
    name: "a level that is a constant, and a format",
    before: 'log.NewEntry(log.StandardLogger()).Logf(log.InfoLevel, "x %d", n)',
    after: 'slog.Info(fmt.Sprintf("x %d", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
  },
  {
    name: "a deferred call whose message is there already",
    before: 'defer log.Info("x")',
    after: 'defer slog.Info("x")',
    places: [[6, 8]],
  },
  {
    name: "fields are come to before the message, where it matters",
    before: 'log.WithField("a", next()).Infof("x %d", next())',
    after: 'slog.With("a", next()).Info(fmt.Sprintf("x %d", next()))',
    imports: ['"fmt"', '"log/slog"'],
  },
  {
    name: "a receive is one of the things that matter",
    before: 'log.WithField("a", next()).Infof("x %d", <-c)',
    after: 'slog.With("a", next()).Info(fmt.Sprintf("x %d", <-c))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "c chan int",
  },
  {
    name: "a receive among the fields is evaluated before the message",
    before: 'log.WithField("a", <-c).Infof("x %d", next())',
    after: 'slog.With("a", <-c).Info(fmt.Sprintf("x %d", next()))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "c chan int",
  },
  {
    name: "a receive among the fields is evaluated after the context, unless that matters",
    before: 'log.WithContext(next()).WithField("a", <-c).Info("x")',
    after: 'slog.With("a", <-c).InfoContext(next(), "x")',
    parameters: "c chan int",
  },
  ...["len(s)", "string(s)", "func() {}", "s + s", "-n", "!b", "*p", "&s"].map((value) => ({
    name: `nothing has side effects in ${value}`,
    before: `log.WithField("a", next()).Infof("x %v", ${value})`,
    after: `slog.Info(fmt.Sprintf("x %v", ${value}), "a", next())`,
    imports: ['"fmt"', '"log/slog"'],
    parameters: "s string",
  })),
  ...["do()", "id(s)", "x.do()", "[]int{do()}", "s + do()", "(<-c)", "-<-c"].map((value) => ({
    name: `something may have side effects in ${value}`,
    before: `log.WithField("a", next()).Infof("x %v", ${value})`,
    after: `slog.With("a", next()).Info(fmt.Sprintf("x %v", ${value}))`,
    imports: ['"fmt"', '"log/slog"'],
    parameters: "s string",
  })),
  ...["msgs", "a_level", "timeout"].map((key) => ({
    name: `a key that only looks like one of slog's: ${key}`,
    before: `log.WithField("${key}", 1).Info("x")`,
    after: `slog.Info("x", "${key}", 1)`,
  })),
  {
    name: "where it does not",
    before: 'log.WithField("a", next()).Infof("x %s", err.Error())',
    after: 'slog.Info(fmt.Sprintf("x %s", err.Error()), "a", next())',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "err error",
  },
  {
    name: "a stored entry that stays in its function",
    before:
      'e := log.WithField("a", 1)\nif b {\n\te = e.WithField("b", 2)\n}\ne.Info("x")\ne.WithError(err).Error("y")',
    after:
      'e := slog.With("a", 1)\nif b {\n\te = e.With("b", 2)\n}\ne.Info("x")\ne.Error("y", "error", err)',
    parameters: "b bool, err error",
    places: [
      [10, 2],
      [11, 2],
    ],
  },
];

/** Files of which a fix takes all that hands a logger on, with the fix. */
const GROUPS: readonly {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly places: readonly Place[];
}[] = [
  {
    name: "a parameter of a function that only this file calls",
    before: `func f() {
	e := log.WithField("a", 1)
	g(e)
	g(e.WithField("b", 2))
	g(log.NewEntry(log.StandardLogger()))
}

func g(e *log.Entry) {
	e.Info("x")
}
`,
    after: `func f() {
	e := slog.With("a", 1)
	g(e)
	g(e.With("b", 2))
	g(slog.Default())
}

func g(e *slog.Logger) {
	e.Info("x")
}
`,
    places: [[13, 2]],
  },
  {
    name: "a parameter of a method, and a variable made of it",
    before: `type t struct{}

func (t *t) f() {
	t.g(log.StandardLogger(), "s")
}

func (t *t) g(e log.FieldLogger, s string) {
	own, n := e.WithField("s", s), 1
	own.Infof("x %d", n)
	func(last *log.Entry) { last.Warn("y") }(own)
}
`,
    after: `type t struct{}

func (t *t) f() {
	t.g(slog.Default(), "s")
}

func (t *t) g(e *slog.Logger, s string) {
	own, n := e.With("s", s), 1
	own.Info(fmt.Sprintf("x %d", n))
	func(last *slog.Logger) { last.Warn("y") }(own)
}
`,
    places: [
      [13, 2],
      [14, 26],
    ],
  },
  {
    name: "an entry of a logger that is kept",
    before: `func f() {
	logger := log.StandardLogger()
	e := log.NewEntry(logger).WithField("a", 1)
	e.Info("x")
	log.NewEntry(e).Info("y")
}
`,
    after: `func f() {
	logger := slog.Default()
	e := logger.With("a", 1)
	e.Info("x")
	e.Info("y")
}
`,
    places: [
      [8, 2],
      [9, 2],
    ],
  },
  {
    name: "fields that grow over the keys of a map",
    before: `func f(m map[string]int) {
	e := log.WithField("a", 1)
	for k, v := range m {
		e = e.WithField(k, v)
	}
	e.Info("x")
}
`,
    after: `func f(m map[string]int) {
	e := slog.With("a", 1)
	for k, v := range m {
		e = e.With(k, v)
	}
	e.Info("x")
}
`,
    places: [[10, 2]],
  },
];

/** Loggers that are made before the program sets slog up. */
const EARLY = [
  'var e = log.WithField("a", 1)',
  'var e *log.Entry\n\nfunc init() {\n\te = log.WithField("a", 1)\n}',
];

/** Files in which a logger may be given a key twice, so that its fix is only suggested. */
const TWICE: readonly {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly place: Place;
}[] = [
  {
    name: "a function that gives its parameter to itself with a field more",
    before: `func g(e *log.Entry) {
	e.Info("x")
	g(e.WithField("a", 1))
}
`,
    after: `func g(e *slog.Logger) {
	e.Info("x")
	g(e.With("a", 1))
}
`,
    place: [6, 2],
  },
  {
    name: "two functions that do the same in turn",
    before: `func g(e *log.Entry) {
	h(e.WithField("a", 1))
}

func h(e *log.Entry) {
	e.Info("x")
	g(e)
}
`,
    after: `func g(e *slog.Logger) {
	h(e.With("a", 1))
}

func h(e *slog.Logger) {
	e.Info("x")
	g(e)
}
`,
    place: [10, 2],
  },
  {
    name: "a key that a caller has given already",
    before: `func f() {
	g(log.WithField("a", 1))
}

func g(e *log.Entry) {
	e.WithField("a", 2).Info("x")
}
`,
    after: `func f() {
	g(slog.With("a", 1))
}

func g(e *slog.Logger) {
	e.Info("x", "a", 2)
}
`,
    place: [10, 2],
  },
  {
    name: "fields that grow over the values of a slice",
    before: `func f(m []string) {
	e := log.WithField("a", 1)
	for _, k := range m {
		e = e.WithField(k, 1)
	}
	e.Info("x")
}
`,
    after: `func f(m []string) {
	e := slog.With("a", 1)
	for _, k := range m {
		e = e.With(k, 1)
	}
	e.Info("x")
}
`,
    place: [10, 2],
  },
  {
    name: "fields that grow over the keys of a map, time and again",
    before: `func f(m map[string]int) {
	e := log.WithField("a", 1)
	for range 2 {
		for k, v := range m {
			e = e.WithField(k, v)
		}
	}
	e.Info("x")
}
`,
    after: `func f(m map[string]int) {
	e := slog.With("a", 1)
	for range 2 {
		for k, v := range m {
			e = e.With(k, v)
		}
	}
	e.Info("x")
}
`,
    place: [12, 2],
  },
  {
    name: "fields that grow in a loop",
    before: `func f() {
	e := log.WithField("a", 1)
	for {
		e = e.WithField("b", 2)
		e.Info("x")
	}
}
`,
    after: `func f() {
	e := slog.With("a", 1)
	for {
		e = e.With("b", 2)
		e.Info("x")
	}
}
`,
    place: [9, 3],
  },
];

/** Calls of which something is said beside the fix, which is only suggested. */
const SUGGESTED: readonly (Case & { readonly unsafeReason: string })[] = [
  {
    name: "the end of the program",
    before: 'log.WithError(err).Fatal("x")',
    after: 'slog.Error("x", "error", err)\nos.Exit(1)',
    imports: ['"log/slog"', '"os"'],
    parameters: "err error",
    unsafeReason: "see that the program still ends as it did",
  },
  {
    name: "a panic",
    before: 'log.Panicf("x %d", n)',
    after: 'slog.Error(fmt.Sprintf("x %d", n))\npanic(fmt.Sprintf("x %d", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
    unsafeReason: "see that what recovers takes a string for the record",
  },
  {
    name: "a level without a name",
    before: 'log.Trace("x")',
    after: 'slog.Log(context.Background(), slog.LevelDebug-4, "x")',
    imports: ['"context"', '"log/slog"'],
    unsafeReason: "slog has no level below debug by name",
  },
  {
    name: "a level that is a value",
    before: 'log.WithContext(ctx).WithField("a", 1).Log(level, "x", n)',
    after: 'slog.Log(ctx, slog.Level(4*(4-int(level))), fmt.Sprint("x", n), "a", 1)',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "ctx c, level l, n int",
    unsafeReason: "its level is worked out of the number of logrus'",
  },
  {
    name: "a key that is there twice",
    before: 'log.WithField("a", 1).WithField("a", 2).Info("x")',
    after: 'slog.Info("x", "a", 1, "a", 2)',
    unsafeReason: "a key is there twice",
  },
  {
    name: "a key that slog has for itself",
    before: 'log.WithField("msg", 1).Info("x")',
    after: 'slog.Info("x", "msg", 1)',
    unsafeReason: "slog writes 'msg' itself",
  },
  {
    name: "the time of the record",
    before: 'log.WithTime(t).Info("x")',
    after: 'slog.Info("x", "time", t)',
    parameters: "t any",
    unsafeReason: "slog writes 'time' itself",
  },
  {
    name: "a deferred message that is made of something",
    before: 'defer log.Info("x", n)',
    after: 'defer slog.Info(fmt.Sprint("x", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
    unsafeReason: "the message is made before the call runs",
  },
  {
    name: "a map of fields",
    before: 'attrs := 1\nlog.WithError(err).WithFields(fields(attrs)).Info("x")',
    after:
      'attrs := 1\nattrs2 := []any{"error", err}\nfor key, value := range fields(attrs) {\n\tattrs2 = append(attrs2, key, value)\n}\nslog.Info("x", attrs2...)',
    parameters: "err error",
    unsafeReason: "the fields of a map come in no order",
  },
  {
    name: "a map of fields that are kept",
    before: 'e := log.WithFields(log.Fields(fields)).WithField("a", 1)\ne.Info("x")',
    after:
      'e := slog.With("a", 1)\nfor key, value := range fields {\n\te = e.With(key, value)\n}\ne.Info("x")',
    parameters: "fields map[string]any",
    unsafeReason: "the fields of a map come in no order",
  },
];

/** Calls of the standard library's log, which ends lines itself. */
const STANDARD: readonly (readonly [before: string, after: string, imports?: string[]])[] = [
  ['log.Println("x")', 'slog.Info("x")'],
  ['log.Print("x\\n")', 'slog.Info("x")'],
  ['log.Print("x\\\\n")', 'slog.Info("x\\\\n")'],
  ['log.Printf("100%%\\n")', 'slog.Info("100%")'],
  ['log.Printf("x %d\\n", n)', 'slog.Info(fmt.Sprintf("x %d", n))', ['"fmt"']],
  ["log.Printf(`x %d\\n`, n)", "slog.Info(fmt.Sprintf(`x %d\\n`, n))", ['"fmt"']],
];

new RuleTester().run("slog replacement", rule, {
  valid: [
    {
      name: "what slog writes is not looked at",
      code: file([LOGRUS, '"log/slog"'], 'log.SetLevel(1)\nslog.Info("x")'),
      options,
    },
  ],
  invalid: [
    ...FIXED.map(({ name, before, after, imports = ['"log/slog"'], parameters, places }) => ({
      name,
      code: file([LOGRUS], before, parameters),
      options,
      errors: direct(places),
      output: file(imports, after, parameters),
    })),
    ...GROUPS.map(({ name, before, after, places }) => ({
      name,
      code: `package p\n\nimport ${LOGRUS}\n\n${before}`,
      options,
      errors: direct(places),
      output: after.includes("fmt.")
        ? `package p\n\nimport (\n\t"fmt"\n\t"log/slog"\n)\n\n${after}`
        : `package p\n\nimport "log/slog"\n\n${after}`,
    })),
    ...TWICE.map(({ name, before, after, place }) => ({
      name,
      code: `package p\n\nimport ${LOGRUS}\n\n${before}`,
      options,
      errors: direct([place]).map((error) => ({
        ...error,
        suggestions: [
          {
            messageId: "slog",
            data: { unsafeReason: "a key is there twice" },
            output: `package p\n\nimport "log/slog"\n\n${after}`,
          },
        ],
      })),
      output: null,
    })),
    ...STANDARD.map(([before, after, imports = []]) => ({
      name: `the standard library's log: ${before}`,
      code: file(['"log"'], before, "n int"),
      options,
      errors: direct(),
      output: file([...imports, '"log/slog"'], after, "n int"),
    })),
    ...EARLY.map((before) => {
      const use = '\n\nfunc f() {\n\te.Info("x")\n}\n';
      const after = before
        .replace('log.WithField("a"', 'slog.With("a"')
        .replace("log.Entry", "slog.Logger");
      const output = `package p\n\nimport "log/slog"\n\n${after}${use}`;
      const data = { unsafeReason: "it is made before main sets slog up" };
      return {
        name: `a logger that is made too early: ${before}`,
        code: `package p\n\nimport ${LOGRUS}\n\n${before}${use}`,
        options,
        errors: [
          { messageId: "direct" as const, suggestions: [{ messageId: "slog", data, output }] },
        ],
        output: null,
      };
    }),
    ...SUGGESTED.map(
      ({ name, before, after, imports = ['"log/slog"'], parameters, unsafeReason }) => ({
        name,
        code: file([LOGRUS], before, parameters),
        options,
        errors: [
          {
            messageId: "direct" as const,
            suggestions: [
              {
                messageId: "slog",
                data: { unsafeReason },
                output: file(imports, after, parameters),
              },
            ],
          },
        ],
        output: null,
      }),
    ),
  ],
});
