import {
  assignmentTargetsOf,
  contains,
  defineRule,
  paths,
  statementsOf,
  testFiles,
  type GoNode,
  type GoSourceCode,
  type IfStatementNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { ErrorUses } from "../branches/error-uses.ts";
import { errorsNotNil } from "../branches/nil-guard.ts";
import { errorReturnStart } from "../suggestions/error-return.ts";
import { refused, suggestionFor, type Proposal } from "../suggestions/proposal.ts";

/** What a branch may do about an error without naming it, the strongest first. */
const APPROACHES = [
  [["return_statement", "goto_statement"], "returns"],
  [["call_expression"], "calls"],
  [["assignment_statement", "inc_statement", "send_statement"], "falls back"],
] as const;

/** Functions that answer whether something is so, by the custom of their names. */
const QUESTION =
  /(?:^|\.)(?:Access|Atoi|L?[Ee]xists|LookPath|Lookup\w*|L?stat|L?Stat|Parse\w*)$/u;

const SPEAKS_OF_FAILURE =
  /\b(?:best.effort|can(?:no|')t|does(?:n't| not)|errors?|fails?|failed|if|ignored?|ignoring|invalid|not|only|otherwise|skip(?:ped|ping)?|unless)\b/iu;

export default defineRule({
  name: "error-handling/no-swallowed-errors",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow branches for an error that do nothing about it.",
      category: "Error Handling",
    },
    messages: {
      swallowed: "Return '{{error}}', log it, or say in a comment why nothing has to be done.",
      return: "Return '{{error}}'.",
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ["!= nil", "!=nil", "nil !="],
  },
  create(context) {
    const { semantics, sourceCode } = context;
    const { tree } = sourceCode;
    const uses = new ErrorUses(semantics, sourceCode);

    function exemptionFor(error: GoNode, node: IfStatementNode): string | null {
      if (isExplained(node, sourceCode)) return "explained by a comment";
      if (statementsOf(node.consequence).length === 0) return null;
      const question = questionOf(error, node, tree);
      return question && `the error answers a question: ${question}`;
    }

    return {
      if_statement(node) {
        const { condition } = node;
        const [error] = errorsNotNil(condition, semantics);
        if (!error) return;
        const approach = uses.isUsed(error, node)
          ? "uses the error"
          : approachOf(node.consequence, tree);
        if (approach !== null) {
          context.attest({ node: condition, verdict: "compliant", approach });
          return;
        }
        const reason = exemptionFor(error, node);
        if (reason !== null) {
          context.attest({ node: condition, verdict: "exempt", reason });
          return;
        }
        const data = { error: error.text };
        context.report({
          node: condition,
          messageId: "swallowed",
          data,
          ...suggestionFor(proposeReturn(error, node, semantics), "return", data),
        });
      },
    };
  },
});

/** Returns true if a comment in the branch, or just above it, says why it does nothing. */
function isExplained(
  { consequence, initializer, loc }: IfStatementNode,
  { comments }: GoSourceCode,
): boolean {
  if (comments.some((comment) => contains(consequence, comment))) return true;
  let line = loc.start.line - 1;
  let above = "";
  for (const comment of comments.toReversed()) {
    if (comment.loc.end.line !== line) continue;
    above = comment.text + above;
    line = comment.loc.start.line - 1;
  }
  // A comment above a call may be about the call, and not about its error.
  return initializer === null ? above !== "" : SPEAKS_OF_FAILURE.test(above);
}

/**
 * Returns the callee of a question that the error answers: whether a text is a number, or
 * a file is there.
 */
function questionOf(
  error: GoNode,
  { initializer, parent, range }: IfStatementNode,
  tree: SyntaxTree,
): string | null {
  const statement =
    initializer ?? parent?.namedChildren.findLast((other) => other.range[1] <= range[0]);
  if (!statement) return null;
  const call = tree
    .nodesOfKind(["call_expression"], statement)
    .find((one) => assignmentTargetsOf(one).at(-1)?.text === error.text);
  const name = call?.function.text ?? "";
  return QUESTION.test(name) ? name : null;
}

/** Returns what a branch that does not name the error does about it; null for nothing. */
function approachOf(block: GoNode, tree: SyntaxTree): string | null {
  const found = APPROACHES.find(([kinds]) => tree.nodesOfKind(kinds, block).length > 0);
  return found?.[1] ?? null;
}

/** Proposes to return the error in an empty branch. */
function proposeReturn(
  error: GoNode,
  { consequence }: IfStatementNode,
  semantics: SemanticModel,
): Proposal {
  const start = errorReturnStart(consequence, semantics);
  if (start === null || statementsOf(consequence).length > 0)
    return refused("it is not known what has to be done about the error");
  const block = `{ ${start}${error.text} }`;
  return { kind: "edit", fix: (fixer) => fixer.replaceText(consequence, block) };
}
