import {
  calleeOf,
  defineLegacyRule,
  matchesName,
  semanticsOf,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  NAME_PATTERN_LIST,
  STRING_LIST,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { dotImportedLogger, loggerOfPackage, LOGGERS, type LoggerName } from "../loggers.ts";
import { constantString } from "../strings.ts";

export interface Options extends Exemptions {
  /** Expressions that the messages of a debugging session match. */
  readonly patterns: readonly string[];
  /** Expressions that such messages of all loggers but `fmt` match. */
  readonly banners: readonly string[];
  /** The loggers whose calls are looked at. */
  readonly loggers: readonly LoggerName[];
  /** Other types whose methods log, as name patterns. */
  readonly types: readonly string[];
}

const LEVELS = ["Trace", "Debug", "Info", "Notice", "Warn", "Warning", "Error"];

const LEVEL_METHOD = new RegExp(`^(?:${LEVELS.join("|")})(?:f|ln|w|Context)?$`, "u");

/** What people write to see whether, and how often, a line is reached. */
const DEFAULT_PATTERNS: readonly string[] = [
  "^\\W*(?:DEBUG|DBG|XXX+|REMOVE ME|DELETE ME)(?!\\])\\s*(?::|>|-|\\W*$)",
  "^\\W*(?:(?:got|i am|i'm|we are|still|right|in|over)\\s+)?here\\s*\\d*\\W*$",
  "^\\W*(?:foo|bar|baz|foobar|asdf+|qwerty|blah?|hello(?:,? world)?|wtf|lol|yay|ping pong)\\s*\\d*\\W*$",
  "[\u{1f525}\u{1f41b}\u{1f41e}\u{1fab2}\u{1f449}\u{1f4a9}\u{1f914}\u{1f937}\u{1f631}\u{1f62d}\u{1f440}]",
];

/** Lines that stand out among others, which a program's own output may have to. */
const DEFAULT_BANNERS: readonly string[] = [
  "^(?:={3}|>{3}|<{3}|#{3}|\\*{3}|!{3}|~{3}|\\+{3}|@{3})",
  "(?:={3}|<{3}|#{3}|\\*{3}|~{3}|\\+{3}|@{3})$",
];

export default defineLegacyRule<[Options], "leftover">({
  name: "logging/no-debug-leftovers",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow log lines that look like a debugging session's.",
      category: "Logging Standards",
      recommended: true,
    },
    messages: {
      leftover:
        "Remove this line or say what happened: '{{message}}' looks like a debugging session's.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          patterns: {
            description:
              "Regular expressions, of any case, that the messages of a debugging session match.",
            ...STRING_LIST,
          },
          banners: {
            description:
              "Regular expressions, of any case, for messages of all loggers but fmt, which prints a program's output.",
            ...STRING_LIST,
          },
          loggers: {
            description: "The loggers whose calls are looked at.",
            type: "array",
            items: { enum: Object.keys(LOGGERS) },
            uniqueItems: true,
          },
          types: { description: "Other types whose methods log.", ...NAME_PATTERN_LIST },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        patterns: DEFAULT_PATTERNS,
        banners: DEFAULT_BANNERS,
        loggers: ["logrus", "slog", "log", "fmt"],
        types: ["logging.OperationLogger", "logging.OperationContext"],
        exemptPaths: [],
        exemptPackages: [],
        tests: false,
        mains: false,
      },
    ],
    // Packages that wrap a logger are mostly called so.
    prefilter: ([{ loggers, types }]) => [
      ...loggers.flatMap((logger) => LOGGERS[logger].words),
      ...types.map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
      'log"',
      'logger"',
    ],
  },
  create(context) {
    const [options] = context.options;
    const [patterns, banners] = [options.patterns, options.banners].map((list) =>
      list.map((pattern) => new RegExp(pattern, "iu")),
    ) as [RegExp[], RegExp[]];
    const semantics = semanticsOf(context.sourceCode);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);

    return {
      call_expression(node) {
        const { arguments: list, function: callee } = node;
        const name = callee.kind === "selector_expression" ? callee.field.text : callee.text;
        if (!isLoggingName(name, options.loggers)) return;
        const message = messageOf(name, list, semantics)?.trim();
        // A message of several lines is a report with a frame around it.
        if (message === undefined || message.includes("\n")) return;
        const isLeftover = patterns.some((pattern) => pattern.test(message));
        if (!isLeftover && !banners.some((banner) => banner.test(message))) return;
        const found = judge(node, semantics, options);
        if (found === "other" || (found === "fmt" && !isLeftover)) return;
        if (exemption) {
          context.attest({ node, verdict: "exempt", reason: exemption });
        } else if (typeof found === "object") {
          context.attest({ node, verdict: "undecided", reason: found.reason });
        } else {
          const data = { message: message.slice(0, 40) };
          context.report({ node, messageId: "leftover", data });
        }
      },
    };
  },
});

function isLoggingName(name: string, loggers: readonly LoggerName[]): boolean {
  return (
    LEVEL_METHOD.test(name) ||
    loggers.some(
      (logger) => LOGGERS[logger].functions.test(name) || LOGGERS[logger].methods.test(name),
    )
  );
}

/** The message, if it is constant; slog has a context before it, `Log` a level. */
function messageOf(name: string, list: GoNode, semantics: SemanticModel): string | null {
  const values = list.namedChildren.filter(({ kind }) => kind !== "comment");
  const places = name.startsWith("Log") ? [1, 2] : [name.endsWith("Context") ? 1 : 0];
  for (const place of places) {
    const value = values[place];
    const message = value ? constantString(value, semantics) : null;
    if (message !== null) return message;
  }
  return null;
}

type Judgement = LoggerName | "type" | "other" | Extract<Callee, { kind: "unknown" }>;

/** The logger that is called, or why it is not known to be one. */
function judge(
  call: CallExpressionNode,
  semantics: SemanticModel,
  { loggers, types }: Options,
): Judgement {
  const callee = calleeOf(call, semantics);
  const { name } = callee;
  if (callee.kind === "unknown") {
    if (callee.operand) return LEVEL_METHOD.test(name) ? callee : "other";
    return dotImportedLogger(callee, semantics, loggers) ?? "other";
  }
  if (callee.kind === "function") {
    const logger = loggerOfPackage(callee.importPath, loggers);
    return logger && LOGGERS[logger].functions.test(name) ? logger : "other";
  }
  const { receiver } = callee;
  const logger = loggerOfPackage(receiver.importPath, loggers);
  if (logger) return LOGGERS[logger].methods.test(name) ? logger : "other";
  const isLogger = types.some((type) => matchesName(type, receiver, semantics.packageName));
  return isLogger ? "type" : "other";
}
