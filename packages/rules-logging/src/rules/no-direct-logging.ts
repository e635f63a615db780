import {
  calledName,
  calleeOf,
  defineRule,
  mainPackages,
  packageNames,
  paths,
  testFiles,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { TRACKERS } from "../jobs/options.ts";
import { APPROACHES, Approaches, wordsOf } from "../loggers/approaches.ts";
import { originOf } from "../loggers/origin.ts";
import {
  dotImportedLogger,
  isLoggingName,
  LOGGER_NAMES,
  loggerOfPackage,
  LOGGERS,
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
    ],
  },
  create(context, { loggers, approaches: wanted, replacement, trackers }) {
    const { sourceCode, semantics } = context;
    const approaches = new Approaches(wanted, semantics, sourceCode.text);
    const names = wanted.map(({ name }) => name).join(" or ") || "another way";
    const sources = loggerSources(replacement, trackers, sourceCode, semantics);
    const replacements =
      sources.length > 0 ? new Replacements(sourceCode, semantics, sources) : null;
    const isLoggerItself = loggerOfPackage(semantics.importPath, loggers) !== null;

    return {
      call_expression(node) {
        const name = calledName(node);
        const mayFollow = approaches.mayCall(name);
        if (!mayFollow && !isLoggingName(name, loggers)) return;
        const callee = calleeOf(node, semantics);
        const approach = mayFollow ? approaches.of(callee) : null;
        if (approach) {
          if (isLoggerItself || context.exemption !== null) return;
          context.attest({ node, verdict: "compliant", approach: approach.name });
          return;
        }
        const logger = loggerOf(callee, semantics, loggers);
        if (!logger) return;
        if (isLoggerItself) {
          context.attest({ node, verdict: "exempt", reason: "the logger's own package" });
        } else if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt" });
        } else {
          const data = { logger, approaches: names, call: shortCall(node) };
          const fix = fixKindOf(replacements?.of(node, logger) ?? null);
          context.report({ node, messageId: "direct", data, approach: logger, ...fix });
        }
      },
    };
  },
});

function fixKindOf(replacement: Replacement | null) {
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
  const origin = originOf(operand, semantics, (importPath) => paths.includes(importPath));
  if (origin.kind === "stored") return types.includes(type);
  if (!paths.includes(origin.importPath)) {
    return origin.importPath === semantics.importPath && types.includes(type);
  }
  return types.includes(type) || origins.test(origin.name);
}

/** Returns a call without its arguments: `log.WithFields(...).Info`. */
function shortCall({ function: callee }: CallExpressionNode): string {
  if (callee.kind !== "selector_expression") return callee.text;
  const { operand } = callee;
  const before =
    operand.kind === "call_expression" ? `${shortCall(operand)}(...)` : operand.text;
  return `${before.replace(/\s+/gu, "")}.${callee.field.text}`;
}
