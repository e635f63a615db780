import {
  calledName,
  calleeOf,
  defineLegacyRule,
  NAME_PATTERN_LIST,
  semanticsOf,
  STRING_LIST,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
} from "@gopherwood/core";
import { PAIR_LOGGERS, pairCallOf, type PairLogger } from "../pair-loggers.ts";
import {
  problemsOf,
  type PairCheck,
  type PairMessageId,
  type PairProblem,
} from "../pair-problems.ts";
import { readPairs } from "../pairs.ts";

type Check = PairCheck | "formatted-message";

export interface Options {
  /** What is looked for. */
  readonly checks: readonly Check[];
  /** The loggers that take pairs. */
  readonly loggers: readonly PairLogger[];
  /** The key that an error gets which stands without one. */
  readonly errorKey: string;
}

const CHECKS: readonly Check[] = [
  "missing-value",
  "non-string-key",
  "duplicate-key",
  "formatted-message",
  "error-value",
];

export default defineLegacyRule<[Options], PairMessageId | "formatted" | "fix">({
  name: "logging/structured-arguments",
  meta: {
    type: "problem",
    docs: {
      description: "Require pairs of a string key and a value where a logger takes pairs.",
      category: "Logging Standards",
      recommended: true,
    },
    fixable: "code",
    hasSuggestions: true,
    messages: {
      alone: "Give the key '{{key}}' a value: '{{call}}' takes pairs of a key and a value.",
      noKey:
        "Put a string key here: '{{call}}' takes pairs of a key and a value, and '{{argument}}' is of type {{type}}.",
      typedKey:
        "Convert the key: '{{call}}' takes a string, and '{{argument}}' is of type {{type}}.",
      errorAlone: "Put a key before the error '{{argument}}', such as \"{{errorKey}}\".",
      duplicate: "Use another key: '{{key}}' is in this record already.",
      formatted:
        "Write a constant message and give what varies as pairs: records with a message of their own cannot be found together.",
      error: "Log '{{argument}}.Error()': of the error itself nothing but '{}' is kept.",
      fix: "Write '{{text}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          checks: {
            description: "What is looked for.",
            type: "array",
            items: { enum: CHECKS },
            uniqueItems: true,
          },
          loggers: {
            description: "The loggers that take pairs.",
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["calls"],
              properties: {
                packages: {
                  description: "Import paths of packages whose functions these are.",
                  ...STRING_LIST,
                },
                types: {
                  description: "The types whose methods these are.",
                  ...NAME_PATTERN_LIST,
                },
                calls: {
                  description:
                    "What each function or method takes: 'message', 'pairs' (the rest), and any word for what stands between.",
                  type: "object",
                  additionalProperties: { type: "string" },
                },
              },
            },
          },
          errorKey: {
            description: "The key that an error gets which stands without one.",
            type: "string",
          },
        },
      },
    ],
    defaultOptions: [
      {
        checks: CHECKS.filter((check) => check !== "error-value"),
        loggers: PAIR_LOGGERS,
        errorKey: "error",
      },
    ],
    prefilter: ([{ loggers }]) => namesOfCalls(loggers).map((name) => `${name}(`),
  },
  create(context) {
    const [{ checks, loggers, errorKey }] = context.options;
    const semantics = semanticsOf(context.sourceCode);
    const names = new Set(namesOfCalls(loggers));

    function report({ check, node, messageId, data, before = "", after = "" }: PairProblem) {
      const text = before + node.text + after;
      const place = { node, messageId, data };
      if (text === node.text) {
        context.report({ ...place, noFixReason: "what is missing is not known" });
      } else if (check === "error-value") {
        // An error that is nil has nothing to call.
        context.report({
          ...place,
          suggest: [
            {
              messageId: "fix",
              data: { text },
              fix: (fixer) => fixer.replaceText(node, text),
            },
          ],
        });
      } else {
        context.report({ ...place, fix: (fixer) => fixer.replaceText(node, text) });
      }
    }

    function reportFormat(node: CallExpressionNode) {
      const message = plainMessage(node);
      if (message && !/ln$/u.test(node.function.text)) {
        context.report({
          node,
          messageId: "formatted",
          fix(fixer) {
            fixer.dropImportIfUnused("fmt");
            return fixer.replaceText(node, message.text);
          },
        });
      } else {
        const noFixReason = "what varies needs keys";
        context.report({ node, messageId: "formatted", noFixReason: noFixReason });
      }
    }

    return {
      call_expression(node) {
        if (!names.has(calledName(node))) return;
        const callee = calleeOf(node, semantics);
        const read = pairCallOf(callee, semantics, loggers);
        if (!read) return;
        const call = node.function.text.replace(/\s+/gu, "");
        const values = node.arguments.namedChildren.filter(({ kind }) => kind !== "comment");
        const elements = read.pairs < 0 ? [] : readPairs(values.slice(read.pairs), semantics);
        const problems = problemsOf(elements, semantics, errorKey).filter(({ check }) =>
          checks.includes(check),
        );
        for (const problem of problems) {
          report({ ...problem, data: { call, ...problem.data } });
        }
        const message = values[read.message];
        const format =
          checks.includes("formatted-message") && message ? formatOf(message, semantics) : null;
        if (format) reportFormat(format);
        if (format || problems.length > 0) return;
        const unknown = elements.find((element) => element.kind === "unknown");
        context.attest(
          unknown
            ? { node, verdict: "undecided", reason: unknown.reason }
            : { node, verdict: "compliant" },
        );
      },
    };
  },
});

/** The call that makes a message of values, `fmt.Sprintf` or its like, or null. */
function formatOf(message: GoNode, semantics: SemanticModel): CallExpressionNode | null {
  if (message.kind !== "call_expression") return null;
  const callee = calleeOf(message, semantics);
  const isFormat =
    callee.kind === "function" &&
    callee.importPath === "fmt" &&
    callee.name.startsWith("Sprint");
  return isFormat ? message : null;
}

/** The message of a call that is given nothing else, and no verb. */
function plainMessage({ arguments: list }: CallExpressionNode): GoNode | null {
  const [only, ...others] = list.namedChildren;
  const isText = only && /_string_literal$/u.test(only.kind) && !only.text.includes("%");
  return isText && others.length === 0 ? only : null;
}

function namesOfCalls(loggers: readonly PairLogger[]): string[] {
  return [...new Set(loggers.flatMap((logger) => Object.keys(logger.calls)))];
}
