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
        description: "Functions whose calls count; their results are loggers of this approach.",
        ...NAME_PATTERNS,
      },
      types: { description: "Types of this approach.", ...NAME_PATTERNS },
      methods: {
        description:
          "Methods of these types whose calls count; by default all that write a record.",
        ...STRINGS,
      },
      loggers: {
        description: "Methods of these types that return a logger, of whatever type.",
        ...STRINGS,
      },
    },
  },
  default: [
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
  ],
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

/** Methods that derive a logger, or say what it would do. */
const WRITES_NOTHING = /^(?:With|Enabled$|Handler$)/u;

/** Far more steps than a logger takes from its definition to its use. */
const MAX_STEPS = 20;

/** Finds the approach that calls belong to. */
export class Approaches {
  readonly #approaches: readonly Approach[];
  readonly #semantics: SemanticModel;

  /** @param text The file's: approaches of which it contains no word are left out. */
  constructor(approaches: readonly Approach[], semantics: SemanticModel, text: string) {
    this.#approaches = approaches.filter((approach) =>
      wordsOf([approach]).some((word) => text.includes(word)),
    );
    this.#semantics = semantics;
  }

  /** Returns false for the name of a call that follows no approach, without asking for types. */
  mayCall(name: string): boolean {
    return this.#approaches.some(({ functions = [], methods, loggers }) =>
      methods && !loggers
        ? methods.includes(name) || functions.some((pattern) => pattern.endsWith(`.${name}`))
        : true,
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
      const counts = methods ? methods.includes(callee.name) : !loggers?.includes(callee.name);
      return counts ? own : null;
    }
    return callee.operand && !WRITES_NOTHING.test(callee.name)
      ? this.#ofLogger(callee.operand, 0)
      : null;
  }

  /** Returns the approach of a logger, followed back through its variables and chains. */
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
    patterns: readonly string[] = [],
    name: { readonly importPath: string; readonly name: string },
  ): boolean {
    return new NamePatterns(patterns, this.#semantics).matches(name);
  }
}

/** The name of a level stands in nearly every file: as a word it would select nothing. */
const LEVEL = /^(?:Trace|Debug|Info|Print|Warn|Error|Fatal|Panic|Log)/u;

/** Returns words of which a file that follows an approach contains at least one. */
export function wordsOf(approaches: readonly Approach[]): string[] {
  return approaches.flatMap(({ functions = [], types = [], methods = [], loggers = [] }) => [
    ...[...functions, ...types].map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
    ...methods.filter((method) => !LEVEL.test(method)),
    ...loggers.map((method) => `${method}(`),
  ]);
}
