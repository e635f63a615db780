import {
  argumentsOf,
  defineRule,
  isOnlyUse,
  type FixFunction,
  type GoNode,
} from "@gopherwood/core";
import { contextInScope, isEmptyContext, isReassigned } from "../jobs/contexts.ts";
import { Jobs } from "../jobs/jobs.ts";
import { JOB_EXEMPTIONS, TRACKERS } from "../jobs/options.ts";

/** Source: the logging standards of the failover systems assessment. */
export default defineRule({
  name: "logging/no-background-context",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow loggers of an empty context where a context is in scope.",
      task: "Give loggers the context that is in scope",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      background:
        "Take the logger from '{{context}}': an empty context has no job and step to log with.",
      use: "Use '{{context}}'.",
    },
    options: { trackers: TRACKERS },
    exemptions: JOB_EXEMPTIONS,
    prefilter: ["Logger("],
  },
  create(context, { trackers }) {
    const { sourceCode, semantics } = context;
    const jobs = new Jobs(sourceCode, semantics, trackers);

    const isEmpty = (node: GoNode) =>
      isEmptyContext(node, semantics) && !isReassigned(node, semantics, sourceCode);

    return {
      call_expression(node) {
        const [argument] = argumentsOf(node);
        if (!argument || !jobs.isCall(node, "Logger")) return;
        if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
          return;
        }
        if (!isEmpty(argument)) {
          context.attest({ node, verdict: "compliant" });
          return;
        }
        const other = contextInScope(node, semantics, (name) => !isEmpty(name));
        if (other === null) {
          context.attest({ node, verdict: "exempt", reason: "no context is in scope" });
          return;
        }
        const data = { context: other };
        // The variable would be left unused: that does not compile.
        const isLast = isOnlyUse(argument, semantics, sourceCode);
        const fix: FixFunction = (fixer) => fixer.replaceText(argument, other);
        context.report({
          node: argument,
          messageId: "background",
          data,
          suggest: isLast ? null : [{ messageId: "use", data, fix }],
          noFixReason: isLast ? `'${argument.text}' would be left unused` : undefined,
        });
      },
    };
  },
});
