import {
  argumentsOf,
  calledName,
  calleeOf,
  defineRule,
  mainPackages,
  NAME_PATTERNS,
  NamePatterns,
  packageNames,
  paths,
  STRINGS,
  testFiles,
  type Callee,
  type CallExpressionNode,
  type SemanticModel,
} from "@gopherwood/core";
import { Loggers, LOGGERS_OPTION, loggerTests } from "../loggers/packages.ts";
import { isBuiltinPrint, writesToStandardStream } from "../loggers/print-calls.ts";
import { messageText } from "../records/message.ts";

const LEVELS = ["Trace", "Debug", "Info", "Notice", "Warn", "Warning", "Error"];

const LEVEL_METHOD = new RegExp(`^(?:${LEVELS.join("|")})(?:f|ln|w|Context)?$`, "u");

/** Messages that show whether, and how often, a line is reached. */
const DEFAULT_PATTERNS: readonly string[] = [
  "^\\W*(?:DEBUG|DBG|XXX+|REMOVE ME|DELETE ME)(?!\\])\\s*(?::|>|-|\\W*$)",
  "^\\W*(?:(?:got|i am|i'm|we are|still|right|in|over)\\s+)?here\\s*\\d*\\W*$",
  "^\\W*(?:foo|bar|baz|foobar|asdf+|qwerty|blah?|hello(?:,? world)?|wtf|lol|yay|ping pong)\\s*\\d*\\W*$",
  "[\u{1f525}\u{1f41b}\u{1f41e}\u{1fab2}\u{1f449}\u{1f4a9}\u{1f914}\u{1f937}\u{1f631}\u{1f62d}\u{1f440}]",
];

/** Messages that stand out among others, as a program's own output may have to. */
const DEFAULT_BANNERS: readonly string[] = [
  "^(?:={3}|>{3}|<{3}|#{3}|\\*{3}|!{3}|~{3}|\\+{3}|@{3})",
  "(?:={3}|<{3}|#{3}|\\*{3}|~{3}|\\+{3}|@{3})$",
];

export default defineRule({
  name: "logging/no-debug-leftovers",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow log lines that look like a debugging session's.",
      task: "Delete the log lines of debugging sessions",
      category: "Logging Standards",
    },
    messages: {
      leftover:
        "Remove this line or say what happened: '{{message}}' looks like a debugging session's.",
    },
    options: {
      patterns: {
        description:
          "Regular expressions, of any case, that the messages of a debugging session match.",
        ...STRINGS,
        default: DEFAULT_PATTERNS,
      },
      banners: {
        description:
          "Regular expressions, of any case, for messages of all loggers but fmt, which prints a program's output.",
        ...STRINGS,
        default: DEFAULT_BANNERS,
      },
      loggers: {
        description:
          "The loggers whose calls are judged: the names of known ones, and name patterns of others.",
        ...LOGGERS_OPTION,
      },
      types: {
        description: "Other types whose methods log.",
        ...NAME_PATTERNS,
        default: ["logging.OperationLogger", "logging.OperationContext"],
      },
    },
    exemptions: {
      tests: testFiles(),
      exemptPaths: paths(),
      mains: mainPackages(),
      exemptPackages: packageNames(),
    },
    // Packages that wrap a logger mostly have one of these names.
    prefilter: ({ loggers, types }) => [
      ...loggerTests(loggers),
      ...types.map((pattern) => pattern.slice(0, pattern.lastIndexOf("."))),
      'log"',
      'logger"',
    ],
  },
  create(context, options) {
    const patterns = options.patterns.map((pattern) => new RegExp(pattern, "iu"));
    const banners = options.banners.map((pattern) => new RegExp(pattern, "iu"));
    const { semantics } = context;
    const loggers = new Loggers(options.loggers, semantics);
    const types = new NamePatterns(options.types, semantics);

    return {
      call_expression(node) {
        const name = calledName(node);
        if (!LEVEL_METHOD.test(name) && !loggers.mayWrite(name)) return;
        const message = messageOf(node, name, semantics)?.trim();
        // A message of several lines is a report with a frame around it.
        if (message === undefined || message.includes("\n")) return;
        const isLeftover = patterns.some((pattern) => pattern.test(message));
        if (!isLeftover && !banners.some((banner) => banner.test(message))) return;
        const isBuiltin = loggers.has("fmt") && isBuiltinPrint(node, semantics);
        const logger: CalledLogger | null = isBuiltin
          ? { name: "fmt" }
          : loggerOf(calleeOf(node, semantics), semantics, loggers, types);
        if (logger?.name === "fmt" && !writesToStandardStream(node, semantics)) return;
        if (!logger || (logger.name === "fmt" && !isLeftover)) return;
        if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
        } else if (logger.name === null) {
          context.attest({ node, verdict: "undecided", reason: logger.unknownReason });
        } else {
          const data = { message: message.slice(0, 40) };
          context.report({ node, messageId: "leftover", data });
        }
      },
    };
  },
});

/** Returns the text of a message; before it are a context, for `Log` a level, or a stream. */
function messageOf(
  call: CallExpressionNode,
  name: string,
  semantics: SemanticModel,
): string | null {
  const values = argumentsOf(call);
  const isSecond = name.endsWith("Context") || name.startsWith("Fprint");
  const places = name.startsWith("Log") ? [1, 2] : [isSecond ? 1 : 0];
  for (const place of places) {
    const value = values[place];
    const message = value ? messageText(value, semantics) : null;
    if (message !== null) return message;
  }
  return null;
}

type CalledLogger =
  { readonly name: string } | { readonly name: null; readonly unknownReason: string };

/** Returns the logger that is called, or why it is not known if it may be one; else null. */
function loggerOf(
  callee: Callee,
  semantics: SemanticModel,
  loggers: Loggers,
  types: NamePatterns,
): CalledLogger | null {
  if (callee.kind === "function") return loggers.ofFunction(callee);
  if (callee.kind === "unknown") {
    if (!callee.operand) return loggers.ofDotImport(callee, semantics);
    const { name, reason } = callee;
    return LEVEL_METHOD.test(name) ? { name: null, unknownReason: reason } : null;
  }
  const { receiver } = callee;
  const own = loggers.ofPackage(receiver.importPath);
  const written = own.find(({ methods }) => methods.test(callee.name));
  // A method of a logger's package that writes nothing is no method of another type.
  if (own.length > 0) return written ?? null;
  return types.matches(receiver) ? { name: receiver.name } : null;
}
