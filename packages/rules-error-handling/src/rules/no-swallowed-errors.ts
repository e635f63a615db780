import {
  assignmentTargetsOf,
  childrenOf,
  defineRule,
  enclosingFunction,
  isErrorType,
  lineIndentAt,
  paths,
  statementsOf,
  testFiles,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { approachOf } from "../branches/branch-approach.ts";
import {
  branchesOfCase,
  branchesOfIf,
  isEmpty,
  type ErrorBranch,
} from "../branches/error-branch.ts";
import { ErrorUses } from "../branches/error-uses.ts";
import { isQuestion } from "../branches/questions.ts";
import { returnedErrorOf } from "../branches/returned-error.ts";
import { makesError } from "../calls/error-makers.ts";
import { blockOf } from "../suggestions/error-check.ts";
import { errorReturnStart } from "../suggestions/error-return.ts";
import { refused, suggestionFor, type Proposal } from "../suggestions/proposal.ts";

/** The names of variables that hold errors, by custom. */
const ERROR_NAME = /^(?:err|err[A-Z\d]\w*|\w+Err)$/u;

const SPEAKS_OF_FAILURE =
  /\b(?:best.effort|can(?:no|')t|does(?:n't| not)|errors?|fails?|failed|if|ignored?|ignoring|invalid|not|only|otherwise|skip(?:ped|ping)?|unless)\b/iu;

export default defineRule({
  name: "error-handling/no-swallowed-errors",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: {
      description: "Disallow branches for an error that do nothing about it.",
      task: "Return or report the errors that branches swallow",
      category: "Error Handling",
    },
    messages: {
      swallowed: "Return '{{error}}', log it, or say in a comment why nothing has to be done.",
      return: "Return '{{error}}'.",
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ["nil"],
  },
  create(context) {
    const { semantics, sourceCode } = context;
    const { tree } = sourceCode;
    const uses = new ErrorUses(semantics, sourceCode);

    function exemptionFor(branch: ErrorBranch): string | null {
      if (isExplained(branch, sourceCode)) return "explained by a comment";
      if (isEmpty(branch)) return null;
      if (isExpected(branch, semantics)) return "the code expects the error";
      const question = questionOf(branch, semantics, tree);
      return question && `the error answers a question: ${question}`;
    }

    function judge(branch: ErrorBranch): void {
      const { body, condition: node, error } = branch;
      const type = semantics.typeOf(error);
      // An error is known by its name where its type is not.
      const isKnown = isErrorType(type) || ERROR_NAME.test(error.text);
      if (!isErrorType(type) && type.kind !== "unknown") return;
      const approach = uses.isUsed(branch)
        ? "uses the error"
        : approachOf(body, semantics, tree);
      if (approach !== null) {
        if (isKnown) context.attest({ node, verdict: "compliant", approach });
        return;
      }
      const reason = context.exemption ?? exemptionFor(branch);
      if (reason !== null) {
        if (isKnown) context.attest({ node, verdict: "exempt", reason });
      } else if (type.kind === "unknown") {
        context.attest({ node, verdict: "undecided", reason: type.reason });
      } else if (mayTryAgain(body, tree)) {
        const reason = "the function that gets this closure may call it again";
        context.attest({ node, verdict: "undecided", reason });
      } else {
        const data = { error: error.text };
        context.report({
          node,
          messageId: "swallowed",
          data,
          ...suggestionFor(proposeReturn(branch, semantics, sourceCode.text), "return", data),
        });
      }
    }

    return {
      if_statement(node) {
        for (const branch of branchesOfIf(node)) judge(branch);
      },
      expression_case(node) {
        for (const branch of branchesOfCase(node)) judge(branch);
      },
    };
  },
});

/** Returns true if a comment in the branch, or just above it, says why it does nothing. */
function isExplained(
  { body, initializer, range: [start, end], statement }: ErrorBranch,
  { comments }: GoSourceCode,
): boolean {
  if (comments.some(({ range }) => start < range[0] && range[1] < end)) return true;
  let line = (body.kind === "block" ? statement : body).loc.start.line - 1;
  let above = "";
  for (const comment of comments.toReversed()) {
    if (comment.loc.end.line !== line) continue;
    above = comment.text + above;
    line = comment.loc.start.line - 1;
  }
  // A comment above a call may be about the call, and not about its error.
  return initializer === null ? above !== "" : SPEAKS_OF_FAILURE.test(above);
}

/** Returns true if the program returns an error of its own unless it finds one. */
function isExpected({ body, statement }: ErrorBranch, semantics: SemanticModel): boolean {
  if (statement.kind !== "if_statement" || body !== statement.consequence) return false;
  const { alternative, parent } = statement;
  const otherwise =
    alternative?.kind === "block"
      ? statementsOf(alternative).at(-1)
      : parent && childrenOf(parent).find(({ range }) => range[0] > statement.range[1]);
  if (otherwise?.kind !== "return_statement") return false;
  const returned = returnedErrorOf(otherwise, semantics)?.node;
  return returned?.kind === "call_expression" && makesError(returned, semantics);
}

/**
 * Returns the callee of a question that the error answers: whether a text is a number, or
 * a file is there.
 */
function questionOf(
  { error, initializer, statement: { parent, range } }: ErrorBranch,
  semantics: SemanticModel,
  tree: SyntaxTree,
): string | null {
  const statement =
    initializer ?? parent?.namedChildren.findLast((other) => other.range[1] <= range[0]);
  if (!statement) return null;
  const call = tree
    .nodesOfKind(["call_expression"], statement)
    .find((one) => assignmentTargetsOf(one).at(-1)?.text === error.text);
  return call && isQuestion(call, semantics) ? call.function.text : null;
}

/** Returns true for a branch that returns from a closure: whoever calls it may try again. */
function mayTryAgain(body: GoNode, tree: SyntaxTree): boolean {
  return (
    enclosingFunction(body)?.kind === "func_literal" &&
    tree.nodesOfKind(["return_statement"], body).length > 0
  );
}

/** Proposes to return the error in an empty branch, or instead of nil. */
function proposeReturn(branch: ErrorBranch, semantics: SemanticModel, text: string): Proposal {
  const { body, error, statement } = branch;
  const start = errorReturnStart(body, semantics);
  const statements = statementsOf(body);
  const [only] = statements;
  const last =
    only?.kind === "return_statement" ? only.namedChildren[0]?.namedChildren.at(-1) : null;
  if (start.kind === "start" && statements.length === 1 && last?.kind === "nil")
    return { kind: "edit", fix: (fixer) => fixer.replaceText(last, error.text) };
  if (start.kind === "refused" || statements.length > 0 || body.kind !== "block")
    return refused("it is not known what has to be done about the error");
  const block = blockOf(`${start.text}${error.text}`, lineIndentAt(text, statement.range[0]));
  return { kind: "edit", fix: (fixer) => fixer.replaceText(body, block) };
}
