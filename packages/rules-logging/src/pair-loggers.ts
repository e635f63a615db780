import { matchesName, type Callee, type SemanticModel } from "@gopherwood/core";

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
