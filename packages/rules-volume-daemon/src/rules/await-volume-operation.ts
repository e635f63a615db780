import {
  calledName,
  defineLegacyRule,
  lineList,
  NAME_PATTERN_LIST,
  semanticsOf,
  STRING_LIST,
  type CallExpressionNode,
  type FixFunction,
  type GoNode,
} from "@gopherwood/core";
import { OperationUses, type OperationUse } from "../operation-use.ts";
import { DEFAULT_WAIT, methodOf, waitSchema, type DaemonOptions } from "../operations.ts";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";
import { waitAfter, waitInElse } from "../wait-edits.ts";

export interface Options extends OwnerOptions, DaemonOptions {
  /** Methods that give an operation which is done only later. */
  readonly operations: readonly string[];
}

/** Source: the Volume Daemon's API, whose operations are accepted first and done later. */
export default defineLegacyRule<[Options], "dropped" | "forgotten" | "wait">({
  name: "volume-daemon/await-volume-operation",
  meta: {
    type: "problem",
    docs: {
      description: "Require operations of the Volume Daemon to be waited for.",
      category: "Volume Daemon Usage",
    },
    hasSuggestions: true,
    messages: {
      dropped:
        "Keep the operation that '{{method}}' gives and wait for it: until it is completed, nothing is done yet.",
      forgotten:
        "Wait for '{{operation}}' before {{lines}}: until it is completed, nothing is done yet.",
      wait: "Wait for the operation.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          daemonClients: {
            description: "The clients of the Volume Daemon.",
            ...NAME_PATTERN_LIST,
          },
          operations: {
            description: "Methods that give an operation which is done only later.",
            ...STRING_LIST,
          },
          wait: waitSchema,
          ownerPaths: {
            description: "Globs of the files of the daemon and of its client.",
            ...STRING_LIST,
          },
          tests: testsSchema,
        },
      },
    ],
    defaultOptions: [
      {
        daemonClients: ["common.VolumeClient"],
        operations: [
          "AttachVolume",
          "AttachVolumeAsRoot",
          "CreateVolume",
          "DeleteVolume",
          "DetachVolume",
        ],
        wait: DEFAULT_WAIT,
        ownerPaths: ["volume-daemon/**", "common/volume_client.go"],
        tests: false,
      },
    ],
    prefilter: ([{ operations }]) => operations,
  },
  create(context) {
    const [options] = context.options;
    const { sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const owner = ownerOf(context.filename, options);
    const uses = new OperationUses(sourceCode, semantics);

    function report(node: CallExpressionNode, use: Exclude<OperationUse, { kind: "kept" }>) {
      const { kind: messageId } = use;
      const fix: FixFunction | null =
        use.kind === "dropped"
          ? waitInElse(node, options.wait)
          : waitAfter(node, use.operation, options.wait, sourceCode.text);
      context.report({
        node,
        messageId,
        data: use.kind === "dropped" ? { method: calledName(node) } : dataOf(use),
        suggest: fix && [{ messageId: "wait", fix }],
        noFixReason: fix ? undefined : "what to return is not known",
      });
    }

    return {
      call_expression(node) {
        const { operations, daemonClients } = options;
        const callee = methodOf(node, operations, daemonClients, semantics);
        // What gives an error alone is done when it returns.
        if (!callee || semantics.typeOf(node).kind === "named") return;
        if (owner !== null) {
          context.attest({ node, verdict: "exempt", reason: owner });
          return;
        }
        if (callee.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
          return;
        }
        const use = uses.of(node);
        if (use.kind === "kept") context.attest({ node, verdict: "compliant" });
        else report(node, use);
      },
    };
  },
});

function dataOf({ operation, lines }: { operation: GoNode; lines: readonly number[] }) {
  return { operation: operation.text, lines: lineList(lines) };
}
