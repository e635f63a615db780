import {
  parseStubs,
  type Callee,
  type SemanticModel,
  type PackageSource,
} from "@gopherwood/core";

/** A logger that a team may not want in operation code, by the name of its option. */
export type LoggerName = "logrus" | "slog" | "log" | "fmt";

export interface LoggerPackage {
  readonly paths: readonly string[];
  /** The package's functions that write a record. */
  readonly functions: RegExp;
  /** The package's types that write a record, with the methods that do. */
  readonly types: readonly string[];
  readonly methods: RegExp;
  /** The package's functions that make a logger, which is then the package's own. */
  readonly origins: RegExp;
  /** A file that calls the logger has one of these words in it. */
  readonly words: readonly string[];
}

const NOTHING = /^(?!)/u;

const LOGRUS_LEVELS = "Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic";

export const LOGGERS: Readonly<Record<LoggerName, LoggerPackage>> = {
  logrus: {
    paths: ["github.com/sirupsen/logrus", "github.com/Sirupsen/logrus"],
    functions: new RegExp(`^(?:${LOGRUS_LEVELS})(?:f|ln|Fn)?$`, "u"),
    types: ["Logger", "Entry", "FieldLogger", "StdLogger", "Ext1FieldLogger"],
    methods: new RegExp(`^(?:${LOGRUS_LEVELS}|Log)(?:f|ln|Fn)?$`, "u"),
    origins: NOTHING,
    words: ["irupsen/logrus"],
  },
  slog: {
    paths: ["log/slog"],
    functions: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    // A *slog.Logger is what JobLog hands out too: it is judged by where it comes from.
    types: [],
    methods: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    origins: /^(?:Default|New|With)$/u,
    words: ["log/slog"],
  },
  log: {
    paths: ["log"],
    functions: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    types: ["Logger"],
    methods: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    origins: NOTHING,
    words: ['"log"', "`log`"],
  },
  fmt: {
    paths: ["fmt"],
    functions: /^Print(?:f|ln)?$/u,
    types: [],
    methods: NOTHING,
    origins: NOTHING,
    words: ["Print"],
  },
};

/** The logger that a package is, if it is one of these. */
export function loggerOfPackage(
  importPath: string,
  wanted: readonly LoggerName[],
): LoggerName | null {
  return wanted.find((name) => LOGGERS[name].paths.includes(importPath)) ?? null;
}

/** Go lets no package declare a name that one of its files dot-imports: so it is the import's. */
export function dotImportedLogger(
  { name, operand }: Extract<Callee, { kind: "unknown" }>,
  semantics: SemanticModel,
  loggers: readonly LoggerName[],
): LoggerName | null {
  if (operand) return null;
  const found = semantics.dotImports.map((path) => loggerOfPackage(path, loggers));
  return found.find((logger) => logger && LOGGERS[logger].functions.test(name)) ?? null;
}

const LEVEL_METHODS = LOGRUS_LEVELS.split("|").flatMap((level) =>
  ["", "f", "ln", "Fn"].map((form) => level + form),
);

const LOGRUS_SETTERS = ["AddHook", "SetFormatter", "SetLevel", "SetOutput", "SetReportCaller"];

const LOGRUS_METHODS = ["Logger", "Entry"]
  .map(
    (type) => `
${LEVEL_METHODS.map((name) => `func (l *${type}) ${name}()`).join("\n")}
func (l *${type}) WithContext(ctx any) *Entry
func (l *${type}) WithError(err error) *Entry
func (l *${type}) WithField(key string, value any) *Entry
func (l *${type}) WithFields(fields Fields) *Entry
func (l *${type}) WithTime(t any) *Entry`,
  )
  .join("\n");

const LOGRUS_INTERFACE = `
	WithError(err error) *Entry
	WithField(key string, value any) *Entry
	WithFields(fields Fields) *Entry`;

const LOGRUS = `
package logrus

type Fields map[string]any
type Logger struct{}
type Entry struct {
	Logger *Logger
	Data   Fields
}
type StdLogger interface{}
type FieldLogger interface {${LOGRUS_INTERFACE}
}
type Ext1FieldLogger interface {${LOGRUS_INTERFACE}
}
${LOGRUS_METHODS}
func (e *Entry) Dup() *Entry
func New() *Logger
func NewEntry(logger *Logger) *Entry
func StandardLogger() *Logger
func WithContext(ctx any) *Entry
func WithError(err error) *Entry
func WithField(key string, value any) *Entry
func WithFields(fields Fields) *Entry
func WithTime(t any) *Entry
${[...LEVEL_METHODS, ...LOGRUS_SETTERS].map((name) => `func ${name}()`).join("\n")}
${LOGRUS_SETTERS.map((name) => `func (l *Logger) ${name}()`).join("\n")}
`;

const LOG = `
package log

type Logger struct{}
func Default() *Logger
func New(out any, prefix string, flag int) *Logger
`;

const SLOG = `
package slog

import "log"

type Logger struct{}
func Default() *Logger
func New(h any) *Logger
func With(args ...any) *Logger
func NewLogLogger(h any, level any) *log.Logger
func (l *Logger) With(args ...any) *Logger
func (l *Logger) WithGroup(name string) *Logger
`;

/** What is known of the loggers' own packages without reading them. */
export const LOGGER_DECLARATIONS: PackageSource = parseStubs({
  "github.com/sirupsen/logrus": LOGRUS,
  "github.com/Sirupsen/logrus": LOGRUS,
  log: LOG,
  "log/slog": SLOG,
});
