import type { GoSourceCode, CallExpressionNode, GoNode, SemanticModel } from "@gopherwood/core";
import type { LoggerGroup } from "../data-flow/logger-group.ts";
import type { LoggerGroups } from "../data-flow/logger-groups.ts";
import type { Pair } from "../parse/fields.ts";
import { parseLogCall, type LogCall } from "../parse/log-call.ts";
import { parseSlogCall, type SlogCall } from "../parse/slog-call.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import type { LoggerRequest } from "../targets/target.ts";
import { topLevelDeclarationOf } from "../text.ts";
import { unsafeReasonOfCall, unsafeReasonOfGroup } from "./unsafe-reasons.ts";

/** The code that is rewritten together for one call. */
export type Rewrite =
  /** A call of slog, which keeps all but its logger. */
  | { readonly kind: "slog call"; readonly call: SlogCall }
  /** A call of a package's standard logger. */
  | { readonly kind: "package call"; readonly call: LogCall; readonly importPath: string }
  /** All definitions and calls of some variables and parameters. */
  | { readonly kind: "group"; readonly group: LoggerGroup };

/** Returns what has to be rewritten together with a call, or a refusal. */
export function rewriteOf(
  node: CallExpressionNode,
  logger: string,
  { sourceCode, semantics }: { sourceCode: GoSourceCode; semantics: SemanticModel },
  groups: LoggerGroups,
): Rewrite | Refusal {
  if (logger === "slog") {
    const call = parseSlogCall(node, sourceCode, semantics);
    return isRefusal(call) ? call : { kind: "slog call", call };
  }
  const call = parseLogCall(node, semantics);
  if (isRefusal(call)) return call;
  if (call.start.kind === "variable") {
    const group = groups.of(call.start.name);
    return isRefusal(group) ? group : { kind: "group", group };
  }
  const { importPath } = call.start;
  return importPath === "fmt" && !isStatement(node)
    ? refuse({ code: "results-used" })
    : { kind: "package call", call, importPath };
}

/** Returns the calls that are written anew. */
export function logCallsOf(rewrite: Rewrite): LogCall[] {
  switch (rewrite.kind) {
    case "slog call":
      return [];
    case "package call":
      return [rewrite.call];
    case "group":
      return rewrite.group.calls.map(({ call }) => call);
  }
}

/** Returns the nodes of a rewrite that need a logger. */
export function loggerRequestsOf(rewrite: Rewrite): LoggerRequest[] {
  switch (rewrite.kind) {
    case "slog call": {
      const { node, keys } = rewrite.call;
      return [{ node, uses: [node], keys, replaced: "log/slog" }];
    }
    case "package call": {
      const { node, pairs } = rewrite.call;
      return [{ node, uses: [node], keys: keysOf(pairs), replaced: rewrite.importPath }];
    }
    case "group":
      return requestsOfGroup(rewrite.group);
  }
}

/** Returns the reason for which a rewrite is only suggested, whatever its logger; or null. */
export function unsafeReasonOf(rewrite: Rewrite): string | null {
  if (rewrite.kind === "package call" && rewrite.importPath === "fmt") {
    return "what fmt prints may be the program's output";
  }
  const ofGroup = rewrite.kind === "group" ? unsafeReasonOfGroup(rewrite.group) : null;
  return (
    ofGroup ??
    logCallsOf(rewrite)
      .map(unsafeReasonOfCall)
      .find((reason) => reason !== null) ??
    null
  );
}

function requestsOfGroup({ definitions, calls }: LoggerGroup): LoggerRequest[] {
  const pairs = [
    ...calls.flatMap(({ call }) => call.pairs),
    ...definitions.flatMap(({ chain }) => chain.pairs),
  ];
  return definitions.flatMap(({ node, chain: { start } }) => {
    if (start.kind === "variable") return [];
    const uses = calls
      .map(({ call }) => call.node)
      .filter((call) => topLevelDeclarationOf(call) === topLevelDeclarationOf(node));
    return [{ node, uses, keys: keysOf(pairs), replaced: start.importPath }];
  });
}

function keysOf(pairs: readonly Pair[]): string[] {
  return pairs.map(({ name }) => name);
}

function isStatement({ parent }: GoNode): boolean {
  return /^(?:expression|defer|go)_statement$/u.test(parent?.kind ?? "");
}
