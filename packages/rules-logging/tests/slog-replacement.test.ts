import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { direct, file, LOGRUS, options, type SlogCase } from "./support/slog-files.ts";

const FIXED: readonly SlogCase[] = [
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
    name: "a line of one argument",
    before: "log.Infoln(err)",
    after: "slog.Info(fmt.Sprint(err))",
    imports: ['"fmt"', '"log/slog"'],
    parameters: "err error",
  },
  ...[
    {
      what: "the results of a call",
      argument: "read()",
      parameters: "read func() (int, error)",
    },
    { what: "what a call gives that is not known", argument: "read()", parameters: "read any" },
    { what: "the values of a slice", argument: "values...", parameters: "values []any" },
  ].map(({ what, argument, parameters }) => ({
    name: `a line of ${what}`,
    before: `log.Infoln(${argument})`,
    after: `slog.Info(strings.TrimSuffix(fmt.Sprintln(${argument}), "\\n"))`,
    imports: ['"fmt"', '"log/slog"', '"strings"'],
    parameters,
  })),
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
  {
    name: "fields are come to before the message, if one of them matters",
    before: 'log.WithFields(log.Fields{"a": 1, "b": next()}).Infof("x %d", next())',
    after: 'slog.With("a", 1, "b", next()).Info(fmt.Sprintf("x %d", next()))',
    imports: ['"fmt"', '"log/slog"'],
  },
  {
    name: "a text that another value is put behind may be of a type of its own",
    before: 'log.Warn("x" + kind)',
    after: 'slog.Warn(fmt.Sprint("x" + kind))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "kind Kind",
  },
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
    ...STANDARD.map(([before, after, imports = []]) => ({
      name: `the standard library's log: ${before}`,
      code: file(['"log"'], before, "n int"),
      options,
      errors: direct(),
      output: file([...imports, '"log/slog"'], after, "n int"),
    })),
  ],
});
