import { RuleTester, runFixture } from "@gopherwood/rule-tester";
import { expect, test } from "@jest/globals";
import rule from "../src/rules/no-direct-logging.ts";
import { JOBLOG } from "./support/joblog.ts";

const NAME = "logging/no-direct-logging";

for (const file of ["logrus.go", "standard.go", "approaches.go"]) {
  const options = [{ approaches: JOBLOG }];
  runFixture(NAME, rule, new URL(`testdata/${file}`, import.meta.url), { options });
}

const inPackage = (name: string, body: string) =>
  `package ${name}\n\nimport log "github.com/sirupsen/logrus"\n\nfunc f() {\n\t${body}\n}\n`;

const logs = inPackage("failover", 'log.Info("x")');
const slogs = 'package p\n\nimport "log/slog"\n\nfunc f() {\n\tslog.Info("x")\n}\n';

const direct = [
  { messageId: "direct" as const, line: 6, column: 2, endLine: 6, endColumn: 15 },
];
const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 6, reason }];

/** A module whose package `service` has loggers in fields, results and other files. */
const service = (body: string) => `
-- go.mod --
module example.com/app
-- service/a.go --
package service

func (a *app) one() {
	${body}
}
-- service/app.go --
package service

import (
	"log/slog"

	"github.com/sirupsen/logrus"

	"example.com/app/global"
)

type app struct {
	logrus *logrus.Entry
	other  other
}

type other struct{}

func (other) Info(message string) {}

var shared = global.Log

func (a *app) Logger() *slog.Logger { return slog.Default() }
-- global/global.go --
package global

import "log/slog"

var Log = slog.Default()
`;

const slogMethods = [{ name: "slog", types: ["log/slog.Logger"], methods: ["Info"] }];

const embedded = (call: string) =>
  `\n-- go.mod --\nmodule example.com/app\n-- a.go --\npackage p\n\nimport log "github.com/sirupsen/logrus"\n\ntype handler struct{ log.FieldLogger }\n\nfunc (h *handler) run() {\n\t${call}\n}\n`;

const prints = (call: string) =>
  `package p\n\nimport (\n\t"fmt"\n\t"io"\n\t"os"\n)\n\nvar _ = fmt.Sprint(os.Args)\n\nfunc f(w io.Writer) {\n\t${call}\n}\n`;

/** Loggers, the packages they are from, and calls that write a record with them. */
const OTHER_LOGGERS: readonly (readonly [
  logger: string,
  path: string,
  parameters: string,
  call: string,
])[] = [
  ["zap", "go.uber.org/zap", "l *x.Logger", 'l.Info("a")'],
  ["zap", "go.uber.org/zap", "l *x.SugaredLogger", 'l.Infow("a", "b", 1)'],
  ["zap", "go.uber.org/zap", "", 'x.L().Named("a").Error("b")'],
  ["zerolog", "github.com/rs/zerolog/log", "", 'x.Info().Str("a", "b").Msg("c")'],
  ["zerolog", "github.com/rs/zerolog", "l x.Logger", "l.Error().Send()"],
  ["klog", "k8s.io/klog/v2", "", 'x.InfoS("a", "b", 1)'],
  ["klog", "k8s.io/klog/v2", "", 'x.V(2).Info("a")'],
  ["glog", "github.com/golang/glog", "", 'x.Warningf("a")'],
  ["logr", "github.com/go-logr/logr", "l x.Logger", 'l.V(1).Info("a")'],
  ["hclog", "github.com/hashicorp/go-hclog", "l x.Logger", 'l.Warn("a")'],
  ["applog.*", "example.com/app/applog", "", 'x.Infof("other/applog")'],
  ["app/applog.*", "example.com/app/applog", "l *x.Logger", 'l.WarnContext(nil, "a")'],
  ["applog.Logger", "example.com/app/applog", "l x.Logger", 'l.Print("a")'],
  ["applog.Info*", "example.com/app/applog", "", 'x.Infof("other/applog")'],
];

