import {
  calledName,
  calleeOf,
  defineLegacyRule,
  NAME_PATTERN_LIST,
  semanticsOf,
  STRING_LIST,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import {
  Approaches,
  DEFAULT_APPROACHES,
  originOf,
  wordsOf,
  type Approach,
} from "../approaches.ts";
import { exemptionOf, type Exemptions } from "../exemptions.ts";
import { DEFAULT_TRACKERS } from "../jobs.ts";
import {
  dotImportedLogger,
  loggerOfPackage,
  LOGGERS,
  type LoggerName,
  type LoggerPackage,
} from "../loggers.ts";
import {
  REPLACEMENT_LIST,
  type ReplacementOption,
  type SourceName,
} from "../replacement/options.ts";
import { Replacements, type Replacement } from "../replacement/replacements.ts";
import { loggerSources } from "../replacement/sources.ts";

export interface Options extends Exemptions {
  /** The loggers that are not wanted. */
  readonly loggers: readonly LoggerName[];
  /** The ways of logging that are. */
  readonly approaches: readonly Approach[];
  /** What a call is replaced with: the first of these that can be. */
  readonly replacement: readonly ReplacementOption[];
  /** The types that give loggers for contexts. */
  readonly trackers: readonly string[];
}

/** Source: the logging standards of the failover systems assessment. */
export default defineLegacyRule<[Options], "direct" | SourceName>({
  name: "logging/no-direct-logging",
  meta: {
    type: "suggestion",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description:
        "Disallow direct calls of loggers that the team does not use in operation code.",
      category: "Logging Standards",
      recommended: true,
    },
    messages: {
      direct: "Do not call {{logger}} directly ('{{call}}'): log through {{approaches}}.",
      logger: "Write the record with the logger in scope: {{doubt}}.",
      tracker: "Write the record with the tracker's logger: {{doubt}}.",
      context: "Write the record with the context's logger, if the context has one: {{doubt}}.",
      slog: "Write the record with slog: {{doubt}}.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          loggers: {
            description: "The loggers that are not wanted.",
            type: "array",
            items: { enum: Object.keys(LOGGERS) },
            uniqueItems: true,
          },
          approaches: {
            description: "The ways of logging that are wanted: their calls are compliant.",
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["name"],
              properties: {
                name: { description: "What reports call it.", type: "string" },
                functions: {
                  description:
                    "Functions whose calls count; they give a logger of this approach.",
                  ...NAME_PATTERN_LIST,
                },
                types: { description: "Types of this approach.", ...NAME_PATTERN_LIST },
                methods: {
                  description: "Methods of these types whose calls count.",
                  ...STRING_LIST,
                },
                loggers: {
                  description: "Methods of these types that give a logger.",
                  ...STRING_LIST,
                },
              },
            },
          },
          replacement: REPLACEMENT_LIST,
          trackers: {
            description: "The types whose method 'Logger' gives loggers for contexts.",
            ...NAME_PATTERN_LIST,
          },
          exemptPaths: {
            description: "Globs of files that may log directly.",
            ...STRING_LIST,
          },
          exemptPackages: {
            description: "Names of packages that may log directly, such as the logger's own.",
            ...STRING_LIST,
          },
          tests: { description: "Look at _test.go files as well.", type: "boolean" },
          mains: { description: "Look at main packages as well.", type: "boolean" },
        },
      },
    ],
    defaultOptions: [
      {
        loggers: ["logrus", "slog", "log", "fmt"],
        approaches: DEFAULT_APPROACHES,
        replacement: [],
        trackers: DEFAULT_TRACKERS,
        exemptPaths: [],
        exemptPackages: ["joblog", "logging"],
        tests: false,
        mains: false,
      },
    ],
    prefilter: ([{ loggers, approaches }]) => [
      ...loggers.flatMap((logger) => LOGGERS[logger].words),
      ...wordsOf(approaches),
    ],
  },
  create(context) {
    const [options] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const approaches = new Approaches(options.approaches, semantics, context.sourceCode.text);
    const wanted = options.approaches.map(({ name }) => name).join(" or ") || "another way";
    const { sourceCode } = context;
    const sources = loggerSources(options.replacement, options.trackers, sourceCode, semantics);
    const replacements =
      sources.length > 0 ? new Replacements(sourceCode, semantics, sources) : null;
    const exemption =
      loggerOfPackage(semantics.importPath, options.loggers) === null
        ? exemptionOf(context.filename, semantics.packageName, options)
        : "the logger's own package";

    return {
      call_expression(node) {
        const name = calledName(node);
        const mayFollow = approaches.mayCall(name);
        if (!mayFollow && !isLoggingName(name, options.loggers)) return;
        const callee = calleeOf(node, semantics);
        const approach = mayFollow ? approaches.of(callee) : null;
        if (approach) {
          if (exemption) return;
          context.attest({ node, verdict: "compliant", approach: approach.name });
          return;
        }
        const logger = loggerOf(callee, semantics, options.loggers);
        if (!logger) return;
        if (exemption) {
          context.attest({ node, verdict: "exempt", reason: exemption });
        } else {
          const data = { logger, approaches: wanted, call: shortCall(node) };
          const fix = fixKindOf(replacements?.of(node, logger) ?? null);
          context.report({ node, messageId: "direct", data, approach: logger, ...fix });
        }
      },
    };
  },
});

function fixKindOf(replacement: Replacement | null) {
  if (replacement === null) return {};
  if (replacement.kind === "none") return { noFixReason: replacement.reason };
  const { source: messageId, doubt, fix } = replacement;
  return doubt === null ? { fix } : { suggest: [{ messageId, data: { doubt }, fix }] };
}

function isLoggingName(name: string, loggers: readonly LoggerName[]): boolean {
  return loggers.some(
    (logger) => LOGGERS[logger].functions.test(name) || LOGGERS[logger].methods.test(name),
  );
}

/** The unwanted logger that a call writes a record with, or null. */
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
 * True for a logger that its own package made, or that the file's package keeps. What
 * another package hands out, as `log.G(ctx)`, is that package's way of logging.
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

/** The call without its arguments: `log.WithFields(...).Info`. */
function shortCall({ function: callee }: CallExpressionNode): string {
  if (callee.kind !== "selector_expression") return callee.text;
  const { operand } = callee;
  const before =
    operand.kind === "call_expression" ? `${shortCall(operand)}(...)` : operand.text;
  return `${before.replace(/\s+/gu, "")}.${callee.field.text}`;
}
