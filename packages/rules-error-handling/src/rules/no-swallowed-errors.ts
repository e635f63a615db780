import {
  defineLegacyRule,
  EXEMPT_FILES,
  fileExemption,
  semanticsOf,
  assignmentTargetsOf,
  type ExemptFiles,
  type GoNode,
  type IfStatementNode,
} from "@gopherwood/core";
import { ErrorUses } from "../error-uses.ts";
import { isError, itemsOf, withoutParentheses } from "../errors.ts";
import { returnOf } from "../returns.ts";

/** What a branch may do about an error without a word of it, the strongest first. */
const ANSWERS = [
  [["return_statement", "goto_statement"], "returns"],
  [["call_expression"], "calls"],
  [["assignment_statement", "inc_statement", "send_statement"], "falls back"],
] as const;

/** Functions that are called to see whether something is so; by custom of their names. */
const QUESTION =
  /(?:^|\.)(?:Access|Atoi|L?[Ee]xists|LookPath|Lookup\w*|L?stat|L?Stat|Parse\w*)$/u;

const OF_FAILURE =
  /\b(?:best.effort|can(?:no|')t|does(?:n't| not)|errors?|fails?|failed|if|ignored?|ignoring|invalid|not|only|otherwise|skip(?:ped|ping)?|unless)\b/iu;

export default defineLegacyRule<[ExemptFiles], "swallowed" | "return">({
  name: "error-handling/no-swallowed-errors",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow branches for an error that do nothing about it.",
      category: "Error Handling",
      recommended: true,
    },
    messages: {
      swallowed:
        "Return '{{error}}', log it, or say in a comment why nothing is to be done about it.",
      return: "Return '{{error}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: EXEMPT_FILES,
      },
    ],
    defaultOptions: [{ exemptPaths: [], tests: false }],
    prefilter: ["!= nil", "!=nil", "nil !="],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const uses = new ErrorUses(semantics, sourceCode);
    const exemption = fileExemption(context.filename, options);

    /** The errors that a condition finds to be there: of `a && err != nil`, `err`. */
    function errorsFound(expression: GoNode): GoNode[] {
      const condition = withoutParentheses(expression);
      if (condition.kind !== "binary_expression") return [];
      const { left, operator, right } = condition;
      if (operator.text === "&&") return [...errorsFound(left), ...errorsFound(right)];
      if (operator.text !== "!=") return [];
      const error = right.kind === "nil" ? left : left.kind === "nil" ? right : null;
      return error?.kind === "identifier" && isError(semantics.typeOf(error)) ? [error] : [];
    }

    /** True if a comment in the branch, or just above it, says why. */
    function isExplained({ consequence, initializer, loc }: IfStatementNode): boolean {
      const { comments } = sourceCode;
      if (comments.some(({ range }) => isWithin(range, consequence.range))) return true;
      let line = loc.start.line - 1;
      let above = "";
      for (const comment of comments.toReversed()) {
        if (comment.loc.end.line !== line) continue;
        above = comment.text + above;
        line = comment.loc.start.line - 1;
      }
      // What stands above a call may be about the call, and not about its error.
      return initializer === null ? above !== "" : OF_FAILURE.test(above);
    }

    /** The question that the error is an answer to: whether a text is a number, a file is there. */
    function questionOf(error: GoNode, { initializer, parent, range }: IfStatementNode) {
      const statement =
        initializer ?? parent?.namedChildren.findLast((other) => other.range[1] <= range[0]);
      if (!statement) return null;
      const call = sourceCode.tree
        .nodesOfKind(["call_expression"], statement)
        .find((one) => assignmentTargetsOf(one).at(-1)?.text === error.text);
      const name = call?.function.text ?? "";
      return QUESTION.test(name) ? name : null;
    }

    /** What a branch does that does not mention the error; null for nothing. */
    function answerOf(block: GoNode): string | null {
      const [, approach = null] =
        ANSWERS.find(([kinds]) => sourceCode.tree.nodesOfKind(kinds, block).length > 0) ?? [];
      return approach;
    }

    function reasonFor(error: GoNode, node: IfStatementNode): string | null {
      if (isExplained(node)) return "explained by a comment";
      const question = itemsOf(node.consequence).length > 0 ? questionOf(error, node) : null;
      return question && `the error answers a question: ${question}`;
    }

    return {
      if_statement(node) {
        const [error] = errorsFound(node.condition);
        if (!error) return;
        const { condition, consequence } = node;
        const approach = uses.isUsed(error, node) ? "uses the error" : answerOf(consequence);
        if (approach !== null) {
          context.attest({ node: condition, verdict: "compliant", approach });
          return;
        }
        const reason = exemption ?? reasonFor(error, node);
        if (reason !== null) {
          context.attest({ node: condition, verdict: "exempt", reason });
          return;
        }
        const statement = returnOf(error.text, node, semantics);
        const data = { error: error.text };
        if (statement === null || itemsOf(consequence).length > 0) {
          const noFixReason = "what is to be done about the error is not known";
          context.report({
            node: condition,
            messageId: "swallowed",
            data,
            noFixReason: noFixReason,
          });
          return;
        }
        context.report({
          node: condition,
          messageId: "swallowed",
          data,
          suggest: [
            {
              messageId: "return",
              data,
              fix: (fixer) => fixer.replaceText(consequence, `{ ${statement} }`),
            },
          ],
        });
      },
    };
  },
});

function isWithin(
  [start, end]: GoNode["range"],
  [outerStart, outerEnd]: GoNode["range"],
): boolean {
  return start > outerStart && end < outerEnd;
}
