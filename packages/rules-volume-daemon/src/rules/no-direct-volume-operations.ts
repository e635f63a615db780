import {
  calleeOf,
  defineLegacyRule,
  enclosingSymbol,
  matchesName,
  semanticsOf,
  type CallExpressionNode,
  type Callee,
  type GoNode,
  NAME_PATTERN_LIST,
  STRING_LIST,
} from "@gopherwood/core";
import { daemonCallFor, type ReplacementOptions } from "../daemon-call.ts";
import { DEFAULT_WAIT, waitSchema } from "../operations.ts";
import { ownerOf, testsSchema, type OwnerOptions } from "../owners.ts";

export interface Options extends OwnerOptions, ReplacementOptions {
  /** The clients of the storage system, as name patterns such as `ossea.Client`. */
  readonly storageClients: readonly string[];
  /** Methods that change volumes: they belong to the daemon. */
  readonly operations: readonly string[];
  /** Other methods of the daemon's client that count as its use. */
  readonly daemonOperations: readonly string[];
  /** Methods that may be called on a storage client, and why. */
  readonly exemptOperations: readonly Exemption[];
  /** Functions that may do anything, and why: `Run`, `(*Engine).Run`. */
  readonly exemptFunctions: readonly Exemption[];
}

interface Exemption {
  readonly names: readonly string[];
  readonly reason: string;
}

const exemptions = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["names", "reason"],
    properties: {
      names: { description: "The names that are allowed.", ...STRING_LIST },
      reason: { description: "Why; reports show it.", type: "string" },
    },
  },
} as const;

/** Source: the Volume Daemon compliance section of the failover systems assessment. */
export default defineLegacyRule<[Options], "direct" | "daemon">({
  name: "volume-daemon/no-direct-volume-operations",
  meta: {
    type: "problem",
    docs: {
      description:
        "Disallow volume operations on the storage client instead of the Volume Daemon.",
      category: "Volume Daemon Usage",
      recommended: true,
    },
    hasSuggestions: true,
    messages: {
      direct:
        "Call '{{operation}}' on {{daemon}}, not on {{client}}: volumes are the Volume Daemon's.",
      daemon: "Call it on '{{client}}', and wait for the operation.",
    },
    schema: [
      {
        type: "object",
        additionalProperties: false,
        properties: {
          storageClients: {
            description: "The clients of the storage system.",
            ...NAME_PATTERN_LIST,
          },
          daemonClients: {
            description: "The clients of the Volume Daemon.",
            ...NAME_PATTERN_LIST,
          },
          operations: { description: "Methods that change volumes.", ...STRING_LIST },
          daemonOperations: {
            description: "Other methods of the daemon's client that count as its use.",
            ...STRING_LIST,
          },
          exemptOperations: {
            description: "Methods that may be called on a storage client.",
            ...exemptions,
          },
          exemptFunctions: { description: "Functions that may do anything.", ...exemptions },
          replacements: {
            description:
              "The call on the daemon's client for a method of the storage client, in Go: 'ctx' stands for the context, '$1' for the first argument.",
            type: "object",
            additionalProperties: { type: "string", pattern: String.raw`^\w+\(.*\)$` },
          },
          wait: waitSchema,
          ownerPaths: {
            description: "Globs of the files of the daemon and of the storage client.",
            ...STRING_LIST,
          },
          tests: testsSchema,
        },
      },
    ],
    defaultOptions: [
      {
        storageClients: ["ossea.Client"],
        daemonClients: ["common.VolumeClient"],
        operations: [
          "AttachVolume",
          "AttachVolumeAsRoot",
          "CreateVolume",
          "DeleteVolume",
          "DetachVolume",
          "DetachVolumeFromVM",
          "ReattachVolume",
          "ReplaceRootVolume",
        ],
        daemonOperations: [
          "GetVolumeDevice",
          "ListVolumes",
          "WaitForCompletion",
          "WaitForCompletionWithTimeout",
        ],
        exemptOperations: [
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
        exemptFunctions: [],
        replacements: {
          AttachVolume: "AttachVolume(ctx, $1, $2)",
          AttachVolumeAsRoot: "AttachVolumeAsRoot(ctx, $1, $2)",
          DeleteVolume: "DeleteVolume(ctx, $1)",
          DetachVolume: "DetachVolume(ctx, $1)",
          DetachVolumeFromVM: "DetachVolume(ctx, $1)",
        },
        wait: DEFAULT_WAIT,
        ownerPaths: ["volume-daemon/**", "ossea/**"],
        tests: false,
      },
    ],
    prefilter: ([{ operations, daemonOperations, exemptOperations }]) => [
      ...operations,
      ...daemonOperations,
      ...exemptOperations.flatMap((exemption) => exemption.names),
    ],
  },
  create(context) {
    const [options] = context.options;
    const { filename, sourceCode } = context;
    const semantics = semanticsOf(sourceCode);
    const operations = new Set(options.operations);
    const daemonOperations = new Set([...operations, ...options.daemonOperations]);
    const owner = ownerOf(filename, options);
    const daemon = options.daemonClients.join(", ");

    const isOneOf = (patterns: readonly string[], callee: MethodCallee) =>
      patterns.some((pattern) => matchesName(pattern, callee.receiver, semantics.packageName));

    function report(node: CallExpressionNode, operation: string, client: string) {
      const data = { operation, daemon, client };
      const call = daemonCallFor(node, operation, options, {
        semantics: semantics,
        sourceCode,
      });
      context.report({
        node,
        messageId: "direct",
        data,
        ...(typeof call === "string"
          ? { noFixReason: call }
          : {
              suggest: [{ messageId: "daemon", data: { client: call.client }, fix: call.fix }],
            }),
      });
    }

    return {
      call_expression(node) {
        const { function: selector } = node;
        if (selector.kind !== "selector_expression") return;
        const operation = selector.field.text;
        const allowed = reasonFor(operation, options.exemptOperations);
        if (!daemonOperations.has(operation) && allowed === null) return;

        const callee = calleeOf(node, semantics);
        if (callee.kind === "unknown" && !owner) {
          context.attest({ node, verdict: "undecided", reason: callee.reason });
        }
        if (callee.kind !== "method") return;
        if (isOneOf(options.storageClients, callee)) {
          const reason = owner ?? allowed ?? exemptFunction(node, options);
          if (reason !== null) {
            context.attest({ node, verdict: "exempt", reason });
          } else if (operations.has(operation)) {
            report(node, operation, selector.operand.text);
          }
        } else if (daemonOperations.has(operation) && isOneOf(options.daemonClients, callee)) {
          context.attest({ node, verdict: "compliant" });
        }
      },
    };
  },
});

type MethodCallee = Extract<Callee, { kind: "method" }>;

function exemptFunction(node: GoNode, { exemptFunctions }: Options): string | null {
  return exemptFunctions.length > 0 ? reasonFor(enclosingSymbol(node), exemptFunctions) : null;
}

function reasonFor(name: string, exempt: readonly Exemption[]): string | null {
  return exempt.find((exemption) => exemption.names.includes(name))?.reason ?? null;
}
