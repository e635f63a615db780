import {
  calledName,
  defineRule,
  lineList,
  NamePatterns,
  STRINGS,
  type CallExpressionNode,
  type FixFunction,
} from "@gopherwood/core";
import { OperationUses, type OperationUse } from "../operation-use.ts";
import { DAEMON_OPTIONS, methodOf } from "../operations.ts";
import { ownerExemptions } from "../owners.ts";
import { mayHaveType } from "../reachable-types.ts";
import { waitAfter, waitInElse } from "../wait-edits.ts";

/** Source: the Volume Daemon's API, whose operations are accepted first and done later. */
export default defineRule({
  name: "volume-daemon/await-volume-operation",
  meta: {
    type: "problem",
    docs: {
      description: "Require operations of the Volume Daemon to be waited for.",
      task: "Wait for operations of the Volume Daemon",
      category: "Volume Daemon Usage",
    },
    hasSuggestions: true,
    messages: {
      discarded:
        "Keep the operation that '{{method}}' returns and wait for it: nothing is done until it is completed.",
      unused:
        "Wait for '{{operation}}' before {{lines}}: nothing is done until it is completed.",
      wait: "Wait for the operation.",
    },
    options: {
      ...DAEMON_OPTIONS,
      operations: {
        description: "Methods that return an operation, which is completed later.",
        ...STRINGS,
        default: [
          "AttachVolume",
          "AttachVolumeAsRoot",
          "CreateVolume",
          "DeleteVolume",
          "DetachVolume",
        ],
      },
      waits: {
        description:
          "Functions and methods that wait by something else than the operation, such as the volume's state.",
        ...STRINGS,
        default: [],
      },
    },
    exemptions: ownerExemptions("Globs of the files of the daemon and of its client.", [
      "volume-daemon/**",
      "common/volume_client.go",
    ]),
    prefilter: ({ operations }) => operations,
  },
  create(context, { daemonClients, operations, wait, waits }) {
    const { sourceCode, semantics } = context;
    const clients = new NamePatterns(daemonClients, semantics);
    const uses = new OperationUses(sourceCode, semantics, waits);

    function report(node: CallExpressionNode, use: Exclude<OperationUse, { kind: "used" }>) {
      const fix: FixFunction | null =
        use.kind === "discarded"
          ? waitInElse(node, wait)
          : waitAfter(node, use.operation, wait, sourceCode.text);
      context.report({
        node,
        messageId: use.kind,
        data:
          use.kind === "discarded"
            ? { method: calledName(node) }
            : { operation: use.operation.text, lines: lineList(use.lines) },
        suggest: fix && [{ messageId: "wait", fix }],
        noFixReason: fix ? undefined : "what to return is not known",
      });
    }

    return {
      call_expression(node) {
        const callee = methodOf(node, operations, clients, semantics);
        // A call that returns an error alone is done when it returns.
        if (!callee) return;
        const isUnknown = callee.kind === "unknown";
        if (isUnknown && !mayHaveType(callee.reason, daemonClients, sourceCode)) return;
        if (semantics.typeOf(node).kind === "named") return;
        if (context.exemption !== null) {
          context.attest({ node, verdict: "exempt", reason: context.exemption });
        } else if (callee.kind === "unknown") {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        } else {
          const use = uses.of(node);
          if (use.kind === "used") context.attest({ node, verdict: "compliant" });
          else report(node, use);
        }
      },
    };
  },
});
