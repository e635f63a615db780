import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";

const NAME = "logging/no-direct-logging";

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
	"log"
	"log/slog"

	"github.com/sirupsen/logrus"

	"example.com/app/global"
)

type app struct {
	std    *log.Logger
	logrus *logrus.Entry
	other  other
}

type other struct{}

func (other) Info(message string) {}

var shared = global.Log

var std = logrus.New()

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

/** A module with functions that hand out a logger, of the file's package and of another. */
const handed = (call: string) => `
-- go.mod --
module example.com/app
-- a.go --
package app

import "example.com/app/own"

func run() {
	${call}
}
-- b.go --
package app

import "github.com/sirupsen/logrus"

func entry() *logrus.Entry { return nil }
-- own/own.go --
package own

import "github.com/sirupsen/logrus"

func G() *logrus.Entry { return nil }
`;

new RuleTester().run(NAME, rule, {
  valid: [
    ...['own.G().Info("x")', 'l := own.G()\n\tl.WithField("a", 1).Info("x")'].map((call) => ({
      name: `another package's way of logging: ${call}`,
      files: handed(call),
      filename: "a.go",
      sites: [],
    })),
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
    ...["shared", "std"].map((name) => ({
      name: `a variable of another file, whose definition is not known: ${name}`,
      files: service(`${name}.Info("x")`),
      filename: "service/a.go",
      options: [{ approaches: [] }] as const,
      sites: [],
    })),
    ...[
      "fmt.Fprint(os.Stdin, 1)",
      "fmt.Fprint(os.Stderrs, 1)",
      "fmt.Fprint(os.MyStdout, 1)",
      "fmt.Fprint(io.Stdout, 1)",
      "fmt.Fprint(w.Stdout, 1)",
      "printed(1)",
      "reprint(1)",
      'fmt.Fprintln(w, "x")',
      "fmt.Fprint(newFile(), 1)",
      "println := f\n\tprintln(w)",
    ].map((call) => ({
      name: `no standard stream: ${call}`,
      code: prints(call),
      options: [{ loggers: ["fmt"], approaches: [] }] as const,
      sites: [],
    })),
  ],
  invalid: [
    ...['entry().Info("x")', 'l := entry()\n\tl.WithField("a", 1).Info("x")'].map((call) => ({
      name: `a function of the package that hands out a logger: ${call}`,
      files: handed(call),
      errors: {
        "a.go": [{ messageId: "direct" as const, line: 6 + call.split("\n").length - 1 }],
      },
    })),
    {
      name: "a field of a logger in a variable, in a file without its import",
      files: service('l := a.logrus\n\tl.Info("x")'),
      errors: { "service/a.go": [{ messageId: "direct", line: 5, column: 2 }] },
    },
    {
      name: "a field of a logger in a file without its import",
      files: service('a.logrus.Info("x")'),
      errors: { "service/a.go": [{ messageId: "direct", line: 4, column: 2 }] },
    },
    {
      name: "a method whose result is used, in a file without the logger's import",
      files: service('_ = a.std.Output(2, "x")'),
      errors: { "service/a.go": [{ messageId: "direct", line: 4, column: 6 }] },
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
    ...OTHER_LOGGERS.map(([logger, path, parameters, call]) => ({
      name: `${logger}: ${call}`,
      code: `package p\n\nimport x "${path}"\n\nfunc f(${parameters}) {\n\t${call}\n}\n`,
      options: [{ loggers: [logger], replacement: ["slog" as const] }],
      errors: [{ messageId: "direct" as const, line: 6, column: 2 }],
      output: null,
    })),
    {
      name: "an embedded entry",
      code: 'package p\n\nimport log "github.com/sirupsen/logrus"\n\ntype s struct{ e *log.Entry }\n\nfunc (s s) f() { s.e.Info("x") }\n',
      errors: [{ messageId: "direct", line: 7, column: 18 }],
    },
  ],
});
