import { enclosingFunction, type GoNode } from "@gopherwood/core";
import type { LoggerGroup } from "../data-flow/logger-group.ts";
import type { Level } from "../parse/level.ts";
import type { LogCall } from "../parse/log-call.ts";

/** Keys that slog has for what every record has. */
const OWN_KEYS = /^(?:time|level|msg)$/u;

const FIELDS_WITHOUT_ORDER = "the fields of a map come in no order";
const REPEATED_KEY = "a key is there twice";

/** Returns the reason for which a call is only suggested to be written with slog, or null. */
export function unsafeReasonOfCall({
  node,
  level,
  pairs,
  maps,
  message,
}: LogCall): string | null {
  const ofLevel = unsafeReasonOfLevel(level);
  if (ofLevel !== null) return ofLevel;
  if (maps.length > 0) return FIELDS_WITHOUT_ORDER;
  const names = pairs.map(({ name }) => name);
  if (new Set(names).size < names.length) return REPEATED_KEY;
  const isDeferred = node.parent?.kind !== "expression_statement";
  if (isDeferred && message.kind === "formatted") {
    return "the message is made before the call runs";
  }
  return unsafeReasonOfKeys(names);
}

/** Returns the reason for which the loggers of a group are only suggested, its calls apart. */
export function unsafeReasonOfGroup(group: LoggerGroup): string | null {
  const { definitions, hasRepeatedKeys } = group;
  // logrus has one logger for the whole run; one of slog keeps the handler it is made with.
  if (definitions.some(({ node, from }) => !from && runsBeforeMain(node))) {
    return "it is made before main sets slog up";
  }
  if (definitions.some(({ chain }) => chain.maps.length > 0)) return FIELDS_WITHOUT_ORDER;
  if (hasRepeatedKeys) return REPEATED_KEY;
  return unsafeReasonOfKeys(
    definitions.flatMap(({ chain }) => chain.pairs.map(({ name }) => name)),
  );
}

function unsafeReasonOfLevel(level: Level): string | null {
  if (level.kind === "expression") return "its level is worked out of the number of logrus'";
  switch (level.name) {
    case "Fatal":
      return "see that the program still ends as it did";
    case "Panic":
      return "see that what recovers takes a string for the record";
    case "Trace":
      return "slog has no level below debug by name";
    default:
      return null;
  }
}

function unsafeReasonOfKeys(names: readonly string[]): string | null {
  const own = names.find((name) => OWN_KEYS.test(name));
  return own === undefined ? null : `slog writes '${own}' itself`;
}

/** Returns true for the value of a package's variable, and in an `init` function. */
function runsBeforeMain(node: GoNode): boolean {
  const around = enclosingFunction(node);
  return (
    around === null || (around.kind === "function_declaration" && around.name.text === "init")
  );
}
