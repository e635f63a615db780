import {
  argumentsOf,
  calledName,
  initializerOf,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";

/** The loggers that a team may not want in operation code. */
export const LOGGER_NAMES = ["logrus", "slog", "log", "fmt"] as const;

export type LoggerName = (typeof LOGGER_NAMES)[number];

/** The functions and types by which a package writes log records. */
export interface LoggerPackage {
  readonly paths: readonly string[];
  /** The functions that write a record. */
  readonly functions: RegExp;
  /** The types that write a record. */
  readonly types: RegExp;
  /** The methods of these types that do. */
  readonly methods: RegExp;
  /** The functions that make a logger of this package. */
  readonly origins: RegExp;
  /** Words of which a file that calls the logger contains one. */
  readonly words: readonly string[];
}

const NOTHING = /^(?!)/u;

const LOGRUS_LEVELS = "Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic";

/** The packages of these loggers. */
export const LOGGERS: Readonly<Record<LoggerName, LoggerPackage>> = {
  logrus: {
    paths: ["github.com/sirupsen/logrus", "github.com/Sirupsen/logrus"],
    functions: new RegExp(`^(?:${LOGRUS_LEVELS})(?:f|ln|Fn)?$`, "u"),
    // Releases differ in the interfaces that declare the methods.
    types: /(?:Logger|Entry)$/u,
    methods: new RegExp(`^(?:${LOGRUS_LEVELS}|Log)(?:f|ln|Fn)?$`, "u"),
    origins: NOTHING,
    words: ["irupsen/logrus", ...LOGRUS_LEVELS.split("|").map((level) => `.${level}`), ".Log"],
  },
  slog: {
    paths: ["log/slog"],
    functions: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    // JobLog's loggers are of the type *slog.Logger too: its definition decides.
    types: NOTHING,
    methods: /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u,
    origins: /^(?:Default|New|With)$/u,
    words: ["log/slog"],
  },
  log: {
    paths: ["log"],
    functions: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    types: /^Logger$/u,
    methods: /^(?:(?:Print|Fatal|Panic)(?:f|ln)?|Output)$/u,
    origins: NOTHING,
    words: ['"log"', "`log`", ".Print", ".Fatal", ".Panic", ".Output("],
  },
  fmt: {
    paths: ["fmt"],
    functions: /^(?:Print(?:f|ln)?|Fprint(?:f|ln)?|print(?:ln)?)$/u,
    types: NOTHING,
    methods: NOTHING,
    origins: NOTHING,
    words: ["Print", "print"],
  },
};

/** Returns the logger that a package is, if it is one of these. */
export function loggerOfPackage(
  importPath: string,
  wanted: readonly LoggerName[],
): LoggerName | null {
  return wanted.find((name) => LOGGERS[name].paths.includes(importPath)) ?? null;
}

/** Returns true for the name of a function or method that writes a record with one of these. */
export function isLoggingName(name: string, loggers: readonly LoggerName[]): boolean {
  return loggers.some(
    (logger) => LOGGERS[logger].functions.test(name) || LOGGERS[logger].methods.test(name),
  );
}

/**
 * Returns false for a function of `fmt` that writes to anything but a standard stream:
 * `fmt.Fprint(file, "x")`.
 */
export function writesToStandardStream(
  call: CallExpressionNode,
  semantics: SemanticModel,
): boolean {
  if (!calledName(call).startsWith("F")) return true;
  const [argument] = argumentsOf(call);
  const initializer =
    argument?.kind === "identifier" ? initializerOf(argument, semantics) : null;
  const stream = initializer ?? argument;
  return (
    stream?.kind === "selector_expression" &&
    /^Std(?:err|out)$/u.test(stream.field.text) &&
    semantics.importOf(stream.operand)?.path === "os"
  );
}

/** Returns true for a call of Go's own `print` or `println`. */
export function isBuiltinPrint(
  { function: callee }: CallExpressionNode,
  semantics: SemanticModel,
): boolean {
  return (
    callee.kind === "identifier" &&
    /^print(?:ln)?$/u.test(callee.text) &&
    semantics.resolve(callee)?.isUniverse === true
  );
}

/** Returns the logger whose function is called by a name without its package, or null. */
export function dotImportedLogger(
  { name, operand }: Extract<Callee, { kind: "unknown" }>,
  semantics: SemanticModel,
  loggers: readonly LoggerName[],
): LoggerName | null {
  // Go lets no package declare a name that one of its files dot-imports.
  if (operand) return null;
  const found = semantics.dotImports.map((path) => loggerOfPackage(path, loggers));
  return found.find((logger) => logger && LOGGERS[logger].functions.test(name)) ?? null;
}
