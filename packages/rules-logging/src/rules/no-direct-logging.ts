import {
  calledName,
  calleeOf,
  defineRule,
  mainPackages,
  packageNames,
  paths,
  testFiles,
  withParentheses,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { TRACKERS } from "../jobs/options.ts";
import { APPROACHES, Approaches, callWordsOf, wordsOf } from "../loggers/approaches.ts";
import { originOf } from "../loggers/origin.ts";
import {
  dotImportedLogger,
  isBuiltinPrint,
  isLoggingName,
  LOGGER_NAMES,
  loggerOfPackage,
  LOGGERS,
  writesToStandardStream,
  type LoggerName,
  type LoggerPackage,
} from "../loggers/packages.ts";
import { REPLACEMENT_LIST } from "../replacement/options.ts";
import { Replacements, type Replacement } from "../replacement/replacements.ts";
import { loggerSources } from "../replacement/sources.ts";

/** Source: the logging standards of the failover systems assessment. */
export default defineRule({
  name: "logging/no-direct-logging",
  meta: {
    type: "suggestion",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description:
        "Disallow direct calls of loggers that the team does not use in operation code.",
      category: "Logging Standards",
    },
    messages: {
      directBeside:
        "Do not call {{logger}} directly ('{{call}}'): log through {{other}} as the rest of this file does.",
      direct: "Do not call {{logger}} directly ('{{call}}'): log through {{approaches}}.",
      logger: "Write the record with the logger in scope: {{unsafeReason}}.",
      tracker: "Write the record with the tracker's logger: {{unsafeReason}}.",
      context:
        "Write the record with the context's logger, if the context has one: {{unsafeReason}}.",
      slog: "Write the record with slog: {{unsafeReason}}.",
    },
    options: {
      loggers: {
        description: "The loggers that are not wanted.",
        type: "array",
        items: { enum: LOGGER_NAMES },
        uniqueItems: true,
        default: LOGGER_NAMES,
      },
      approaches: APPROACHES,
      replacement: { ...REPLACEMENT_LIST, default: [] },
      trackers: TRACKERS,
    },
    exemptions: {
      tests: testFiles(),
      exemptPaths: paths(),
      mains: mainPackages(),
      exemptPackages: packageNames(["joblog", "logging"]),
    },
    prefilter: ({ loggers, approaches }) => [
      ...loggers.flatMap((logger) => LOGGERS[logger].words),
      ...wordsOf(approaches),
      ...callWordsOf(approaches),
    ],
  },
  create(context, { loggers, approaches: wanted, replacement, trackers }) {
    const { sourceCode, semantics } = context;
    const approaches = new Approaches(wanted, semantics, sourceCode.text);
    const names = wanted.map(({ name }) => name).join(" or ") || "another way";
    const sources = loggerSources(replacement, trackers, sourceCode, semantics);
    const replacements =
      sources.length > 0 ? new Replacements(sourceCode, semantics, sources) : null;
    const asksForSlog = replacement.some((one) => one === "slog");
    const isLoggerItself = loggerOfPackage(semantics.importPath, loggers) !== null;

    /** Returns true for a call of a chain that goes on: the chain is one site. */
    const isContinued = (node: CallExpressionNode): boolean => {
      const outer = withParentheses(node).parent;
      const call = outer?.kind === "selector_expression" ? outer.parent : null;
      if (call?.kind !== "call_expression" || call.function !== outer) return false;
      return approaches.mayCall(calledName(call)) &&
        approaches.of(calleeOf(call, semantics)) !== null
        ? true
        : isContinued(call);
    };

    return {
      call_expression(node) {
        const name = calledName(node);
        const mayFollow = approaches.mayCall(name);
        if (!mayFollow && !isLoggingName(name, loggers)) return;
        const callee = calleeOf(node, semantics);
        const approach = mayFollow ? approaches.of(callee) : null;
        if (approach) {
          if (isLoggerItself || context.exemption !== null || isContinued(node)) return;
          context.attest({ node, verdict: "compliant", approach: approach.name });
          return;
        }
        const isBuiltin = isBuiltinPrint(node, semantics);
        const logger =
          isBuiltin && loggers.includes("fmt") ? "fmt" : loggerOf(callee, semantics, loggers);
        if (!logger || (logger === "fmt" && !writesToStandardStream(node, semantics))) return;
        if (isLoggerItself) {
          context.attest({ node, verdict: "exempt", reason: "the logger's own package" });
        } else if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt" });
        } else {
          const call = shortCall(node);
          const place = { node, approach: logger };
          const otherLogger = asksForSlog ? otherLoggerOf(semantics, loggers) : null;
          if (otherLogger !== null) {
            const data = { logger, call, other: otherLogger };
            const noFixReason = `the file logs through ${otherLogger}`;
            context.report({ ...place, messageId: "directBeside", data, noFixReason });
            return;
          }
          const isPrint = isBuiltin || name.startsWith("F");
          const remedy = () =>
            isPrint && logger === "fmt"
              ? { noFixReason: "it names the stream that it writes to" }
              : remedyOf(replacements?.of(node, logger) ?? null);
          const data = { logger, approaches: names, call };
          context.report({ ...place, messageId: "direct", data, remedy });
        }
      },
    };
  },
});

