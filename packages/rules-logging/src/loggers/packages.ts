import {
  longestLiteral,
  methodCallTest,
  NAME_PATTERNS,
  nameGlob,
  NamePatterns,
  type Callee,
  type PrefilterTest,
  type SemanticModel,
} from "@gopherwood/core";
import {
  isKnown,
  KNOWN,
  KNOWN_NAMES,
  type KnownLogger,
  type KnownName,
} from "./known-loggers.ts";

/** The option for loggers, by their names or by name patterns. */
export const LOGGERS_OPTION = {
  type: "array",
  items: { anyOf: [{ enum: KNOWN_NAMES }, NAME_PATTERNS.items] },
  uniqueItems: true,
  default: ["logrus", "slog", "log", "fmt"],
} as const;

/** The functions and types by which a package writes log records. */
export interface Logger {
  /** The name in messages. */
  readonly name: string;
  /** Returns true for an import path of the logger's. */
  readonly isIn: (importPath: string) => boolean;
  /** The functions that write a record. */
  readonly functions: RegExp;
  /** The types that write a record. */
  readonly types: RegExp;
  /** The methods of these types that do. */
  readonly methods: RegExp;
  /** The functions that make a logger of this package. */
  readonly origins: RegExp;
}

const NOTHING = /^(?!)/u;

/** Functions and methods that write a record, by the names that most loggers use. */
const LEVELS =
  /^(?:Trace|Debug|Info|Notice|Print|Warn|Warning|Error|DPanic|Fatal|Panic|Log)(?:f|ln|w|Context|Ctx)?$/u;

/** The parts of a file's semantics that its loggers depend on. */
type LoggerSemantics = Pick<SemanticModel, "packageName" | "importPaths">;

/** Loggers of one file, as the option of a rule names them. */
export class Loggers {
  readonly #loggers: readonly Logger[];
  readonly #semantics: LoggerSemantics;
  #areImported: boolean | undefined;

  constructor(names: readonly string[], semantics: LoggerSemantics) {
    this.#semantics = semantics;
    this.#loggers = names.map((name) =>
      isKnown(name) ? knownLogger(name) : patternLogger(name, semantics),
    );
  }

  /** True if the file imports one of them. */
  get areImported(): boolean {
    return (this.#areImported ??= this.#semantics.importPaths.some(
      (path) => this.ofPackage(path).length > 0,
    ));
  }

  /** Returns true if the option has a known logger. */
  has(name: KnownName): boolean {
    return this.#loggers.some((logger) => logger.name === name);
  }

  /** Returns the loggers that a package is, in the order of the option. */
  ofPackage(importPath: string): Logger[] {
    return this.#loggers.filter(({ isIn }) => isIn(importPath));
  }

  /** Returns the logger that has a function, or null. */
  ofFunction({ importPath, name }: PackageMember): Logger | null {
    return this.ofPackage(importPath).find(({ functions }) => functions.test(name)) ?? null;
  }

  /** Returns true for the name of a function or method that writes a record with one of these. */
  mayWrite(name: string): boolean {
    return this.#loggers.some(
      ({ functions, methods }) => functions.test(name) || methods.test(name),
    );
  }

  /** Returns the logger whose function is called by a name without its package, or null. */
  ofDotImport(
    { name, operand }: Extract<Callee, { kind: "unknown" }>,
    { dotImports }: SemanticModel,
  ): Logger | null {
    // Go lets no package declare a name that one of its files dot-imports.
    if (operand) return null;
    for (const importPath of dotImports) {
      const logger = this.ofFunction({ importPath, name });
      if (logger) return logger;
    }
    return null;
  }
}

interface PackageMember {
  readonly importPath: string;
  readonly name: string;
}

function knownLogger(name: KnownName): Logger {
  const { paths, functions, types, methods, origins } = KNOWN[name];
  return {
    name,
    isIn: (importPath) => paths.includes(importPath),
    functions: functions ?? NOTHING,
    types: types ?? NOTHING,
    methods: methods ?? NOTHING,
    origins: origins ?? NOTHING,
  };
}

/**
 * Returns the logger of a name pattern: of `applog.Logger` a type, of `applog.*` all functions and
 * types of a package. Of these it has what is named for a level.
 */
function patternLogger(pattern: string, semantics: LoggerSemantics): Logger {
  const dot = pattern.lastIndexOf(".");
  const [path, glob] = [pattern.slice(0, dot), pattern.slice(dot + 1)];
  const packages = new NamePatterns([`${path}.any`], semantics);
  const named = nameGlob(glob);
  const base = path.slice(path.lastIndexOf("/") + 1);
  return {
    name: glob === "*" ? base : `${base}.${glob}`,
    isIn: (importPath) => packages.matches({ importPath, name: "any" }),
    functions: new RegExp(`(?=${LEVELS.source})${named.source}`, "u"),
    types: named,
    methods: LEVELS,
    origins: NOTHING,
  };
}

/** Returns tests for a prefilter, of which a file that calls one of these loggers passes one. */
export function loggerTests(names: readonly string[]): PrefilterTest[] {
  const words = names.flatMap((name) =>
    isKnown(name) ? wordsOf(KNOWN[name]) : [pathOf(name)],
  );
  const loggers: KnownLogger[] = names.map((name) =>
    isKnown(name) ? KNOWN[name] : { paths: [], methods: LEVELS, haveResults: true },
  );
  const tests = [true, false].map((haveResults) => {
    const some = loggers.filter((one) => (one.haveResults ?? false) === haveResults);
    const methods = some.flatMap((one) => one.methods ?? []);
    // A logger from another package is that package's way of logging.
    return methodCallTest(methods, { ofResults: false, haveResults });
  });
  return [...words, ...tests];
}

/** Returns words of which a file that calls a function of a logger has one. */
function wordsOf({ paths, words }: KnownLogger): readonly string[] {
  return words ?? paths.flatMap((path) => [`"${path}"`, `\`${path}\``]);
}

/** Returns a word of the import path that a name pattern begins with. */
function pathOf(pattern: string): string {
  return longestLiteral(pattern.slice(0, pattern.lastIndexOf(".")));
}
