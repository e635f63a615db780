import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, LOGRUS, options, type Place } from "./support/slog-files.ts";

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

new RuleTester().run("slog replacement of loggers that are handed on", rule, {
  valid: [],
  invalid: [
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
  ],
});
