import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";

/** Returns a file that imports a package as `x`, and writes a record before some code. */
const beside = (path: string, code: string, logger = "log", record = 'log.Printf("x")') =>
  `package p\n\nimport (\n\t"${logger}"\n\n\tx "${path}"\n)\n\nfunc f(a any) {\n\t${record}\n\t${code}\n}\n`;

/** Returns the error of that record, which is to be written in another way. */
const directly = (instead: string) => [
  {
    message: `Do not call log directly ('log.Printf'): log through ${instead}.`,
    line: 10,
    column: 2,
  },
];

const options: [object] = [{ loggers: ["log"], approaches: [], replacement: ["slog"] }];

/** Records of other loggers. */
const RECORDS: readonly (readonly [logger: string, path: string, code: string])[] = [
  ["zap", "go.uber.org/zap", 'a.(*x.Logger).Info("a")'],
  ["zap", "go.uber.org/zap", 'x.L().Info("a")'],
  ["zerolog", "github.com/rs/zerolog", "x.Ctx(nil).Info().Send()"],
  ["zerolog", "github.com/rs/zerolog/log", 'x.Info().Msg("a")'],
  ["klog", "k8s.io/klog/v2", 'x.V(2).Info("a")'],
  ["klog", "k8s.io/klog", 'x.Warningf("a")'],
  ["klog", "k8s.io/klog/v2", 'x.SetLogger(nil)\n\tx.InfoS("a")'],
  ["klog", "k8s.io/klog/v2", 'server.SetHandler(func() {\n\t\tx.Info("a")\n\t})'],
  ["logr", "github.com/go-logr/logr", 'a.(x.Logger).V(1).Info("a")'],
  ["hclog", "github.com/hashicorp/go-hclog", 'a.(x.Logger).Warn("a")'],
  ["go-kit", "github.com/go-kit/kit/log", 'a.(x.Logger).Log("a", "b")'],
  ["go-kit", "github.com/go-kit/log", 'a.(x.Logger).Log("a", "b")'],
];

/** Code that has a logger, and writes no record with it. */
const USES: readonly (readonly [logger: string, path: string, code: string])[] = [
  ["zap", "go.uber.org/zap", "var _ *x.Logger"],
  ["zap", "go.uber.org/zap", 'fields := []x.Field{x.String("a", "b")}'],
  ["klog", "k8s.io/klog/v2", "server.Start(x.Background())"],
  ["logr", "github.com/go-logr/logr", "level := x.FromContextOrDiscard(nil)"],
  ["hclog", "github.com/hashicorp/go-hclog", "server.Logger = x.Default()"],
  ["go-kit", "github.com/go-kit/log", "l := x.NewNopLogger()"],
];

/** Code that sets a logger up for the program, and uses it for nothing else. */
const SETUPS: readonly (readonly [path: string, code: string])[] = [
  ["go.uber.org/zap", "x.ReplaceGlobals(x.Must(x.NewProduction()))"],
  ["go.uber.org/zap", "defer x.RedirectStdLog(a)()"],
  ["github.com/rs/zerolog", "x.SetGlobalLevel(x.InfoLevel)"],
  ["github.com/rs/zerolog", "x.TimeFieldFormat = a"],
  ["k8s.io/klog/v2", "x.SetLogger(a)"],
  ["k8s.io/klog/v2", "x.InitFlags(nil)\n\tdefer x.Flush()"],
  ["k8s.io/klog/v2", "x.LogToStderr(true)"],
  ["k8s.io/klog/v2", "controller.SetLogger(x.NewKlogr())"],
  ["k8s.io/klog/v2", 'x := a\n\tx.Info("a")'],
  ["github.com/go-logr/logr", "controller.SetLogger(x.New(a.(x.LogSink)))"],
  ["github.com/go-logr/logr", "controller.SetLogger((x.Discard()))"],
  ["github.com/hashicorp/go-hclog", "x.SetDefault(x.New(nil))"],
];

new RuleTester().run("logging/no-direct-logging", rule, {
  valid: [],
  invalid: [
    ...RECORDS.map(([logger, path, code]) => ({
      name: `beside ${logger}: ${code}`,
      code: beside(path, code),
      options,
      errors: directly(`${logger} as the rest of this file does`),
      output: null,
    })),
    {
      name: "beside a logger that is not wanted either",
      code: beside("go.uber.org/zap", 'x.L().Info("a")'),
      options: [{ loggers: ["log", "zap"], approaches: [], replacement: ["slog"] }],
      errors: [
        { messageId: "direct", line: 10, column: 2 },
        { messageId: "direct", line: 11, column: 2 },
      ],
      output: beside("go.uber.org/zap", 'x.L().Info("a")', "log/slog", 'slog.Info("x")'),
    },
    ...USES.map(([logger, path, code]) => ({
      name: `with ${logger} at hand: ${code}`,
      code: beside(path, code),
      options,
      errors: directly("slog"),
      output: null,
      sites: [
        { verdict: "violation", line: 10, noFixReason: `the file uses ${logger} too` } as const,
      ],
    })),
    ...SETUPS.map(([path, code]) => ({
      name: `beside code that sets a logger up: ${code}`,
      code: beside(path, code),
      options,
      errors: directly("slog"),
      output: beside(path, code, "log/slog", 'slog.Info("x")'),
    })),
  ],
});
