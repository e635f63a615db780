import { RuleTester } from "@gopherwood/rule-tester";
import rule from "../src/rules/no-direct-logging.ts";

/** A logger's package, and what a call of it is on: the package or a value of a type. */
interface Known {
  readonly logger: string;
  readonly path: string;
  readonly type?: string;
  /** Names whose calls write a record. */
  readonly writes: readonly string[];
  /** Names beside them whose calls write none. */
  readonly others: readonly string[];
}

const LOGRUS = [
  "Trace",
  "Debug",
  "Info",
  "Print",
  "Warn",
  "Warning",
  "Error",
  "Fatal",
  "Panic",
];

const KLOG_FORMS = ["", "f", "ln", "S", "Depth", "SDepth", "fDepth", "lnDepth"];

const STANDARD = ["Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln"].concat(
  ...["Panic", "Panicf", "Panicln", "Output"],
);

const SLOG = ["Debug", "Info", "Warn", "Error"]
  .flatMap((level) => [level, `${level}Context`])
  .concat("Log", "LogAttrs");

const KLOG = ["Info", "Warning", "Error", "Fatal", "Exit"].flatMap((level) =>
  KLOG_FORMS.map((form) => `${level}${form}`),
);

const forms = (levels: readonly string[]) =>
  levels.flatMap((level) => ["", "f", "ln", "Fn"].map((form) => `${level}${form}`));

const LOGGERS: readonly Known[] = [
  {
    logger: "logrus",
    path: "github.com/sirupsen/logrus",
    writes: forms(LOGRUS),
    others: ["SetLevel", "Infox", "ParseInfo"],
  },
  {
    logger: "logrus",
    path: "github.com/Sirupsen/logrus",
    writes: ["Info"],
    others: ["Exit"],
  },
  {
    logger: "logrus",
    path: "github.com/sirupsen/logrus",
    type: "FieldLogger",
    writes: forms([...LOGRUS, "Log"]),
    others: ["LogEntry", "AddInfo"],
  },
  {
    logger: "slog",
    path: "log/slog",
    writes: SLOG,
    others: ["SetLogLoggerLevel", "InfoAttrs", "AnError"],
  },
  { logger: "log", path: "log", writes: STANDARD, others: ["SetOutput", "Outputs", "Printx"] },
  {
    logger: "log",
    path: "log",
    type: "Logger",
    writes: STANDARD,
    others: ["SetOutput", "Outputs", "SetPrint"],
  },
  { logger: "log", path: "log", type: "MyLogger", writes: [], others: ["Print"] },
  { logger: "log", path: "log", type: "Loggers", writes: [], others: ["Print"] },
  {
    logger: "zap",
    path: "go.uber.org/zap",
    type: "SugaredLogger",
    writes: ["Debug", "Infof", "Warnln", "Errorw", "DPanic", "Panicw", "Fatalf", "Log", "Logw"],
    others: ["Infox", "AddInfo"],
  },
  {
    logger: "zap",
    path: "go.uber.org/zap",
    type: "LoggerOption",
    writes: [],
    others: ["Info"],
  },
  { logger: "zap", path: "go.uber.org/zap", type: "OneLogger", writes: [], others: ["Info"] },
  {
    logger: "zerolog",
    path: "github.com/rs/zerolog/log",
    writes: ["Print", "Printf"],
    others: ["Sprint", "Printx"],
  },
  {
    logger: "zerolog",
    path: "github.com/rs/zerolog",
    type: "Event",
    writes: ["Msg", "Msgf", "MsgFunc", "Send"],
    others: ["Msgs", "AddMsg", "Sends"],
  },
  {
    logger: "zerolog",
    path: "github.com/rs/zerolog",
    type: "Logger",
    writes: ["Print", "Printf", "Println"],
    others: ["Printx"],
  },
  {
    logger: "zerolog",
    path: "github.com/rs/zerolog",
    type: "Events",
    writes: [],
    others: ["Send"],
  },
  {
    logger: "zerolog",
    path: "github.com/rs/zerolog",
    type: "AnEvent",
    writes: [],
    others: ["Send"],
  },
  { logger: "klog", path: "k8s.io/klog", writes: KLOG, others: ["InfoX", "KInfo"] },
  {
    logger: "klog",
    path: "k8s.io/klog/v2",
    type: "Verbose",
    writes: ["Info", "Error"].flatMap((level) => KLOG_FORMS.map((form) => `${level}${form}`)),
    others: ["Enabled", "InfoX", "KInfo"],
  },
  { logger: "klog", path: "k8s.io/klog/v2", type: "Verboses", writes: [], others: ["Info"] },
  { logger: "klog", path: "k8s.io/klog/v2", type: "MyVerbose", writes: [], others: ["Info"] },
  {
    logger: "glog",
    path: "github.com/golang/glog",
    type: "Verbose",
    writes: ["Info", "Infof"],
    others: ["Enabled"],
  },
  {
    logger: "logr",
    path: "github.com/go-logr/logr",
    type: "Logger",
    writes: ["Info", "Error"],
    others: ["Infos", "AddInfo", "Warn"],
  },
  {
    logger: "logr",
    path: "github.com/go-logr/logr",
    type: "Loggers",
    writes: [],
    others: ["Info"],
  },
  {
    logger: "logr",
    path: "github.com/go-logr/logr",
    type: "OneLogger",
    writes: [],
    others: ["Info"],
  },
  {
    logger: "hclog",
    path: "github.com/hashicorp/go-hclog",
    type: "InterceptLogger",
    writes: ["Trace", "Debug", "Info", "Warn", "Error", "Log"],
    others: ["Infos", "AddInfo"],
  },
  {
    logger: "hclog",
    path: "github.com/hashicorp/go-hclog",
    type: "LoggerOptions",
    writes: [],
    others: ["Info"],
  },
  {
    logger: "go-kit",
    path: "github.com/go-kit/log",
    type: "Logger",
    writes: ["Log"],
    others: ["Logs", "AddLog"],
  },
  {
    logger: "go-kit",
    path: "github.com/go-kit/kit/log",
    type: "Logger",
    writes: ["Log"],
    others: ["Info"],
  },
  {
    logger: "go-kit",
    path: "github.com/go-kit/log",
    type: "Loggers",
    writes: [],
    others: ["Log"],
  },
  {
    logger: "go-kit",
    path: "github.com/go-kit/log",
    type: "OneLogger",
    writes: [],
    others: ["Log"],
  },
];

