import {
  defineLegacyRule,
  semanticsOf,
  NAME_PATTERN_LIST,
  type CallExpressionNode,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { DEFAULT_OUTCOMES, OUTCOME_PROPERTIES, type Outcomes } from "../job-outcome.ts";
import { DEFAULT_TRACKERS, Jobs } from "../jobs.ts";
import { linesOf } from "../lines.ts";
import { missingEnd } from "../missing-end.ts";
import { judgeStart, type StartJudgement } from "../started-job.ts";

export interface Options extends Exemptions, Outcomes {
  /** The types of job trackers. */
  readonly trackers: readonly string[];
}

/** Source: the logging standards of the failover systems assessment. */
export default defineLegacyRule<
  [Options],
  "open" | "dropped" | "unchecked" | "usedUnchecked" | "defer"
>({
  name: "logging/require-end-job",
  meta: {
    type: "problem",
    docs: {
      description: "Require jobs to be ended wherever the function that started them is left.",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      open: "End the job before the function is left in {{lines}}: it would run for ever.",
      dropped: "Keep the job's id and end the job: it would run for ever.",
      unchecked: "Check the error of 'StartJob': if it is not nil, there is no job.",
      usedUnchecked:
        "Check '{{error}}' before '{{job}}' is used: if it is not nil, there is no job.",
      defer: "End the job by a deferred closure.",
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
    prefilter: ["StartJob"],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const jobs = new Jobs(sourceCode, semantics, options.trackers);
    const file = { sourceCode, semantics, jobs };
    const exemption = exemptionOf(context.filename, semantics.packageName, options);

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
          const data = { lines: linesOf(judged.exits) };
          const end = missingEnd(node, judged.job, file, options);
          if (!end) {
            context.report({ node, messageId, data });
            break;
          }
          const { after, text, edit } = end;
          context.report({
            node,
            messageId,
            data,
            suggest: [
              {
                messageId: "defer",
                fix: (fixer) => [
                  fixer.insertTextAfter(after, text),
                  ...(edit ? [fixer.replaceText(edit.node, edit.text)] : []),
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
        if (exemption) {
          context.attest({ node, verdict: "exempt", reason: exemption });
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
