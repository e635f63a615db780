import {
  calledName,
  calleeOf,
  CalleePatterns,
  calleeWords,
  defineRule,
  lineList,
  paths,
  STRINGS,
  testFiles,
} from "@gopherwood/core";
import { FunctionNames } from "../functions.ts";
import { Compensation } from "../rollback/compensation.ts";
import { StepOutcomes } from "../rollback/step-outcome.ts";

export default defineRule({
  name: "error-handling/require-rollback",
  meta: {
    type: "problem",
    docs: {
      description: "Require steps to be undone before an error of a later step is returned.",
      task: "Undo the earlier steps where a later one fails",
      category: "Error Handling",
    },
    messages: {
      left: "Undo '{{step}}' with '{{undo}}' before the error of a later step is returned ({{lines}}).",
    },
    options: {
      pairs: {
        description: "Steps that change something, and the functions that undo them.",
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
            undo: { description: "The names of functions that undo it.", ...STRINGS },
          },
        },
        default: [
          {
            step: "CreateVolumeSnapshot",
            undo: ["DeleteVolumeSnapshot", "RevertVolumeSnapshot"],
          },
          { step: "CreateVolume", undo: ["DeleteVolume"] },
          { step: "AttachVolume", undo: ["DetachVolume"] },
          { step: "AttachVolumeAsRoot", undo: ["DetachVolume"] },
        ],
      },
      rollbacks: {
        description: "Names of functions and methods, with *, that undo all steps.",
        ...STRINGS,
        default: ["abandon*", "cleanup*", "revert*", "rollback*", "undo*"],
      },
      waits: {
        description: "Names of functions and methods, with *, that wait until a step is done.",
        ...STRINGS,
        default: ["await*", "wait*"],
      },
    },
    exemptions: { tests: testFiles(), exemptPaths: paths() },
    prefilter: ({ pairs }) => calleeWords(pairs.map(({ step }) => step)),
  },
  create(context, options) {
    const { semantics, sourceCode } = context;
    const { tree } = sourceCode;
    const outcomes = new StepOutcomes(semantics, tree, new FunctionNames(options.waits, "iu"));
    const rollbacks = new FunctionNames(options.rollbacks, "iu");
    const pairs = options.pairs.map(({ step, undo }) => ({
      name: step.slice(step.lastIndexOf(".") + 1),
      owner: step.includes(".") ? new CalleePatterns([step], semantics) : null,
      undo,
      compensation: new Compensation(semantics, tree, undo, options.rollbacks),
    }));

    return {
      call_expression(node) {
        const step = calledName(node);
        const named = pairs.filter(({ name }) => name === step);
        if (named.length === 0) return;
        const callee = calleeOf(node, semantics);
        const pair = named.find(({ owner }) => owner === null || owner.match(callee) !== null);
        if (!pair) {
          if (callee.kind === "unknown")
            context.attest({ node, verdict: "undecided", reason: callee.reason });
          return;
        }
        const outcome = outcomes.of(node, pair.compensation);
        if (outcome.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: outcome.reason });
        } else if (outcome.kind !== "left") {
          context.attest({ node, verdict: "compliant", approach: outcome.kind });
        } else if (rollbacks.matchAround(node) !== null) {
          context.attest({ node, verdict: "exempt", reason: "part of a rollback" });
        } else {
          const lines = lineList(outcome.exits.map((exit) => exit.node.loc.start.line));
          context.report({
            node,
            messageId: "left",
            data: { step, undo: pair.undo.join("' or '"), lines },
            noFixReason: "the arguments of the call that undoes it are not known",
          });
        }
      },
    };
  },
});