/** Returns a file with one call each, from line 6 on. */
const file = ({ path, type }: Known, names: readonly string[]) =>
  `package p\n\nimport x "${path}"\n\nfunc f(${type ? `l x.${type}` : ""}) {\n${names
    .map((name) => `\t${type ? "l" : "x"}.${name}("a")\n`)
    .join("")}}\n`;

const titleOf = ({ logger, path, type }: Known) =>
  `${logger} as ${path}${type ? `'s ${type}` : ""}`;

/** Records of loggers that packages beside the logger's own make. */
const MADE_BESIDE: readonly (readonly [logger: string, path: string, code: string])[] = [
  ["go-kit", "github.com/go-kit/log/level", 'x.Error(s.logger).Log("a", 1)'],
  ["go-kit", "github.com/go-kit/kit/log/level", 'x.Info(s.logger).Log("a", 1)'],
  ["go-kit", "github.com/go-kit/log/level", 'logger := x.Debug(s.logger); logger.Log("a", 1)'],
  ["zerolog", "github.com/rs/zerolog/hlog", 'x.FromRequest(s.request).Info().Msg("a")'],
];

const besideFile = (path: string, code: string) =>
  `package p\n\nimport x "${path}"\n\nfunc (s *server) f() {\n\t${code}\n}\n`;

new RuleTester().run("logging/no-direct-logging, known loggers", rule, {
  valid: [
    {
      name: "a package of one's own that makes go-kit's loggers",
      files: {
        "go.mod": "module example.com/app\n\ngo 1.24\n",
        "level/level.go":
          'package level\n\nimport "github.com/go-kit/log"\n\nfunc Info(logger log.Logger) log.Logger { return logger }\n',
        "f.go":
          'package app\n\nimport (\n\t"github.com/go-kit/log"\n\n\t"example.com/app/level"\n)\n\nfunc f(logger log.Logger) {\n\tlevel.Info(logger).Log("a", 1)\n}\n',
      },
      options: [{ loggers: ["go-kit"] }],
      sites: {},
    },
    ...LOGGERS.filter(({ writes }) => writes.length === 0).map((known) => ({
      name: `no logger: ${titleOf(known)}`,
      code: file(known, known.others),
      options: [{ loggers: [known.logger] }],
      sites: [],
    })),
  ],
  invalid: [
    ...LOGGERS.filter(({ writes }) => writes.length > 0).map((known) => ({
      name: `a logger: ${titleOf(known)}`,
      code: file(known, [...known.writes, ...known.others]),
      options: [{ loggers: [known.logger] }],
      errors: known.writes.map((_, index) => ({
        messageId: "direct" as const,
        line: 6 + index,
        column: 2,
      })),
    })),
    ...MADE_BESIDE.map(([logger, path, code]) => ({
      name: `a logger of ${path}: ${code}`,
      code: besideFile(path, code),
      options: [{ loggers: [logger] }],
      errors: [{ messageId: "direct" as const, line: 6 }],
    })),
  ],
});
