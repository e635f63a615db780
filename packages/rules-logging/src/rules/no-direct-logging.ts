import {
  calledName,
  calleeOf,
  defineRule,
  mainPackages,
  packageNames,
  paths,
  testFiles,
  withParentheses,
  type CallExpressionNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { TRACKERS } from "../jobs/options.ts";
import { APPROACHES, Approaches, callWordsOf, wordsOf } from "../loggers/approaches.ts";
import { loggerOf } from "../loggers/called-logger.ts";
import { Loggers, LOGGERS_OPTION, loggerTests } from "../loggers/packages.ts";
import { isBuiltinPrint, writesToStandardStream } from "../loggers/print-calls.ts";
import { structuredLoggerOf, type StructuredLogger } from "../loggers/structured-logger.ts";
import { REPLACEMENT_LIST, sourceOptionsOf, type SourceName } from "../replacement/options.ts";
import { Replacements, type Replacement } from "../replacement/replacements.ts";
import { loggerSources } from "../replacement/sources.ts";
import { asks, assertReplacements, unwantedOf } from "../replacement/unwanted.ts";

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
      task: "Log through the team's loggers",
      category: "Logging Standards",
    },
    messages: {
      directBeside:
        "Do not call {{logger}} directly ('{{call}}'): log through {{other}} as the rest of this file does.",
      direct: "Do not call {{logger}} directly ('{{call}}'){{instead}}.",
      logger: "Write the record with the logger in scope: {{unsafeReason}}.",
      tracker: "Write the record with the tracker's logger: {{unsafeReason}}.",
      context:
        "Write the record with the context's logger, if the context has one: {{unsafeReason}}.",
      slog: "Write the record with slog: {{unsafeReason}}.",
    },
    options: {
      loggers: {
        description:
          "The loggers that are not wanted: the names of known ones, and name patterns of others.",
        ...LOGGERS_OPTION,
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
    prefilter({ loggers, approaches, replacement }) {
      assertReplacements(replacement, loggers);
      return [...loggerTests(loggers), ...wordsOf(approaches), ...callWordsOf(approaches)];
    },
  },
  create(context, { approaches: wanted, replacement, trackers, ...options }) {
    const { sourceCode, semantics } = context;
    const asksForSlog = asks(replacement, "slog");
    const loggers = new Loggers(unwantedOf(options.loggers, asksForSlog), semantics);
    const approaches = new Approaches(wanted, semantics, sourceCode.text);
    const names = (
      wanted.length > 0
        ? wanted.map(({ name }) => name)
        : replacement.map((option) => SOURCES[sourceOptionsOf(option).use])
    ).join(" or ");
    const instead = names === "" ? "" : `: log through ${names}`;
    const sources = loggerSources(replacement, trackers, sourceCode, semantics);
    const replacements =
      sources.length > 0 ? new Replacements(sourceCode, semantics, sources) : null;
    const otherLogger = asksForSlog ? otherLoggerOf(sourceCode, semantics, loggers) : null;
    const isLoggerItself = loggers.ofPackage(semantics.importPath).length > 0;

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
        if (!mayFollow && !loggers.mayWrite(name)) return;
        const approach = mayFollow ? approaches.of(calleeOf(node, semantics)) : null;
        if (approach) {
          if (isLoggerItself || context.exemption !== null || isContinued(node)) return;
          context.attest({ node, verdict: "compliant", approach: approach.name });
          return;
        }
        const isBuiltin = isBuiltinPrint(node, semantics);
        const logger =
          isBuiltin && loggers.has("fmt") ? "fmt" : loggerOf(node, semantics, loggers);
        if (!logger || (logger === "fmt" && !writesToStandardStream(node, semantics))) return;
        if (isLoggerItself) {
          context.attest({ node, verdict: "exempt", reason: "the logger's own package" });
        } else if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
        } else {
          const call = shortCall(node);
          const place = { node, approach: logger };
          if (otherLogger?.writes) {
            const data = { logger, call, other: otherLogger.name };
            const noFixReason = `the file logs through ${otherLogger.name}`;
            context.report({ ...place, messageId: "directBeside", data, noFixReason });
            return;
          }
          const isPrint = isBuiltin || name.startsWith("F");
          const noFixReason = otherLogger
            ? `the file uses ${otherLogger.name} too`
            : isPrint && logger === "fmt"
              ? "it names the stream that it writes to"
              : REWRITTEN.includes(logger)
                ? null
                : `calls of ${logger} are not rewritten`;
          const remedy = () =>
            noFixReason === null
              ? remedyOf(replacements?.of(node, logger) ?? null)
              : { noFixReason };
          const data = { logger, call, instead };
          context.report({ ...place, messageId: "direct", data, remedy });
        }
      },
    };
  },
});

/** The loggers that calls are replaced with, in messages. */
const SOURCES: Readonly<Record<SourceName, string>> = {
  logger: "the logger in scope",
  tracker: "the tracker's logger",
  context: "the context's logger",
  slog: "slog",
};

/** The loggers whose calls can be written with another logger. */
const REWRITTEN: readonly string[] = LOGGERS_OPTION.default;

/** Returns the structured logger that a file uses instead of slog, or null. */
function otherLoggerOf(
  sourceCode: GoSourceCode,
  semantics: SemanticModel,
  unwanted: Loggers,
): StructuredLogger | null {
  const importsSlog = semantics.importPaths.includes("log/slog");
  return importsSlog && !unwanted.has("slog")
    ? null
    : structuredLoggerOf(sourceCode, semantics, unwanted);
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

/** Returns a call without its arguments: `log.WithFields(...).Info`. */
function shortCall({ function: callee }: CallExpressionNode): string {
  if (callee.kind !== "selector_expression") return callee.text;
  const { operand } = callee;
  const before =
    operand.kind === "call_expression" ? `${shortCall(operand)}(...)` : operand.text;
  return `${before.replace(/\s+/gu, "")}.${callee.field.text}`;
}
