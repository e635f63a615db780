import { defineRule, type CallExpressionNode } from "@gopherwood/core";
import { exitLines } from "../jobs/exit-lines.ts";
import { Jobs } from "../jobs/jobs.ts";
import { missingEnd } from "../jobs/missing-end.ts";
import { JOB_EXEMPTIONS, OUTCOMES, TRACKERS } from "../jobs/options.ts";
import { judgeStart, type StartJudgement } from "../jobs/started-job.ts";

/** Source: the logging standards of the failover systems assessment. */
export default defineRule({
  name: "logging/require-end-job",
  meta: {
    type: "problem",
    docs: {
      description:
        "Require jobs to be ended on every path out of the function that started them.",
      task: "End jobs on every path",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      open: "End the job before the function is left in {{lines}}: it would run for ever.",
      dropped: "Keep the job's id and end the job: it would run for ever.",
      unchecked: "Check the error of 'StartJob': if it is not nil, there is no job.",
      usedUnchecked:
        "Check '{{error}}' before you use '{{job}}': if it is not nil, there is no job.",
      defer: "End the job in a deferred closure.",
    },
    options: { trackers: TRACKERS, ...OUTCOMES },
    exemptions: JOB_EXEMPTIONS,
    prefilter: ["StartJob"],
  },
  create(context, { trackers, ...outcomes }) {
    const { sourceCode, semantics } = context;
    const jobs = new Jobs(sourceCode, semantics, trackers);
    const file = { sourceCode, semantics, jobs };

    function report(
      node: CallExpressionNode,
      judged: Extract<StartJudgement, { messageId: string }>,
    ) {
      const { messageId } = judged;
      switch (messageId) {
        case "usedUnchecked": {
          const data = { error: judged.error.text, job: judged.job.text };
          context.report({ node, messageId, data });
          break;
        }
        case "open": {
          const data = { lines: exitLines(judged.exits) };
          const end = missingEnd(node, judged.job, file, outcomes);
          context.report({
            node,
            messageId,
            data,
            suggest: end && [
              {
                messageId: "defer",
                fix: (fixer) => [
                  fixer.insertTextAfter(end.after, end.text),
                  ...(end.edit ? [fixer.replaceText(end.edit.node, end.edit.text)] : []),
                ],
              },
            ],
          });
          break;
        }
        default:
          context.report({ node, messageId });
      }
    }

    return {
      call_expression(node) {
        const callee = jobs.callOf(node, "StartJob");
        if (!callee) return;
        if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
        } else if (callee.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        } else {
          const judged = judgeStart(node, file);
          if ("messageId" in judged) report(node, judged);
          else context.attest({ node, ...judged });
        }
      },
    };
  },
});
