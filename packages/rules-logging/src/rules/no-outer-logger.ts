import {
  argumentsOf,
  contains,
  defineRule,
  initializerOf,
  NAME_PATTERNS,
  NamePatterns,
  withoutPointer,
  type DeclaredSymbol,
  type FuncLiteralNode,
  type GoNode,
  type IdentifierNode,
} from "@gopherwood/core";
import { Jobs } from "../jobs/jobs.ts";
import { JOB_EXEMPTIONS, TRACKERS } from "../jobs/options.ts";
import { ownLoggers, type Step } from "../jobs/step-loggers.ts";

/** Source: the logging standards of the failover systems assessment. */
export default defineRule({
  name: "logging/no-outer-logger",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow loggers from outside in the closure of a step.",
      task: "Log through the logger of the step",
      category: "Logging Standards",
    },
    fixable: "code",
    messages: {
      outer:
        "Take '{{logger}}' from the context of the step: this one was made before it and logs without the step's id.",
    },
    options: {
      trackers: TRACKERS,
      loggers: {
        description: "The types of the loggers that trackers make.",
        ...NAME_PATTERNS,
        default: ["log/slog.Logger"],
      },
    },
    exemptions: JOB_EXEMPTIONS,
    prefilter: ["RunStep"],
  },
  create(context, { trackers, loggers }) {
    const { sourceCode, semantics } = context;
    const jobs = new Jobs(sourceCode, semantics, trackers);
    const types = new NamePatterns(loggers, semantics);
    const judged = new Set<GoNode>();
    const outer = new Map<DeclaredSymbol, { node: IdentifierNode; step: Step }[]>();

    const isLogger = (node: GoNode) => {
      const type = withoutPointer(semantics.typeOf(node));
      return type.kind === "named" ? types.matches(type) : jobs.isLogger(node);
    };

    /** Returns the loggers whose methods a closure calls. */
    function loggersIn(closure: FuncLiteralNode): IdentifierNode[] {
      return sourceCode.tree
        .nodesOfKind(["selector_expression"], closure.body)
        .flatMap(({ operand }) =>
          operand.kind === "identifier" && isLogger(operand) ? [operand] : [],
        );
    }

    function judge(node: IdentifierNode, step: Step) {
      const logger = semantics.resolve(node);
      if (judged.has(node) || logger === null || logger.isUniverse) return;
      judged.add(node);
      if (context.exemption !== null) {
        context.attest({ node, verdict: "exempt", reason: context.exemption });
      } else if (contains(step.closure, logger.node)) {
        context.attest({ node, verdict: "compliant" });
      } else {
        outer.set(logger, [...(outer.get(logger) ?? []), { node, step }]);
      }
    }

    return {
      // A closure in a closure is judged first, by its own step.
      "call_expression:exit"(call) {
        if (!jobs.isCall(call, "RunStep")) return;
        for (const value of argumentsOf(call)) {
          const closure = value.kind === "identifier" ? initializerOf(value, semantics) : value;
          if (closure?.kind !== "func_literal") continue;
          for (const logger of loggersIn(closure)) judge(logger, { call, closure });
        }
      },
      "source_file:exit"() {
        for (const [logger, uses] of outer) {
          const steps = new Map(uses.map(({ step }) => [step.closure, step]));
          const edits = ownLoggers(logger, [...steps.values()], {
            sourceCode,
            semantics,
            jobs,
          });
          for (const { node } of uses) {
            context.report({
              node,
              messageId: "outer",
              data: { logger: node.text },
              fix:
                edits &&
                ((fixer) =>
                  edits.map(({ range, text }) => fixer.replaceTextRange(range, text))),
            });
          }
        }
      },
    };
  },
});
