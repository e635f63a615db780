import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";
import { file, LOGRUS, options, type SlogCase } from "./support/slog-files.ts";

/** Calls of which something is said beside the fix, which is only suggested. */
const SUGGESTED: readonly (SlogCase & { readonly unsafeReason: string })[] = [
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
    name: "a panic of two texts put together",
    before: 'log.Panic("x" + s)',
    after: 'slog.Error("x" + s)\npanic("x" + s)',
    parameters: "s string",
    unsafeReason: "see that what recovers takes a string for the record",
  },
  {
    name: "a record of logrus that the file itself sets up, outside of a module",
    before: 'log.Info("x")\nlog.SetLevel(1)',
    after: 'slog.Info("x")\nlog.SetLevel(1)',
    imports: ['"log/slog"\n', LOGRUS],
    unsafeReason: "logrus is set up in this file (line 7), and slog is not",
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

new RuleTester().run("slog replacement that is only suggested", rule, {
  valid: [],
  invalid: [
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
