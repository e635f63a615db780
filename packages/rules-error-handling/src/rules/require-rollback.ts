import {
  calledName,
  calleeOf,
  defineLegacyRule,
  enclosingSymbol,
  EXEMPT_FILES,
  fileExemption,
  lineList,
  semanticsOf,
  STRING_LIST,
  type ExemptFiles,
  type GoNode,
} from "@gopherwood/core";
import { CalleePatterns, nameGlob } from "../callee-patterns.ts";
import { Compensation } from "../compensation.ts";
import { StepFlow } from "../step-flow.ts";

export interface Options extends ExemptFiles {
  /** What changes something, and what undoes it. */
  readonly pairs: readonly Pair[];
  /** Names of functions and methods, with `*`, that undo whatever was done. */
  readonly rollbacks: readonly string[];
  /** Names of functions and methods, with `*`, that wait until a step is done. */
  readonly waits: readonly string[];
}

interface Pair {
  /** `AttachVolume` of anything, or with its owner: `storage.Client.AttachVolume`. */
  readonly step: string;
  readonly undo: readonly string[];
}

export default defineLegacyRule<[Options], "left">({
  name: "error-handling/require-rollback",
  meta: {
    type: "problem",
    docs: {
      description: "Require steps to be undone before an error of a later step is returned.",
      category: "Error Handling",
      recommended: false,
    },
    messages: {
      left: "Undo '{{step}}' with '{{undo}}' before the error of a later step is returned ({{lines}}).",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          pairs: {
            description: "What changes something, and what undoes it.",
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["step", "undo"],
              properties: {
                step: {
                  description:
                    "The name of a function or method, also with its package or type: os.MkdirTemp.",
                  type: "string",
                },
                undo: { description: "The names of what undoes it.", ...STRING_LIST },
              },
            },
          },
          rollbacks: {
            description: "Names of functions and methods, with *, that undo whatever was done.",
            ...STRING_LIST,
          },
          waits: {
            description:
              "Names of functions and methods, with *, that wait until a step is done.",
            ...STRING_LIST,
          },
          ...EXEMPT_FILES,
        },
      },
    ],
    defaultOptions: [
      {
        pairs: [
          {
            step: "CreateVolumeSnapshot",
            undo: ["DeleteVolumeSnapshot", "RevertVolumeSnapshot"],
          },
          { step: "CreateVolume", undo: ["DeleteVolume"] },
          { step: "AttachVolume", undo: ["DetachVolume"] },
          { step: "AttachVolumeAsRoot", undo: ["DetachVolume"] },
        ],
        rollbacks: ["abandon*", "cleanup*", "revert*", "rollback*", "undo*"],
        waits: ["await*", "wait*"],
        exemptPaths: [],
        tests: false,
      },
    ],
    prefilter: ([{ pairs }]) => pairs.map(({ step }) => nameIn(step)),
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const { tree } = sourceCode;
    const semantics = semanticsOf(sourceCode);
    const exemption = fileExemption(context.filename, options);
    const flow = new StepFlow(
      semantics,
      tree,
      options.waits.map((glob) => nameGlob(glob, "iu")),
    );
    const pairs = options.pairs.map(({ step, undo }) => ({
      name: nameIn(step),
      owner: step.includes(".") ? new CalleePatterns([step], semantics) : null,
      undo,
      compensation: new Compensation(tree, undo, options.rollbacks),
    }));
    const rollbacks = options.rollbacks.map((glob) => nameGlob(glob, "iu"));

    function exemptionIn(node: GoNode): string | null {
      const symbol = enclosingSymbol(node);
      const name = symbol.slice(symbol.lastIndexOf(".") + 1);
      return rollbacks.some((glob) => glob.test(name)) ? "part of a rollback" : exemption;
    }

    return {
      call_expression(node) {
        const step = calledName(node);
        const named = pairs.filter(({ name }) => name === step);
        if (named.length === 0) return;
        const callee = calleeOf(node, semantics);
        const pair = named.find(({ owner }) => owner === null || owner.match(callee) !== null);
        if (!pair && callee.kind === "unknown")
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        if (!pair) return;
        const outcome = flow.outcomeOf(node, pair.compensation);
        switch (outcome.kind) {
          case "unknown":
            context.attest({ node, verdict: "undecided", reason: outcome.reason });
            return;
          case "left": {
            const reason = exemptionIn(node);
            if (reason !== null) {
              context.attest({ node, verdict: "exempt", reason });
              return;
            }
            const lines = outcome.exits.map((exit) => exit.node.loc.start.line);
            const data = {
              step,
              undo: pair.undo.join("' or '"),
              lines: lineList(lines),
            };
            const noFixReason = "what undoes it takes is not known";
            context.report({ node, messageId: "left", data, noFixReason: noFixReason });
            return;
          }
          default:
            context.attest({ node, verdict: "compliant", approach: outcome.kind });
        }
      },
    };
  },
});

/** `AttachVolume` of `storage.Client.AttachVolume`. */
function nameIn(step: string): string {
  return step.slice(step.lastIndexOf(".") + 1);
}
