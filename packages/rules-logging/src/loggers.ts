import type { Callee, SemanticModel } from "@gopherwood/core";

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
