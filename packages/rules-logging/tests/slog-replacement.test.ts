import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";

const options: [object] = [
  { loggers: ["logrus", "log"], approaches: [], replacement: ["slog"], mains: true },
];

const LOGRUS = 'log "github.com/sirupsen/logrus"';

/** A file with these imports and this body. */
const file = (imports: readonly string[], body: string, parameters = "") => {
  const clause =
    imports.length === 1
      ? `import ${imports[0]}`
      : `import (\n${imports.map((line) => `\t${line}\n`).join("")})`;
  return `package p\n\n${clause}\n\nfunc f(${parameters}) {\n\t${body.replaceAll("\n", "\n\t")}\n}\n`;
};

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly imports?: readonly string[];
  readonly parameters?: string;
  readonly errors?: number;
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
    name: "a format with arguments",
    before: 'log.Infof("x %d", n)',
    after: 'slog.Info(fmt.Sprintf("x %d", n))',
    imports: ['"fmt"', '"log/slog"'],
    parameters: "n int",
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
    name: "a stored entry that stays in its function",
    before:
      'e := log.WithField("a", 1)\nif b {\n\te = e.WithField("b", 2)\n}\ne.Info("x")\ne.WithError(err).Error("y")',
    after:
      'e := slog.With("a", 1)\nif b {\n\te = e.With("b", 2)\n}\ne.Info("x")\ne.Error("y", "error", err)',
    parameters: "b bool, err error",
    errors: 2,
  },
];

const LEFT: readonly (readonly [
  name: string,
  body: string,
  parameters?: string,
  errors?: number,
])[] = [
  ["fields of a variable", 'log.WithFields(fields).Info("x")', "fields log.Fields"],
  ["an entry that is passed on", 'e := log.WithField("a", 1)\ng(e)\ne.Info("x")'],
  ["an entry that is returned", 'e := log.WithField("a", 1)\n_ = e\ne.Info("x")'],
  ["an entry that is a parameter", 'e.Info("x")', "e *log.Entry"],
  ["a key that is there twice", 'log.WithField("a", 1).WithField("a", 2).Info("x")'],
  [
    "fields that grow in a loop",
    'e := log.WithField("a", 1)\nfor {\n\te = e.WithField("b", 2)\n\te.Info("x")\n}',
  ],
  [
    "calls that stand in one another",
    'e := log.WithField("a", 1)\ne.Info(func() string { e.Info("x"); return "y" }())',
    "",
    2,
  ],
  ["slog means something else here", 'slog := 1\n_ = slog\nlog.Info("x")'],
  ["a format that wraps an error", 'log.Errorf("x: %w", err)', "err error"],
  ["the time of the record", 'log.WithTime(t).Info("x")', "t any"],
  ["the end of the program in the midst of a line", 'defer log.Fatal("x")'],
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
    ...FIXED.map(
      ({ name, before, after, imports = ['"log/slog"'], parameters, errors = 1 }) => ({
        name,
        code: file([LOGRUS], before, parameters),
        options,
        errors,
        output: file(imports, after, parameters),
      }),
    ),
    ...LEFT.map(([name, body, parameters, errors = 1]) => ({
      name,
      code: file([LOGRUS], body, parameters),
      options,
      errors,
      output: null,
    })),
    {
      name: "the standard library's log",
      code: file(['"log"'], 'log.Println("x")'),
      options,
      errors: 1,
      output: file(['"log/slog"'], 'slog.Info("x")'),
    },
    {
      name: "what ends the program is only suggested",
      code: file([LOGRUS], 'log.WithError(err).Fatal("x")', "err error"),
      options,
      errors: [
        {
          messageId: "direct",
          suggestions: [
            {
              messageId: "slog",
              output: file(
                ['"log/slog"', '"os"'],
                'slog.Error("x", "error", err)\nos.Exit(1)',
                "err error",
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