/** Calls beside those that write no record with the logger. */
const LIKE_OTHER_LOGGERS: readonly (readonly [
  logger: string,
  path: string,
  parameters: string,
  call: string,
])[] = [
  ["zap", "go.uber.org/zap", "l *x.Logger", 'l.Sync() // l.Info("a")'],
  ["zap", "example.com/app/zap", "l *x.Logger", 'l.Info("a")'],
  ["zerolog", "github.com/rs/zerolog/log", "", 'x.Info().Str("a", ".Msg")'],
  ["klog", "k8s.io/klog/v2", "", "x.Flush()"],
  ["applog.*", "example.com/app/applog", "", 'x.New(".Info").Close()'],
  ["other/applog.*", "example.com/app/applog", "", 'x.Infof("other/applog")'],
  ["applog.Logger", "example.com/app/applog", "l x.Writer", 'l.Print("a")'],
  ["applog.Logger", "example.com/app/applog", "", "x.Logger(nil)"],
];

new RuleTester().run(NAME, rule, {
  valid: [
    ...LIKE_OTHER_LOGGERS.map(([logger, path, parameters, call]) => ({
      name: `no record of ${logger}: ${call}`,
      code: `package p\n\nimport x "${path}"\n\nfunc f(${parameters}) {\n\t${call}\n}\n`,
      options: [{ loggers: [logger] }],
      sites: [],
    })),
    {
      name: "an approach in a file without its import",
      files: service('a.Logger().Info("x")'),
      filename: "service/a.go",
      options: [{ loggers: ["log"], approaches: slogMethods }],
      sites: [{ verdict: "compliant", line: 4, approach: "slog" }],
    },
    {
      name: "another type in a file without an import",
      files: service('a.other.Info("x")'),
      filename: "service/a.go",
      options: [{ approaches: slogMethods }],
      sites: [],
    },
    {
      name: "a variable of another file, whose definition is not known",
      files: service('shared.Info("x")'),
      filename: "service/a.go",
      options: [{ approaches: [] }],
      sites: [],
    },
    {
      name: "an approach that is a variable of a package",
      code: 'package p\n\nimport "example.com/app/global"\n\nvar logger = global.Log\n\nfunc f() {\n\tglobal.Log.Info("x")\n\tlogger.Info("x")\n\tglobal.Other.Info("x")\n}\n',
      options: [{ approaches: [{ name: "global", functions: ["global.Log"] }] }],
      sites: [
        { verdict: "compliant", line: 8, approach: "global" },
        { verdict: "compliant", line: 9, approach: "global" },
      ],
    },
    {
      name: "an approach that is a variable of the file's own package",
      code: 'package global\n\nfunc f() {\n\tLog.Info("x")\n\tOther.Info("x")\n}\n',
      options: [{ approaches: [{ name: "global", functions: ["global.Log"] }] }],
      sites: [{ verdict: "compliant", line: 4, approach: "global" }],
    },
    {
      name: "a chain of an approach is one site",
      code: 'package p\n\nimport "example.com/app/logging"\n\nfunc f() {\n\tlogging.NewOperationLogger("a").StartOperation("b", "c").Info("x")\n}\n',
      options: [{ approaches: JOBLOG }],
      sites: [{ verdict: "compliant", line: 6, column: 2, approach: "operation-logger" }],
    },
    ...['fmt.Fprintln(w, "x")', "fmt.Fprint(newFile(), 1)", "println := f\n\tprintln(w)"].map(
      (call) => ({
        name: `no standard stream: ${call}`,
        code: prints(call),
        options: [{ loggers: ["fmt"], approaches: [] }] as const,
        sites: [],
      }),
    ),
    {
      name: "a main package says what it has to say to the terminal",
      code: inPackage("main", 'log.Info("x")'),
      sites: exempt("main package"),
    },
    {
      name: "tests are exempt",
      code: logs,
      filename: "f_test.go",
      sites: exempt("test file"),
    },
    {
      name: "the logger's own package is exempt",
      code: inPackage("logging", 'log.Info("x")'),
      sites: exempt("exempt package: logging"),
    },
    {
      name: "a path is exempt below any directory",
      code: logs,
      filename: "a/b/legacy/old.go",
      options: [{ exemptPaths: ["legacy/**"] }],
      sites: exempt("exempt path: legacy/**"),
    },
    {
      name: "a logger can be switched off",
      code: logs.replace("func f()", "// Print is fmt's word\nfunc f()"),
      options: [{ loggers: ["slog", "log", "fmt"] }],
    },
    {
      name: "an approach of the team's own",
      code: slogs,
      options: [
        { loggers: ["logrus"], approaches: [{ name: "slog", functions: ["log/slog.Info"] }] },
      ],
      sites: [{ verdict: "compliant", line: 6, approach: "slog" }],
    },
    {
      name: "an approach may hand out the very logger that is not wanted otherwise",
      code: 'package p\n\nimport (\n\t"example.com/app/audit"\n\t"github.com/sirupsen/logrus"\n)\n\nfunc f() {\n\tvar entry *logrus.Entry = audit.Entry()\n\tentry.Info("x")\n}\n',
      options: [{ approaches: [{ name: "audit", functions: ["audit.Entry"] }] }],
      sites: [
        { verdict: "compliant", line: 9, approach: "audit" },
        { verdict: "compliant", line: 10, approach: "audit" },
      ],
    },
    {
      name: "a package of the same name from elsewhere is another package",
      code: 'package p\n\nimport log "example.com/logrus"\n\nfunc f() {\n\tlog.Info("x")\n\tlog.Print("y")\n}\n',
    },
    {
      name: "a method of the file's own type under the import's name",
      code: 'package p\n\ntype logrus struct{}\n\nfunc (logrus) Print(string) {}\n\nfunc f(log logrus) {\n\tlog.Print("sirupsen/logrus")\n}\n',
    },
    {
      name: "a field of the import's name",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\ntype s struct{ log interface{ Info(string) } }\n\nvar _ = log.Fields{}\n\nfunc (s s) f() { s.log.Info("x") }\n',
    },
    {
      name: "a parameter shadows the import",
      code: inPackage("p", 'func(log interface{ Info(string) }) { log.Info("x") }(nil)'),
    },
    {
      name: "a blank import logs nothing",
      code: 'package p\n\nimport _ "github.com/sirupsen/logrus"\n\nfunc f(log interface{ Info(string) }) {\n\tlog.Info("x")\n}\n',
    },
  ],
  invalid: [
    {
      name: "a field of a logger in a file without its import",
      files: service('a.logrus.Info("x")'),
      errors: { "service/a.go": [{ messageId: "direct", line: 4, column: 2 }] },
    },
    ...['h.Info("x")', 'h.FieldLogger.Error("x")', 'h.WithField("a", 1).Info("x")'].map(
      (call) => ({
        name: `an embedded FieldLogger: ${call}`,
        files: embedded(call),
        errors: { "a.go": [{ messageId: "direct" as const, line: 8, column: 2 }] },
      }),
    ),
    ...[
      'println("x")',
      'print("x")',
      'fmt.Fprintln(os.Stderr, "x")',
      'fmt.Fprintf(os.Stdout, "x")',
      'out := os.Stdout; fmt.Fprint(out, "x")',
    ].map((call) => ({
      name: `a standard stream: ${call}`,
      code: prints(call),
      options: [{ loggers: ["fmt"], approaches: [], replacement: ["slog"] }] as const,
      errors: [{ messageId: "direct" as const, line: 12 }],
      output: null,
    })),
    {
      name: "beside a structured logger",
      code: 'package p\n\nimport (\n\t"log"\n\n\t"go.uber.org/zap"\n)\n\nfunc f(lg *zap.Logger) {\n\tlog.Printf("x")\n}\n',
      options: [{ loggers: ["log"], replacement: ["slog"] }],
      errors: [
        {
          message:
            "Do not call log directly ('log.Printf'): log through zap as the rest of this file does.",
          line: 10,
        },
      ],
      output: null,
    },
    {
      name: "without an alias",
      code: logs.replaceAll("log ", "").replace("log.", "logrus."),
      errors: [{ messageId: "direct", line: 6, column: 2 }],
    },
    { name: "the whole chain is the finding", code: logs, errors: direct },
    {
      name: "tests, if they are asked for",
      code: logs,
      filename: "f_test.go",
      options: [{ tests: true }],
      errors: direct,
    },
    {
      name: "main packages, if they are asked for",
      code: inPackage("main", 'log.Info("x")'),
      options: [{ mains: true }],
      errors: direct,
    },
    {
      name: "the old spelling of the import path",
      code: logs.replace("sirupsen", "Sirupsen"),
      errors: direct,
    },
    {
      name: "a raw string as import path",
      code: 'package p\n\nimport `log`\n\nfunc f() {\n\tlog.Print("x")\n}\n',
      errors: [{ messageId: "direct", line: 6, column: 2 }],
    },
    {
      name: "no approach is wanted",
      code: logs,
      options: [{ loggers: ["logrus"] }],
      errors: [{ message: "Do not call logrus directly ('log.Info')." }],
    },
    {
      name: "no approach is wanted, and calls move to slog",
      code: logs,
      options: [{ loggers: ["logrus"], replacement: [{ use: "slog", as: "suggestion" }] }],
      errors: [
        {
          message: "Do not call logrus directly ('log.Info'): log through slog.",
          suggestions: [
            {
              messageId: "slog",
              output: inPackage("failover", 'slog.Info("x")').replace(
                'log "github.com/sirupsen/logrus"',
                '"log/slog"',
              ),
            },
          ],
        },
      ],
    },
    ...OTHER_LOGGERS.map(([logger, path, parameters, call]) => ({
      name: `${logger}: ${call}`,
      code: `package p\n\nimport x "${path}"\n\nfunc f(${parameters}) {\n\t${call}\n}\n`,
      options: [{ loggers: [logger], replacement: ["slog" as const] }],
      errors: [{ messageId: "direct" as const, line: 6, column: 2 }],
      output: null,
    })),
    {
      name: "Windows line ends",
      code: logs.replaceAll("\n", "\r\n"),
      errors: direct,
    },
    {
      name: "what could be read of a file that does not parse",
      code: `${logs}\nfunc g( {\n`,
      allowSyntaxErrors: true,
      errors: direct,
    },
    {
      name: "generic functions and methods",
      code: inPackage("p", 'log.Info("x")').replace("func f()", "func f[T any, P *T]()"),
      errors: direct,
    },
    {
      name: "a function literal at package level",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\nvar f = func() {\n\tlog.Info("x")\n}\n',
      errors: direct,
    },
    {
      name: "an embedded entry",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\ntype s struct{ e *log.Entry }\n\nfunc (s s) f() { s.e.Info("x") }\n',
      errors: [{ messageId: "direct", line: 7, column: 18 }],
    },
  ],
});

test("what replaces a call must not be forbidden itself", () => {
  const testsFor = (options: object) => {
    const { prefilter, defaultOptions } = rule.meta;
    const all = { ...defaultOptions?.[0], ...options };
    return typeof prefilter === "function" ? prefilter([all as never]) : prefilter;
  };
  expect(() => testsFor({ loggers: ["logrus", "slog"], replacement: ["slog"] })).toThrow(
    "'replacement' writes calls of 'log/slog', and 'loggers' forbids them ('slog'): take it out of one of the two.",
  );
  const context = { use: "context", expression: "applog.From(ctx)", package: "a.com/b/applog" };
  expect(() => testsFor({ loggers: ["b/applog.*"], replacement: [context] })).toThrow(
    "'replacement' writes calls of 'a.com/b/applog', and 'loggers' forbids them ('applog')",
  );
  expect(testsFor({ replacement: ["slog"] })).toContain('"log/slog"');
  expect(testsFor({ loggers: ["slog"], replacement: ["tracker"] })).toContain('"log/slog"');
});
