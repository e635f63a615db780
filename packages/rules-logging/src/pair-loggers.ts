import {
  parseStubs,
  matchesName,
  type Callee,
  type SemanticModel,
  type PackageSource,
} from "@gopherwood/core";

/** A logger that takes pairs of a key and a value. */
export interface PairLogger {
  /** The import paths of packages whose functions these are. */
  readonly packages?: readonly string[];
  /** The types whose methods these are, as name patterns. */
  readonly types?: readonly string[];
  /**
   * What each function or method takes, in its order: `message`, `pairs` (the rest), and
   * any other word for what stands between. `LogAttrs: "context level message"`.
   */
  readonly calls: Readonly<Record<string, string>>;
}

const LEVELS = ["Debug", "Info", "Warn", "Error"];

function eachOf(names: readonly string[], parameters: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, parameters]));
}

/** The loggers that many Go teams use. */
export const PAIR_LOGGERS: readonly PairLogger[] = [
  {
    packages: ["log/slog"],
    types: ["log/slog.Logger"],
    calls: {
      ...eachOf(LEVELS, "message pairs"),
      ...eachOf(
        LEVELS.map((level) => `${level}Context`),
        "context message pairs",
      ),
      Log: "context level message pairs",
      LogAttrs: "context level message",
      With: "pairs",
      Group: "key pairs",
    },
  },
  {
    types: ["github.com/go-logr/logr.Logger"],
    calls: { Info: "message pairs", Error: "error message pairs", WithValues: "pairs" },
  },
  {
    packages: ["k8s.io/klog/v2"],
    types: ["k8s.io/klog/v2.Verbose"],
    calls: {
      InfoS: "message pairs",
      InfoSDepth: "depth message pairs",
      ErrorS: "error message pairs",
      ErrorSDepth: "depth error message pairs",
      LoggerWithValues: "logger pairs",
    },
  },
  {
    types: ["go.uber.org/zap.SugaredLogger"],
    calls: {
      ...eachOf(
        [...LEVELS, "DPanic", "Panic", "Fatal"].map((level) => `${level}w`),
        "message pairs",
      ),
      Logw: "level message pairs",
      ...eachOf(["With", "WithLazy"], "pairs"),
    },
  },
  {
    types: ["github.com/hashicorp/go-hclog.Logger"],
    calls: {
      ...eachOf(["Trace", ...LEVELS], "message pairs"),
      Log: "level message pairs",
      With: "pairs",
    },
  },
  {
    types: ["logging.OperationContext"],
    calls: {
      ...eachOf(["Info", "Warn"], "message pairs"),
      Error: "message error pairs",
      EndOperation: "outcome pairs",
    },
  },
];

/** Where a call has its message and its first key; -1 if it has none. */
export interface PairCall {
  readonly message: number;
  readonly pairs: number;
}

/** How a call is read, or null if it is none of these loggers'. */
export function pairCallOf(
  callee: Callee,
  semantics: SemanticModel,
  loggers: readonly PairLogger[],
): PairCall | null {
  if (callee.kind === "unknown") return null;
  for (const { packages, types, calls } of loggers) {
    if (!Object.hasOwn(calls, callee.name)) continue;
    const isIts =
      callee.kind === "function"
        ? packages?.includes(callee.importPath)
        : types?.some((type) => matchesName(type, callee.receiver, semantics.packageName));
    if (!isIts) continue;
    const parameters = calls[callee.name]?.split(" ") ?? [];
    return { message: parameters.indexOf("message"), pairs: parameters.indexOf("pairs") };
  }
  return null;
}

/** What is known of these loggers' packages without reading them. */
export const PAIR_LOGGER_DECLARATIONS: PackageSource = parseStubs({
  "github.com/go-logr/logr": `
package logr

type Logger struct{}
func New(sink any) Logger
func Discard() Logger
func FromContext(ctx any) (Logger, error)
func FromContextOrDiscard(ctx any) Logger
func (l Logger) V(level int) Logger
func (l Logger) WithName(name string) Logger
func (l Logger) WithValues(pairs ...any) Logger
func (l Logger) WithCallDepth(depth int) Logger
`,
  "k8s.io/klog/v2": `
package klog

import "github.com/go-logr/logr"

type Logger = logr.Logger
type Level int32
type Verbose struct{}
func V(level Level) Verbose
func Background() Logger
func FromContext(ctx any) Logger
func TODO() Logger
func LoggerWithName(logger Logger, name string) Logger
func LoggerWithValues(logger Logger, pairs ...any) Logger
`,
  "sigs.k8s.io/controller-runtime/pkg/log": `
package log

import "github.com/go-logr/logr"

var Log logr.Logger
func FromContext(ctx any, pairs ...any) logr.Logger
`,
  "sigs.k8s.io/controller-runtime": `
package controllerruntime

import "github.com/go-logr/logr"

var Log logr.Logger
func LoggerFrom(ctx any, pairs ...any) logr.Logger
`,
  "go.uber.org/zap": `
package zap

import "go.uber.org/zap/zapcore"

type Field = zapcore.Field
type Logger struct{}
type SugaredLogger struct{}
func L() *Logger
func S() *SugaredLogger
func NewNop() *Logger
func (l *Logger) Sugar() *SugaredLogger
func (l *Logger) Named(name string) *Logger
func (l *Logger) With(fields ...Field) *Logger
func (l *SugaredLogger) Desugar() *Logger
func (l *SugaredLogger) Named(name string) *SugaredLogger
func (l *SugaredLogger) With(pairs ...any) *SugaredLogger
func (l *SugaredLogger) WithLazy(pairs ...any) *SugaredLogger
func Any(key string, value any) Field
func Bool(key string, value bool) Field
func Duration(key string, value any) Field
func Error(err error) Field
func Int(key string, value int) Field
func Int64(key string, value int64) Field
func String(key string, value string) Field
func Strings(key string, value []string) Field
func Time(key string, value any) Field
`,
  "go.uber.org/zap/zapcore": `
package zapcore

type Field struct{}
`,
  "github.com/hashicorp/go-hclog": `
package hclog

type Logger interface {
	Named(name string) Logger
	With(pairs ...any) Logger
}
func Default() Logger
func L() Logger
func New(options any) Logger
func NewNullLogger() Logger
func FromContext(ctx any) Logger
`,
});
