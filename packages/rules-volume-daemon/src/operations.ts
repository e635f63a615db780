import {
  calledName,
  calleeOf,
  NAME_PATTERNS,
  type Callee,
  type CallExpressionNode,
  type NamePatterns,
  type OptionsOf,
  type SemanticModel,
} from "@gopherwood/core";

/** The options for the clients of the Volume Daemon and how they wait. */
export const DAEMON_OPTIONS = {
  daemonClients: {
    description: "The clients of the Volume Daemon.",
    ...NAME_PATTERNS,
    default: ["common.VolumeClient"],
  },
  wait: {
    description:
      "How the client waits for an operation, in Go: 'ctx' stands for the context, 'id' for the operation's id.",
    type: "string",
    pattern: String.raw`^\w+\(.*\)$`,
    default: "WaitForCompletionWithTimeout(ctx, id, 5*time.Minute)",
  },
} as const;

export type DaemonOptions = OptionsOf<typeof DAEMON_OPTIONS>;

/**
 * Returns the callee of a call of one of these methods on one of these types; an unknown one
 * where the type is not known. Null for any other call.
 */
export function methodOf(
  call: CallExpressionNode,
  methods: readonly string[],
  types: NamePatterns,
  semantics: SemanticModel,
): Exclude<Callee, { kind: "function" }> | null {
  if (call.function.kind !== "selector_expression" || !methods.includes(calledName(call)))
    return null;
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") return null;
  return callee.kind === "unknown" || types.matches(callee.receiver) ? callee : null;
}

/** Returns the call that waits for an operation, as Go. */
export function waitCall(
  wait: string,
  { client, context, operation }: { client: string; context: string; operation: string },
): string {
  const call = wait.replace(/\b(?:ctx|id)\b/gu, (word) =>
    word === "ctx" ? context : `${operation}.ID`,
  );
  return `${client}.${call}`;
}
