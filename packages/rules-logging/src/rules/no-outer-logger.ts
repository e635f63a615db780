import {
  defineLegacyRule,
  initializerOf,
  matchesName,
  semanticsOf,
  NAME_PATTERN_LIST,
  withoutPointer,
  type DeclaredSymbol,
  type FuncLiteralNode,
  type GoNode,
  type IdentifierNode,
} from "@gopherwood/core";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { DEFAULT_TRACKERS, Jobs } from "../jobs.ts";
import { isWithin, ownLoggers, type Step } from "../step-loggers.ts";

export interface Options extends Exemptions {
  /** The types of job trackers. */
  readonly trackers: readonly string[];
  /** The types of the loggers that trackers give. */
  readonly loggers: readonly string[];
}

/** Source: the logging standards of the failover systems assessment. */
export default defineLegacyRule<[Options], "outer">({
  name: "logging/no-outer-logger",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow loggers from outside in the closure of a step.",
      category: "Logging Standards",
    },
    fixable: "code",
    messages: {
      outer:
        "Take '{{logger}}' from the context of the step: this one was made before it and logs without the step's id.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          trackers: { description: "The types of job trackers.", ...NAME_PATTERN_LIST },
          loggers: {
            description: "The types of the loggers that trackers give.",
            ...NAME_PATTERN_LIST,
          },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        trackers: DEFAULT_TRACKERS,
        loggers: ["log/slog.Logger"],
        exemptPaths: [],
        exemptPackages: ["joblog"],
        tests: false,
        mains: true,
      },
    ],
    prefilter: ["RunStep"],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const jobs = new Jobs(sourceCode, semantics, options.trackers);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);
    const judged = new Set<GoNode>();
    const outer = new Map<DeclaredSymbol, { node: IdentifierNode; step: Step }[]>();

    const isLogger = (node: GoNode) => {
      const type = withoutPointer(semantics.typeOf(node));
      return type.kind === "named"
        ? options.loggers.some((pattern) => matchesName(pattern, type, semantics.packageName))
        : jobs.isLogger(node);
    };

    /** The loggers that a closure uses, where their methods are called. */
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
      if (exemption) {
        context.attest({ node, verdict: "exempt", reason: exemption });
      } else if (isWithin(logger.node, step.closure)) {
        context.attest({ node, verdict: "compliant" });
      } else {
        outer.set(logger, [...(outer.get(logger) ?? []), { node, step }]);
      }
    }

    return {
      // What stands in a closure in a closure is the inner one's.
      "call_expression:exit"(call) {
        if (!jobs.isCall(call, "RunStep")) return;
        for (const value of call.arguments.namedChildren) {
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
