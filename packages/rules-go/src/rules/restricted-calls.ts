import {
  calledName,
  calleeOf,
  CalleePatterns,
  calleeWords,
  defineRule,
  functionNamed,
  NAME_PATTERNS,
  withoutIndex,
  withoutParentheses,
  withoutPointer,
  withParentheses,
  type Callee,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import { replaceName, REPLACEMENT, wantedNames } from "../options/replacement.ts";
import { judgeName, nameRestrictionsOf } from "../options/restriction.ts";
import { MESSAGE, messageText, SCOPE } from "../options/scope.ts";

export default defineRule({
  name: "go/restricted-calls",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description: "Disallow calls of functions and methods that the team has other ones for.",
      task: "Replace the restricted calls",
      category: "Team Rules",
    },
    messages: {
      call: "Do not call '{{name}}': {{message}}.",
      use: "Do not use '{{name}}': {{message}}.",
      replace: "Use '{{replacement}}'.",
    },
    options: {
      restrictions: {
        description: "The restrictions; of several that match a call, the first counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["functions", "message"],
          properties: {
            functions: {
              description:
                "The functions and methods, with '*' in the name: 'net/http.Get', 'database/sql.DB.Query*'.",
              ...NAME_PATTERNS,
              minItems: 1,
            },
            message: MESSAGE,
            instead: {
              description: "The functions and methods to call instead, which reports count.",
              ...NAME_PATTERNS,
            },
            ...REPLACEMENT,
            ...SCOPE,
          },
        },
        default: [],
      },
    },
    prefilter: ({ restrictions }) =>
      restrictions.flatMap((entry) => calleeWords([...entry.functions, ...wantedNames(entry)])),
  },
  create(context, options) {
    const { semantics } = context;
    const restrictions = nameRestrictionsOf(
      options.restrictions,
      context,
      ({ functions }) => functions,
      CalleePatterns,
    );

    /** @param node The call, or the name of a function that is not called here. */
    function judgeNamed(node: GoNode, name: string, readCallee: () => Callee): void {
      const relevant = restrictions.filter(
        ({ restricted, wanted }) => restricted.mayMatch(name) || wanted.mayMatch(name),
      );
      if (!relevant.some(({ scope }) => scope.includes(node))) return;
      const callee = readCallee();
      const outcome = judgeName(node, callee, relevant, context);
      const isCall = node.kind === "call_expression";
      const named = isCall ? withoutIndex(withoutParentheses(node.function)) : node;
      if (outcome.kind === "broken") {
        const { restriction, approach } = outcome;
        const path = callee.kind === "function" ? callee.importPath : null;
        context.report({
          node,
          messageId: isCall ? "call" : "use",
          approach,
          data: { name: oneLine(named.text), message: messageText(restriction.message) },
          ...replaceName(named, path, restriction, semantics, "replace"),
        });
      } else if (outcome.kind === "unrelated" && isCall && callee.kind === "unknown") {
        const mayBe = relevant.some(({ restricted }) => restricted.mayMatch(name));
        if (mayBe && isUndecided(named, semantics)) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
      }
    }

    return {
      call_expression(node) {
        const name = calledName(node);
        if (name !== "") judgeNamed(node, name, () => calleeOf(node, semantics));
      },
      selector_expression(node) {
        if (isCalled(node)) return;
        judgeNamed(node, node.field.text, () => functionNamed(node, semantics));
      },
    };
  },
});

/** Returns false for a function value, and for a value whose type has no name and no methods. */
function isUndecided(named: GoNode, semantics: SemanticModel): boolean {
  return named.kind === "selector_expression"
    ? withoutPointer(semantics.typeOf(named.operand)).kind === "unknown"
    : named.kind === "identifier" && semantics.resolve(named) === null;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}

/** Returns true for the name of a function that a call calls, with type arguments or without. */
function isCalled(name: GoNode): boolean {
  const function_ = withParentheses(name);
  const { parent } = function_;
  const callee = parent && withoutIndex(parent) === name ? withParentheses(parent) : function_;
  return callee.parent?.kind === "call_expression" && callee.parent.function === callee;
}
