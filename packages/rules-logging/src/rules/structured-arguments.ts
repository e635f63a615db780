import {
  argumentsOf,
  calledName,
  defineRule,
  type CallExpressionNode,
  type GoNode,
} from "@gopherwood/core";
import { ConstantValues } from "../records/constant-values.ts";
import { formatOf } from "../records/message.ts";
import {
  namesOfCalls,
  PAIR_LOGGERS,
  pairCallOf,
  pairCallTests,
} from "../records/pair-loggers.ts";
import { PAIR_CHECKS, problemsOf, type PairProblem } from "../records/pair-problems.ts";
import { readCallPairs } from "../records/pairs.ts";
import { SliceElements } from "../records/slice-elements.ts";

const CHECKS = [...PAIR_CHECKS, "formatted-message"] as const;

export default defineRule({
  name: "logging/structured-arguments",
  meta: {
    type: "problem",
    docs: {
      description: "Require pairs of a string key and a value where a logger takes pairs.",
      task: "Complete the pairs of keys and values in log calls",
      category: "Logging Standards",
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
        "Write a constant message and log the values as pairs: records with a message of their own cannot be found together.",
      error:
        "Log '{{argument}}.Error()' if your handler marshals values as JSON: of an error it may keep nothing but '{}'.",
      fix: "Write '{{text}}'.",
    },
    options: {
      checks: {
        description: "The checks to run.",
        type: "array",
        items: { enum: CHECKS },
        uniqueItems: true,
        default: ["missing-value", "non-string-key", "duplicate-key", "formatted-message"],
      },
      loggers: PAIR_LOGGERS,
      errorKey: {
        description: "The key for an error that stands without one.",
        type: "string",
        default: "error",
      },
    },
    prefilter: ({ loggers }) => pairCallTests(loggers),
  },
  create(context, { checks, loggers, errorKey }) {
    const { sourceCode, semantics } = context;
    const names = new Set(namesOfCalls(loggers));
    const slices = new SliceElements(sourceCode, semantics);
    const constants = new ConstantValues(sourceCode, semantics);

    function report({ check, node, messageId, data, before = "", after = "" }: PairProblem) {
      const text = before + node.text + after;
      const place = { node, messageId, data };
      if (text === node.text) {
        context.report({ ...place, noFixReason: "the missing part is not known" });
      } else if (check === "error-value") {
        // An error that is nil has no method to call.
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
        const noFixReason = "the values need keys";
        context.report({ node, messageId: "formatted", noFixReason });
      }
    }

    /** Returns the call that makes a message of values, unless they never vary; or null. */
    function varyingFormatOf(message: GoNode): CallExpressionNode | null {
      const format = formatOf(message, semantics);
      if (!format) return null;
      const values = argumentsOf(format);
      const isConstant = values.length > 1 && values.every((value) => constants.has(value));
      return isConstant ? null : format;
    }

    return {
      call_expression(node) {
        if (!names.has(calledName(node))) return;
        const read = pairCallOf(node, semantics, loggers);
        if (!read) return;
        const call = node.function.text.replace(/\s+/gu, "");
        const values = argumentsOf(node);
        const { elements, slice } = readCallPairs(values, read, slices, semantics);
        const problems = problemsOf(elements, semantics, errorKey).filter(({ check }) =>
          checks.includes(check),
        );
        for (const { data, ...problem } of problems) {
          // The slice may be in use elsewhere: no argument of it is changed.
          const place = slice ? { node: slice, before: "", after: "" } : {};
          report({ ...problem, ...place, data: { call, ...data } });
        }
        const message = values[read.message];
        const format =
          checks.includes("formatted-message") && message ? varyingFormatOf(message) : null;
        const isForwarded = format && argumentsOf(format).at(-1)?.kind === "variadic_argument";
        if (format && !isForwarded) reportFormat(format);
        if (isForwarded && problems.length === 0) {
          const reason = "a caller gives the format and its values";
          context.attest({ node, verdict: "undecided", reason });
        }
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

/** Returns the only argument of a call if it is a literal without a verb, or null. */
function plainMessage(call: CallExpressionNode): GoNode | null {
  const [only, ...others] = argumentsOf(call);
  const isText = only && /_string_literal$/u.test(only.kind) && !only.text.includes("%");
  return isText && others.length === 0 ? only : null;
}
