import {
  defineLegacyRule,
  enclosingFunction,
  semanticsOf,
  NAME_PATTERN_LIST,
  type CallExpressionNode,
  type DeferStatementNode,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { falseCompletionOf, isCompleted } from "../false-completion.ts";
import {
  DEFAULT_OUTCOMES,
  deferredEnd,
  namedErrorOf,
  OUTCOME_PROPERTIES,
  type Outcomes,
} from "../job-outcome.ts";
import { DEFAULT_TRACKERS, Jobs } from "../jobs.ts";
import { linesOf } from "../lines.ts";

export interface Options extends Exemptions, Outcomes {
  /** The types of job trackers. */
  readonly trackers: readonly string[];
}

/** Source: the JobLog example of the failover systems assessment, which has this bug. */
export default defineLegacyRule<[Options], "deferred" | "branch" | "closure">({
  name: "logging/no-false-completion",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow ending a job as completed where it may have failed.",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      deferred:
        "End the job by a deferred closure that looks at the error: this ends it as completed even if one is returned in {{lines}}.",
      branch: "End the job as failed: '{{error}}' is not nil here.",
      closure: "End the job as '{{error}}' says.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          trackers: { description: "The types of job trackers.", ...NAME_PATTERN_LIST },
          ...OUTCOME_PROPERTIES,
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        trackers: DEFAULT_TRACKERS,
        ...DEFAULT_OUTCOMES,
        exemptPaths: [],
        exemptPackages: ["joblog"],
        tests: false,
        mains: true,
      },
    ],
    prefilter: ["EndJob"],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const jobs = new Jobs(sourceCode, semantics, options.trackers);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);

    /** A closure in the place of a `defer` that does nothing else than this call. */
    function closureFor(call: CallExpressionNode, defer: DeferStatementNode) {
      const around = enclosingFunction(defer);
      const values = call.arguments.namedChildren;
      const [, job, status, cause] = values;
      if (!around || !job || !cause || values.length !== 4) return null;
      if (status?.kind !== "selector_expression" || defer.parent?.parent !== around.body) {
        return null;
      }
      const isAlone = call.parent === defer || isOnlyStatement(call);
      const error =
        isAlone && isCompleted(status, options.completed, semantics)
          ? namedErrorOf(around)
          : null;
      if (!error) return null;
      const parts = {
        call: sourceCode.text.slice(call.range[0], job.range[1]),
        completed: status.text,
        failed: `${status.operand.text}.${options.failed}`,
        error: error.name,
      };
      return { error, text: deferredEnd(parts, defer, sourceCode.text) };
    }

    function judge(node: CallExpressionNode) {
      const found = falseCompletionOf(node, options.completed, semantics);
      if (!found) {
        context.attest({ node, verdict: "compliant" });
      } else if (found.kind === "branch") {
        context.report({ node, messageId: "branch", data: { error: found.error.text } });
      } else {
        const { defer, exits } = found;
        const closure = closureFor(node, defer);
        context.report({
          node,
          messageId: "deferred",
          data: { lines: linesOf(exits) },
          suggest: closure && [
            {
              messageId: "closure",
              data: { error: closure.error.name },
              fix: (fixer) => [
                fixer.replaceText(defer, closure.text),
                ...(closure.error.edit
                  ? [fixer.replaceText(closure.error.edit.node, closure.error.edit.text)]
                  : []),
              ],
            },
          ],
        });
      }
    }

    return {
      call_expression(node) {
        const callee = jobs.callOf(node, "EndJob");
        if (!callee) return;
        if (exemption) {
          context.attest({ node, verdict: "exempt", reason: exemption });
        } else if (callee.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        } else {
          judge(node);
        }
      },
    };
  },
});

/** True for a call that is all that a closure does. */
function isOnlyStatement({ parent }: CallExpressionNode): boolean {
  const list = parent?.parent;
  return (
    parent?.kind === "expression_statement" &&
    list?.kind === "statement_list" &&
    list.namedChildren.length === 1
  );
}
