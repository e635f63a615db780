import {
  defineLegacyRule,
  isOnlyUse,
  semanticsOf,
  NAME_PATTERN_LIST,
  type FixFunction,
  type GoNode,
} from "@gopherwood/core";
import { contextInScope, isEmptyContext, isSetAnew } from "../contexts.ts";
import { EXEMPTION_PROPERTIES, exemptionOf, type Exemptions } from "../exemptions.ts";
import { DEFAULT_TRACKERS, Jobs } from "../jobs.ts";

export interface Options extends Exemptions {
  /** The types that give loggers for contexts. */
  readonly trackers: readonly string[];
}

/** Source: the logging standards of the failover systems assessment. */
export default defineLegacyRule<[Options], "background" | "use">({
  name: "logging/no-background-context",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow loggers of an empty context where a context is in scope.",
      category: "Logging Standards",
    },
    hasSuggestions: true,
    messages: {
      background:
        "Take the logger from '{{context}}': an empty context has no job and step to log with.",
      use: "Use '{{context}}'.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          trackers: {
            description: "The types whose method 'Logger' gives loggers for contexts.",
            ...NAME_PATTERN_LIST,
          },
          ...EXEMPTION_PROPERTIES,
        },
      },
    ],
    defaultOptions: [
      {
        trackers: DEFAULT_TRACKERS,
        exemptPaths: [],
        exemptPackages: ["joblog"],
        tests: false,
        mains: true,
      },
    ],
    prefilter: ["Logger("],
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const jobs = new Jobs(sourceCode, semantics, options.trackers);
    const exemption = exemptionOf(context.filename, semantics.packageName, options);

    const isEmpty = (node: GoNode) =>
      isEmptyContext(node, semantics) && !isSetAnew(node, semantics, sourceCode);

    return {
      call_expression(node) {
        const [argument] = node.arguments.namedChildren;
        if (!argument || !jobs.isCall(node, "Logger")) return;
        if (exemption) {
          context.attest({ node, verdict: "exempt", reason: exemption });
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
