import {
  NAME_PATTERNS,
  NamePatterns,
  STRINGS,
  type Callee,
  type OptionsOf,
  type SemanticModel,
} from "@gopherwood/core";

const LEVELS = ["Debug", "Info", "Warn", "Error"];

function eachOf(names: readonly string[], parameters: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, parameters]));
}

const DEFAULT_LOGGERS = [
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

/** The option for the loggers that take pairs of a key and a value. */
export const PAIR_LOGGERS = {
  description: "The loggers that take pairs.",
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["calls"],
    properties: {
      packages: {
        description: "Import paths of packages whose functions these are.",
        ...STRINGS,
      },
      types: { description: "The types whose methods these are.", ...NAME_PATTERNS },
      calls: {
        description:
          "The parameters of each function or method: 'message', 'pairs' (the rest), and any word for others.",
        type: "object",
        additionalProperties: { type: "string" },
      },
    },
  },
  default: DEFAULT_LOGGERS,
} as const;

/** A logger that takes pairs of a key and a value. */
export type PairLogger = OptionsOf<{ loggers: typeof PAIR_LOGGERS }>["loggers"][number];

/** The places of the message and of the first key among the arguments; -1 if there is none. */
export interface PairCall {
  readonly message: number;
  readonly pairs: number;
}

/** Returns the names of the functions and methods of loggers. */
export function namesOfCalls(loggers: readonly PairLogger[]): string[] {
  return [...new Set(loggers.flatMap(({ calls }) => Object.keys(calls)))];
}

/** Returns the places of message and keys in a call, or null if it is none of these loggers'. */
export function pairCallOf(
  callee: Callee,
  semantics: SemanticModel,
  loggers: readonly PairLogger[],
): PairCall | null {
  if (callee.kind === "unknown") return null;
  for (const { packages = [], types = [], calls } of loggers) {
    if (!Object.hasOwn(calls, callee.name)) continue;
    const isCalled =
      callee.kind === "function"
        ? packages.includes(callee.importPath)
        : new NamePatterns(types, semantics).matches(callee.receiver);
    if (!isCalled) continue;
    const parameters = calls[callee.name]?.split(" ") ?? [];
    return { message: parameters.indexOf("message"), pairs: parameters.indexOf("pairs") };
  }
  return null;
}
