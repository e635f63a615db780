import {
  calleeOf,
  initializerOf,
  matchesName,
  type Callee,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";

/** A way of logging that the team wants. Names are patterns such as `joblog.Tracker`. */
export interface Approach {
  readonly name: string;
  /** Functions whose calls are compliant sites; what they give is a logger of this approach. */
  readonly functions?: readonly string[];
  /** Types of this approach. */
  readonly types?: readonly string[];
  /** The methods of these types whose calls are compliant sites. Default: all but `loggers`. */
  readonly methods?: readonly string[];
  /** The methods of these types that give a logger, of whatever type. */
  readonly loggers?: readonly string[];
}

const SLOG_CALLS = [
  ...["Debug", "Info", "Warn", "Error"].flatMap((level) => [level, `${level}Context`]),
  "Log",
  "LogAttrs",
];

/** The two approaches of the document this rule was written for. */
export const DEFAULT_APPROACHES: readonly Approach[] = [
  {
    name: "joblog",
    types: ["joblog.Tracker"],
    methods: ["StartJob", "RunStep", "EndJob"],
    loggers: ["Logger"],
  },
  {
    name: "operation-logger",
    functions: ["logging.NewOperationLogger"],
    types: ["logging.OperationLogger", "logging.OperationContext"],
  },
];

/** The standard library's structured logging, for a team without a logger of its own. */
export const SLOG: Approach = {
  name: "slog",
  functions: SLOG_CALLS.map((name) => `log/slog.${name}`),
  types: ["log/slog.Logger"],
  methods: SLOG_CALLS,
};

/** Methods by which a logger is made of a logger, or asked what it would do. */
const WRITES_NOTHING = /^(?:With|Enabled$|Handler$)/u;

/** Far more steps than a logger takes from where it is made to where it is used. */
const MAX_STEPS = 20;

/** Finds the approach that calls belong to. */
export class Approaches {
  readonly #approaches: readonly Approach[];
  readonly #semantics: SemanticModel;

  /** @param text The file's: an approach that none of its words stands in is not looked for. */
  constructor(approaches: readonly Approach[], semantics: SemanticModel, text: string) {
    this.#approaches = approaches.filter((approach) =>
      wordsOf([approach]).some((word) => text.includes(word)),
    );
    this.#semantics = semantics;
  }

  /** False for names that no call which follows an approach has: it saves asking what they mean. */
  mayCall(name: string): boolean {
    return this.#approaches.some(({ functions = [], methods, loggers }) =>
      methods && !loggers
        ? methods.includes(name) || functions.some((pattern) => pattern.endsWith(`.${name}`))
        : true,
    );
  }

  /** The approach that a call follows, or null. */
  of(callee: Callee): Approach | null {
    if (callee.kind === "function") {
      return this.#approaches.find(({ functions }) => this.#matches(functions, callee)) ?? null;
    }
    const own = this.#ofReceiver(callee);
    if (own) {
      const { methods, loggers } = own;
      const counts = methods ? methods.includes(callee.name) : !loggers?.includes(callee.name);
      return counts ? own : null;
    }
    return callee.operand && !WRITES_NOTHING.test(callee.name)
      ? this.#ofLogger(callee.operand, 0)
      : null;
  }

  /** The approach that a value was made by, followed back through its variables and chains. */
  #ofLogger(value: GoNode, step: number): Approach | null {
    if (step > MAX_STEPS) return null;
    if (value.kind === "identifier") {
      const initializer = initializerOf(value, this.#semantics);
      return initializer && this.#ofLogger(initializer, step + 1);
    }
    if (value.kind !== "call_expression") return null;
    const callee = calleeOf(value, this.#semantics);
    if (callee.kind === "function") return this.of(callee);
    const own = this.#ofReceiver(callee);
    if (own) return !own.loggers || own.loggers.includes(callee.name) ? own : null;
    return callee.operand && this.#ofLogger(callee.operand, step + 1);
  }

  #ofReceiver(callee: Callee): Approach | null {
    if (callee.kind !== "method") return null;
    return this.#approaches.find(({ types }) => this.#matches(types, callee.receiver)) ?? null;
  }

  #matches(
    patterns: readonly string[] | undefined,
    name: { readonly importPath: string; readonly name: string },
  ): boolean {
    const { packageName } = this.#semantics;
    return patterns?.some((pattern) => matchesName(pattern, name, packageName)) ?? false;
  }
}

/** Where a logger comes from, followed back through its variables and chains. */
export type Origin =
  /** A function or variable of a package, which hands the logger out. */
  | { readonly kind: "package"; readonly importPath: string; readonly name: string }
  /** A parameter, a field, or what else the file does not make itself. */
  | { readonly kind: "stored" };

/**
 * Finds where a logger comes from.
 *
 * @param isChained True for the packages whose loggers are made of one another, as
 *   `slog.With("a", 1).WithGroup("g")` is.
 */
export function originOf(
  logger: GoNode,
  semantics: SemanticModel,
  isChained: (importPath: string) => boolean,
): Origin {
  let current: GoNode | null = logger;
  for (let step = 0; current && step <= MAX_STEPS; step += 1) {
    switch (current.kind) {
      case "identifier":
        current = initializerOf(current, semantics);
        break;
      case "selector_expression": {
        const goImport = semantics.importOf(current.operand);
        if (!goImport) return { kind: "stored" };
        return { kind: "package", importPath: goImport.path, name: current.field.text };
      }
      case "call_expression": {
        const callee = calleeOf(current, semantics);
        if (callee.kind === "function") return { ...callee, kind: "package" };
        if (callee.kind === "unknown") return { kind: "stored" };
        const { importPath } = callee.receiver;
        if (!isChained(importPath)) return { kind: "package", importPath, name: callee.name };
        current = callee.operand;
        break;
      }
      default:
        return { kind: "stored" };
    }
  }
  return { kind: "stored" };
}

/** A level's name stands in nearly every file: as a word it would select nothing. */
const LEVEL = /^(?:Trace|Debug|Info|Print|Warn|Error|Fatal|Panic|Log)/u;

/** Words of which a file that follows an approach has at least one. */
export function wordsOf(approaches: readonly Approach[]): string[] {
  return approaches.flatMap(({ functions = [], types = [], methods = [], loggers = [] }) => [
    ...[...functions, ...types].map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
    ...methods.filter((method) => !LEVEL.test(method)),
    ...loggers.map((method) => `${method}(`),
  ]);
}
