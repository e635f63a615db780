import {
  calledName,
  calleeOf,
  defineRule,
  enclosingSymbol,
  NAME_PATTERNS,
  NamePatterns,
  STRINGS,
  type CallExpressionNode,
} from "@gopherwood/core";
import { daemonCallFor } from "../daemon-call.ts";
import { DAEMON_OPTIONS } from "../operations.ts";
import { ownerExemptions } from "../owners.ts";
import { mayHaveType } from "../reachable-types.ts";

/** The schema of a list of names with the reason for which they are exempt. */
const EXEMPT_NAMES = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["names", "reason"],
    properties: {
      names: { description: "The names that are allowed.", ...STRINGS },
      reason: { description: "Why; reports show it.", type: "string" },
    },
  },
} as const;

interface ExemptNames {
  readonly names: readonly string[];
  readonly reason: string;
}

/** The receiver in the name of a method: `(*Client).Run`. */
const RECEIVER = /^\(\*?(\w+)\)\./u;

/** Source: the Volume Daemon compliance section of the failover systems assessment. */
export default defineRule({
  name: "volume-daemon/no-direct-volume-operations",
  meta: {
    type: "problem",
    docs: {
      description:
        "Disallow volume operations on the storage client instead of the Volume Daemon.",
      task: "Send volume operations through the Volume Daemon",
      category: "Volume Daemon Usage",
    },
    hasSuggestions: true,
    messages: {
      direct:
        "Call '{{operation}}' on {{daemon}}, not on {{client}}: volumes are the Volume Daemon's.",
      daemon: "Call it on '{{client}}', and wait for the operation.",
    },
    options: {
      storageClients: {
        description: "The clients of the storage system.",
        ...NAME_PATTERNS,
        default: ["ossea.Client"],
      },
      ...DAEMON_OPTIONS,
      operations: {
        description: "Methods that change volumes.",
        ...STRINGS,
        default: [
          "AttachVolume",
          "AttachVolumeAsRoot",
          "CreateVolume",
          "DeleteVolume",
          "DetachVolume",
          "DetachVolumeFromVM",
          "ReattachVolume",
          "ReplaceRootVolume",
        ],
      },
      daemonOperations: {
        description: "Other methods of the daemon's client that count as its use.",
        ...STRINGS,
        default: [
          "GetVolumeDevice",
          "ListVolumes",
          "WaitForCompletion",
          "WaitForCompletionWithTimeout",
        ],
      },
      exemptOperations: {
        description: "Methods that may be called on a storage client.",
        ...EXEMPT_NAMES,
        default: [
          {
            names: [
              "CreateVolumeSnapshot",
              "DeleteVolumeSnapshot",
              "GetVolumeSnapshot",
              "ListVolumeSnapshots",
              "RevertVolumeSnapshot",
            ],
            reason: "snapshot: not handled by the Volume Daemon",
          },
        ],
      },
      exemptFunctions: {
        description: "Functions that may do anything.",
        ...EXEMPT_NAMES,
        default: [],
      },
      replacements: {
        description:
          "The call on the daemon's client for a method of the storage client, in Go: 'ctx' stands for the context, '$1' for the first argument.",
        type: "object",
        additionalProperties: { type: "string", pattern: String.raw`^\w+\(.*\)$` },
        default: {
          AttachVolume: "AttachVolume(ctx, $1, $2)",
          AttachVolumeAsRoot: "AttachVolumeAsRoot(ctx, $1, $2)",
          DeleteVolume: "DeleteVolume(ctx, $1)",
          DetachVolume: "DetachVolume(ctx, $1)",
          DetachVolumeFromVM: "DetachVolume(ctx, $1)",
        },
      },
    },
    exemptions: ownerExemptions("Globs of the files of the daemon and of the storage client.", [
      "volume-daemon/**",
      "ossea/**",
    ]),
    prefilter: ({ operations, daemonOperations, exemptOperations }) => [
      ...operations,
      ...daemonOperations,
      ...exemptOperations.flatMap(({ names }) => names),
    ],
  },
  create(context, options) {
    const { sourceCode, semantics } = context;
    const operations = new Set(options.operations);
    const daemonOperations = new Set([...operations, ...options.daemonOperations]);
    const storageClients = new NamePatterns(options.storageClients, semantics);
    const daemonClients = new NamePatterns(options.daemonClients, semantics);
    const clients = [...options.storageClients, ...options.daemonClients];
    const daemon = options.daemonClients.join(", ");

    function isOwn(node: CallExpressionNode, client: { importPath: string; name: string }) {
      const [, receiver] = RECEIVER.exec(enclosingSymbol(node)) ?? [];
      return client.importPath === semantics.importPath && client.name === receiver;
    }

    function report(node: CallExpressionNode, operation: string, client: string) {
      const call = daemonCallFor(node, operation, options, { semantics, sourceCode });
      context.report({
        node,
        messageId: "direct",
        data: { operation, daemon, client },
        ...(call.kind === "refused"
          ? { noFixReason: call.reason }
          : {
              suggest: [{ messageId: "daemon", data: { client: call.client }, fix: call.fix }],
            }),
      });
    }

    return {
      call_expression(node) {
        if (node.function.kind !== "selector_expression") return;
        const operation = calledName(node);
        const allowed = reasonFor(operation, options.exemptOperations);
        if (!daemonOperations.has(operation) && allowed === null) return;

        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown" && mayHaveType(callee.reason, clients, sourceCode))
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        if (callee.kind !== "method") return;
        if (storageClients.matches(callee.receiver)) {
          const reason =
            context.exemption ??
            allowed ??
            (isOwn(node, callee.receiver) ? "a method of the storage client" : null) ??
            reasonFor(enclosingSymbol(node), options.exemptFunctions);
          if (reason !== null) context.attest({ node, verdict: "exempt", reason });
          else if (operations.has(operation)) report(node, operation, callee.operand.text);
        } else if (daemonOperations.has(operation) && daemonClients.matches(callee.receiver)) {
          context.attest({ node, verdict: "compliant" });
        }
      },
    };
  },
});

function reasonFor(name: string, exempt: readonly ExemptNames[]): string | null {
  return exempt.find(({ names }) => names.includes(name))?.reason ?? null;
}