/** Structured loggers by import paths: a file with one of them has no use for another. */
const STRUCTURED: readonly (readonly [path: RegExp, name: string])[] = [
  [/^go\.uber\.org\/zap$/u, "zap"],
  [/^github\.com\/rs\/zerolog(?:\/log)?$/u, "zerolog"],
  [/^k8s\.io\/klog(?:\/v2)?$/u, "klog"],
  [/^github\.com\/go-logr\/logr$/u, "logr"],
  [/^github\.com\/hashicorp\/go-hclog$/u, "hclog"],
  [/^github\.com\/go-kit\/(?:kit\/)?log$/u, "go-kit"],
];

/** Returns the structured logger that a file imports instead of slog, or null. */
function otherLoggerOf(
  { imports }: SemanticModel,
  unwanted: readonly LoggerName[],
): string | null {
  const paths = imports.map(({ path }) => path);
  if (paths.includes("log/slog") && !unwanted.includes("slog")) return null;
  const found = STRUCTURED.find(([pattern]) => paths.some((path) => pattern.test(path)));
  return found?.[1] ?? null;
}

function remedyOf(replacement: Replacement | null) {
  switch (replacement?.kind) {
    case undefined:
      return {};
    case "manual":
      return { noFixReason: replacement.noFixReason };
    case "fix":
      return { fix: replacement.fix };
    case "suggestion": {
      const { source: messageId, unsafeReason, fix } = replacement;
      return { suggest: [{ messageId, data: { unsafeReason }, fix }] };
    }
  }
}

/** Returns the unwanted logger that a call writes a record with, or null. */
function loggerOf(
  callee: Callee,
  semantics: SemanticModel,
  loggers: readonly LoggerName[],
): LoggerName | null {
  if (callee.kind === "function") {
    const logger = loggerOfPackage(callee.importPath, loggers);
    return logger && LOGGERS[logger].functions.test(callee.name) ? logger : null;
  }
  if (callee.kind === "unknown") return dotImportedLogger(callee, semantics, loggers);
  const { importPath, name: type } = callee.receiver;
  const logger = loggerOfPackage(importPath, loggers);
  if (!logger || !LOGGERS[logger].methods.test(callee.name)) return null;
  return isDirect(callee.operand, type, LOGGERS[logger], semantics) ? logger : null;
}

/**
 * Returns true for a logger from its own package or from the file's. A logger from another
 * package, as `log.G(ctx)`, is that package's way of logging.
 */
function isDirect(
  operand: GoNode,
  type: string,
  { paths, types, origins }: LoggerPackage,
  semantics: SemanticModel,
): boolean {
  if (isOfAnotherFile(operand, paths, semantics)) return false;
  const origin = originOf(operand, semantics, (importPath) => paths.includes(importPath));
  if (origin.kind === "stored") return types.test(type);
  if (!paths.includes(origin.importPath)) {
    return origin.importPath === semantics.importPath && types.test(type);
  }
  return types.test(type) || origins.test(origin.name);
}

/**
 * Returns true for a variable of the package that another file declares, in a file that does
 * not import the logger: its definition is not known.
 */
function isOfAnotherFile(
  operand: GoNode,
  paths: readonly string[],
  semantics: SemanticModel,
): boolean {
  return (
    operand.kind === "identifier" &&
    semantics.resolve(operand) === null &&
    !semantics.imports.some(({ path }) => paths.includes(path))
  );
}

/** Returns a call without its arguments: `log.WithFields(...).Info`. */
function shortCall({ function: callee }: CallExpressionNode): string {
  if (callee.kind !== "selector_expression") return callee.text;
  const { operand } = callee;
  const before =
    operand.kind === "call_expression" ? `${shortCall(operand)}(...)` : operand.text;
  return `${before.replace(/\s+/gu, "")}.${callee.field.text}`;
}
