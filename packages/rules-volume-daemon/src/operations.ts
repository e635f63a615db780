import {
  calleeOf,
  matchesName,
  type CallExpressionNode,
  type Callee,
  type SemanticModel,
} from "@gopherwood/core";

/** The clients of the Volume Daemon and what they do, as options. */
export interface DaemonOptions {
  /** The clients of the Volume Daemon, as name patterns. */
  readonly daemonClients: readonly string[];
  /**
   * How the client waits for an operation, in Go: `ctx` stands for the context and `id`
   * for the operation's id.
   */
  readonly wait: string;
}

export const DEFAULT_WAIT = "WaitForCompletionWithTimeout(ctx, id, 5*time.Minute)";

export const waitSchema = {
  description:
    "How the client waits for an operation, in Go: 'ctx' stands for the context, 'id' for the operation's id.",
  type: "string",
  pattern: String.raw`^\w+\(.*\)$`,
} as const;

/** What a call calls if it is a method of one of these types, as far as is known. */
export function methodOf(
  call: CallExpressionNode,
  methods: readonly string[],
  types: readonly string[],
  semantics: SemanticModel,
): Exclude<Callee, { kind: "function" }> | null {
  const { function: selector } = call;
  if (selector.kind !== "selector_expression" || !methods.includes(selector.field.text)) {
    return null;
  }
  const callee = calleeOf(call, semantics);
  if (callee.kind === "function") return null;
  if (callee.kind === "unknown") return callee;
  const { receiver } = callee;
  return types.some((type) => matchesName(type, receiver, semantics.packageName))
    ? callee
    : null;
}

/** The call that waits for an operation. */
export function waitCall(
  wait: string,
  { client, context, operation }: { client: string; context: string; operation: string },
): string {
  const call = wait.replace(/\b(?:ctx|id)\b/gu, (word) =>
    word === "ctx" ? context : `${operation}.ID`,
  );
  return `${client}.${call}`;
}
