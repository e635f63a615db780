import {
  assumedPackageName,
  calleeOf,
  formatType,
  methodCallTest,
  nameGlob,
  NAME_PATTERNS,
  NamePatterns,
  signatureOf,
  STRINGS,
  type Callee,
  type CallExpressionNode,
  type FunctionType,
  type OptionsOf,
  type PrefilterTest,
  type SemanticModel,
} from "@gopherwood/core";
import { mayBeAny } from "./empty-interface.ts";

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
      LogAttrs: "context level message attributes",
      With: "pairs",
      Group: "key pairs",
      GroupAttrs: "key attributes",
      GroupValue: "attributes",
    },
  },
  {
    types: ["log/slog.Record"],
    calls: { Add: "pairs", AddAttrs: "attributes" },
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
    errorWithoutKey: true,
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
          "The parameters of each function or method: 'message', 'pairs' or 'attributes' (the rest), and any word for others.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      errorWithoutKey: {
        description: "True if the loggers take one error without a key.",
        type: "boolean",
      },
    },
  },
  default: DEFAULT_LOGGERS,
} as const;

/** A logger that takes pairs of a key and a value. */
export type PairLogger = OptionsOf<{ loggers: typeof PAIR_LOGGERS }>["loggers"][number];

/** A call of a logger, and the places of its arguments; -1 if there are none of a kind. */
export interface PairCall {
  readonly message: number;
  /** The place of the first pair or attribute. */
  readonly pairs: number;
  /** True if there are only attributes. */
  readonly attributes: boolean;
  readonly errorWithoutKey: boolean;
}

/** Returns the names of the functions and methods of loggers. */
export function namesOfCalls(loggers: readonly PairLogger[]): string[] {
  return [...new Set(loggers.flatMap(({ calls }) => Object.keys(calls)))];
}

/** Returns tests for a prefilter, of which a file that calls one of these loggers passes one. */
export function pairCallTests(loggers: readonly PairLogger[]): PrefilterTest[] {
  const packages = loggers.flatMap((logger) => logger.packages ?? []);
  const methods = namesOfCalls(loggers.filter(({ types = [] }) => types.length > 0));
  return [
    // A file of the package itself calls its functions without an import.
    ...packages.flatMap((path) => [
      `"${path}"`,
      `\`${path}\``,
      `package ${assumedPackageName(path)}`,
    ]),
    methodCallTest(methods.map((name) => nameGlob(name))),
  ];
}

/** Returns the places of the arguments in a call, or null if it is none of these loggers'. */
export function pairCallOf(
  call: CallExpressionNode,
  semantics: SemanticModel,
  loggers: readonly PairLogger[],
): PairCall | null {
  const callee = calleeOf(call, semantics);
  if (callee.kind === "unknown") return null;
  for (const { packages = [], types = [], calls, errorWithoutKey = false } of loggers) {
    if (!Object.hasOwn(calls, callee.name)) continue;
    const isCalled =
      callee.kind === "function"
        ? packages.includes(callee.importPath)
        : new NamePatterns(types, semantics).matches(callee.receiver);
    if (!isCalled) continue;
    const parameters = calls[callee.name]?.split(" ") ?? [];
    const attributes = parameters.includes("attributes");
    const pairs = parameters.indexOf(attributes ? "attributes" : "pairs");
    const places = { message: parameters.indexOf("message"), pairs };
    const declared = declaredPlaces(
      places,
      attributes,
      signatureOf(call, semantics),
      semantics,
    );
    if (!declared) return null;
    const shift = isMethodExpression(callee, semantics) ? 1 : 0;
    return {
      message: declared.message < 0 ? -1 : declared.message + shift,
      pairs: declared.pairs < 0 ? -1 : declared.pairs + shift,
      attributes,
      errorWithoutKey,
    };
  }
  return null;
}

/** Returns true for `(*slog.Logger).Info(logger, "message")`: its receiver is an argument. */
function isMethodExpression(callee: Callee, semantics: SemanticModel): boolean {
  return callee.kind === "method" && semantics.typeNamed(callee.operand) !== null;
}

type Places = Pick<PairCall, "message" | "pairs">;

/**
 * Returns the places that a declaration gives to message and pairs, which outranks what is
 * known of a logger by its name; null if the declared parameters take no pairs.
 */
function declaredPlaces(
  known: Places,
  attributes: boolean,
  signature: FunctionType | null,
  semantics: SemanticModel,
): Places | null {
  const parameters = signature?.parameters;
  if (!parameters || known.pairs < 0) return known;
  const pairs = parameters.length - 1;
  const rest = parameters[pairs];
  if (!signature.variadic || rest?.kind !== "slice" || pairs < known.pairs) return null;
  if (!attributes && !mayBeAny(rest.element, semantics)) return null;
  if (pairs === known.pairs) return known;
  const strings = parameters.slice(0, pairs).filter((type) => formatType(type) === "string");
  const message = parameters.findIndex((type) => formatType(type) === "string");
  return { message: strings.length === 1 ? message : -1, pairs };
}
