import {
  argumentsOf,
  defineRule,
  enclosingFunction,
  type CallExpressionNode,
  type DeferStatementNode,
} from "@gopherwood/core";
import { exitLines } from "../jobs/exit-lines.ts";
import { falseCompletionOf, isCompleted } from "../jobs/false-completion.ts";
import { deferredEnd, namedErrorOf } from "../jobs/job-outcome.ts";
import { Jobs } from "../jobs/jobs.ts";
import { JOB_EXEMPTIONS, OUTCOMES, TRACKERS } from "../jobs/options.ts";

/** Source: the JobLog example of the failover systems assessment, which has this bug. */
export default defineRule({
  name: "logging/no-false-completion",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow ending a job as completed where it may have failed.",
      task: "End jobs as failed where they may have failed",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      deferred:
        "End the job in a deferred closure that reads the error: this ends it as completed even if an error is returned in {{lines}}.",
      branch: "End the job as failed: '{{error}}' is not nil here.",
      closure: "End the job according to '{{error}}'.",
    },
    options: { trackers: TRACKERS, ...OUTCOMES },
    exemptions: JOB_EXEMPTIONS,
    prefilter: ["EndJob"],
  },
  create(context, { trackers, completed, failed }) {
    const { sourceCode, semantics } = context;
    const jobs = new Jobs(sourceCode, semantics, trackers);

    /** Returns a closure to replace a `defer` that does nothing but this call, or null. */
    function closureFor(call: CallExpressionNode, defer: DeferStatementNode) {
      const around = enclosingFunction(defer);
      const values = argumentsOf(call);
      const [, job, status, cause] = values;
      if (!around || !job || !cause || values.length !== 4) return null;
      if (status?.kind !== "selector_expression" || defer.parent?.parent !== around.body) {
        return null;
      }
      const isAlone = call.parent === defer || isOnlyStatement(call);
      if (!isAlone || !isCompleted(status, completed, semantics)) return null;
      const error = namedErrorOf(around);
      if (!error) return null;
      const parts = {
        call: sourceCode.text.slice(call.range[0], job.range[1]),
        completed: status.text,
        failed: `${status.operand.text}.${failed}`,
        error: error.name,
      };
      return { error, text: deferredEnd(parts, defer, sourceCode.text) };
    }

    function judge(node: CallExpressionNode) {
      const found = falseCompletionOf(node, completed, { sourceCode, semantics });
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
          data: { lines: exitLines(exits) },
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
        if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
        } else if (callee.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        } else {
          judge(node);
        }
      },
    };
  },
});

/** Returns true for a call that is the only statement of a closure. */
function isOnlyStatement({ parent }: CallExpressionNode): boolean {
  const list = parent?.parent;
  return (
    parent?.kind === "expression_statement" &&
    list?.kind === "statement_list" &&
    list.namedChildren.length === 1
  );
}
