import {
  calleeOf,
  initializerOf,
  NAME_PATTERNS,
  NamePatterns,
  STRINGS,
  type Callee,
  type GoNode,
  type OptionsOf,
  type SemanticModel,
} from "@gopherwood/core";

/** The option for the ways of logging that a team wants. */
export const APPROACHES = {
  description: "The ways of logging that are wanted: their calls are compliant.",
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["name"],
    properties: {
      name: { description: "The name of the approach in reports.", type: "string" },
      functions: {
        description:
          "Functions whose calls count and whose results are loggers of this approach, and variables that are.",
        ...NAME_PATTERNS,
      },
      types: { description: "Types of this approach.", ...NAME_PATTERNS },
      methods: {
        description:
          "Methods of these types whose calls count; by default all but those that return or set up a logger.",
        ...STRINGS,
      },
      loggers: {
        description: "Methods of these types that return a logger, of whatever type.",
        ...STRINGS,
      },
    },
  },
  default: [],
} as const;

/** A way of logging that a team wants. */
export type Approach = OptionsOf<{ approaches: typeof APPROACHES }>["approaches"][number];

const SLOG_CALLS = [
  ...["Debug", "Info", "Warn", "Error"].flatMap((level) => [level, `${level}Context`]),
  "Log",
  "LogAttrs",
];

/** The standard library's structured logging, for a team without a logger of its own. */
export const SLOG: Approach = {
  name: "slog",
  functions: SLOG_CALLS.map((name) => `log/slog.${name}`),
  types: ["log/slog.Logger"],
  methods: SLOG_CALLS,
};

const LEVEL = /^(?:Trace|Debug|Info|Print|Warn|Error|Fatal|Panic|Log)/u;

/** Methods that derive a logger, set it up, or say what it would do. */
const WRITES_NOTHING = /^(?:With|Set|Enabled$|Handler$)/u;

/** Far more steps than a logger takes from its definition to its use. */
const MAX_STEPS = 20;

/** Finds the approach that calls belong to. */
export class Approaches {
  readonly #approaches: readonly Approach[];
  /** Those that the file names. */
  readonly #named: readonly Approach[];
  readonly #semantics: SemanticModel;

  constructor(approaches: readonly Approach[], semantics: SemanticModel, text: string) {
    this.#approaches = approaches;
    this.#named = approaches.filter((approach) =>
      wordsOf([approach]).some((word) => text.includes(word)),
    );
    this.#semantics = semantics;
  }

  /** Returns false for the name of a call that follows no approach, without asking for types. */
  mayCall(name: string): boolean {
    const isNamed = this.#named.some(({ functions = [], methods, loggers }) =>
      methods && !loggers
        ? methods.includes(name) || functions.some((pattern) => pattern.endsWith(`.${name}`))
        : true,
    );
    return (
      isNamed ||
      // In a file that names no approach, a logger comes from another file.
      this.#approaches.some(({ methods }) => methods?.includes(name) ?? LEVEL.test(name))
    );
  }

  /** Returns the approach that a call follows, or null. */
  of(callee: Callee): Approach | null {
    if (callee.kind === "function") {
      return this.#approaches.find(({ functions }) => this.#matches(functions, callee)) ?? null;
    }
    const own = this.#ofReceiver(callee);
    if (own) {
      const { methods, loggers } = own;
      const counts = methods
        ? methods.includes(callee.name)
        : !loggers?.includes(callee.name) && !WRITES_NOTHING.test(callee.name);
      return counts ? own : null;
    }
    return callee.operand && !WRITES_NOTHING.test(callee.name)
      ? this.#ofLogger(callee.operand, 0)
      : null;
  }

  /** Returns the approach of a logger, followed back through its variables and chains. */
  #ofLogger(value: GoNode, step: number): Approach | null {
    if (step > MAX_STEPS) return null;
    const variable = this.#ofVariable(value);
    if (variable) return variable;
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

  /** Returns the approach that a variable of a package is a logger of: `global.Log`. */
  #ofVariable(value: GoNode): Approach | null {
    const name = this.#packageVariableOf(value);
    if (!name) return null;
    return this.#approaches.find(({ functions }) => this.#matches(functions, name)) ?? null;
  }

  #packageVariableOf(value: GoNode) {
    if (value.kind === "selector_expression") {
      const path = this.#semantics.importOf(value.operand)?.path;
      return path === undefined ? null : { importPath: path, name: value.field.text };
    }
    if (value.kind !== "identifier") return null;
    const symbol = this.#semantics.resolve(value);
    const isOwn = symbol === null || (!symbol.isUniverse && symbol.packageLevel);
    return isOwn ? { importPath: this.#semantics.importPath, name: value.text } : null;
  }

  #ofReceiver(callee: Callee): Approach | null {
    if (callee.kind !== "method") return null;
    return this.#approaches.find(({ types }) => this.#matches(types, callee.receiver)) ?? null;
  }

  #matches(
    patterns: readonly string[] = [],
    name: { readonly importPath: string; readonly name: string },
  ): boolean {
    return new NamePatterns(patterns, this.#semantics).matches(name);
  }
}

/** Returns the beginnings of calls of which a file that logs contains at least one. */
export function callWordsOf(approaches: readonly Approach[]): string[] {
  const levels = ["Trace", "Debug", "Info", "Print", "Warn", "Error", "Fatal", "Panic", "Log"];
  return approaches.flatMap(({ methods = levels }) => methods.map((method) => `.${method}`));
}

/** Returns words of which a file that names an approach contains at least one. */
export function wordsOf(approaches: readonly Approach[]): string[] {
  return approaches.flatMap(({ functions = [], types = [], methods = [], loggers = [] }) => [
    ...[...functions, ...types].map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
    ...methods.filter((method) => !LEVEL.test(method)),
    ...loggers.map((method) => `${method}(`),
  ]);
}
