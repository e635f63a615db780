import type { GoNode } from "@gopherwood/core";
import type { SourceName } from "../options.ts";
import type { LogCall } from "../parse/log-call.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import type { LoggerRequest, LoggerSource, Target } from "../targets/target.ts";
import { isOwnStatement } from "../text.ts";
import { logCallsOf, loggerRequestsOf, unsafeReasonOf, type Rewrite } from "./rewrite.ts";

/** A rewrite, and the loggers that it is written with. */
export interface Plan {
  readonly rewrite: Rewrite;
  readonly source: SourceName;
  /** The logger for each node that asked for one. */
  readonly targets: ReadonlyMap<GoNode, Target>;
  /** The reason for which the plan is only suggested; null for a fix. */
  readonly unsafeReason: string | null;
}

/**
 * Returns a plan with the first source that has a logger for every request of a rewrite,
 * or the refusal of the last source.
 *
 * @param text The file's.
 */
export function planOf(
  rewrite: Rewrite,
  sources: readonly LoggerSource[],
  text: string,
): Plan | Refusal {
  const obstacle = logCallsOf(rewrite)
    .map((call) => obstacleTo(call, text))
    .find((found) => found !== null);
  if (obstacle) return obstacle;
  const requests = loggerRequestsOf(rewrite);
  const reason = unsafeReasonOf(rewrite);
  let refusal = refuse({ code: "no-logger" });
  for (const source of sources) {
    const targets = targetsFor(requests, source);
    if (isRefusal(targets)) {
      refusal = targets;
      continue;
    }
    const values = [...targets.values()];
    if (hasWrittenType(rewrite) && !values.every(({ isSlog }) => isSlog)) {
      refusal = refuse({ code: "written-type" });
      continue;
    }
    const reasons = [reason, ...values.map(({ unsafeReason }) => unsafeReason)];
    const unsafeReason = reasons.find((found) => found !== null) ?? null;
    return { rewrite, source: source.name, targets, unsafeReason };
  }
  return refusal;
}

/** Returns a refusal if a call cannot be replaced by other statements where it stands. */
function obstacleTo(call: LogCall, text: string): Refusal | null {
  const { node, level, maps, messageHasSideEffects } = call;
  const name = level.kind === "name" ? level.name : "";
  const ends = name === "Fatal" || name === "Panic";
  if (!ends && maps.length === 0) return null;
  if (!isOwnStatement(node, text)) {
    return ends
      ? refuse({ code: "ends-within-statement", name })
      : refuse({ code: "map-within-statement" });
  }
  return name === "Panic" && messageHasSideEffects
    ? refuse({ code: "message-made-once" })
    : null;
}

/** Returns true for loggers that have to be of slog's type. */
function hasWrittenType(rewrite: Rewrite): boolean {
  return rewrite.kind === "group" && rewrite.group.types.length > 0;
}

/** Returns the loggers of a source for some requests, or its refusal for one of them. */
function targetsFor(
  requests: readonly LoggerRequest[],
  source: LoggerSource,
): ReadonlyMap<GoNode, Target> | Refusal {
  const targets = new Map<GoNode, Target>();
  for (const request of requests) {
    const target = source.targetFor(request);
    if (isRefusal(target)) return target;
    targets.set(request.node, target);
  }
  return targets;
}
