import type { GoNode } from "@gopherwood/core";
import type { LevelCall } from "./level-call.ts";
import type { LoggerGroup } from "./logger-group.ts";
import { isFunction } from "./parameters.ts";

/** Keys that slog gives to what every record has. */
const OWN_KEYS = /^(?:time|level|msg)$/u;

const IN_NO_ORDER = "the fields of a map come in no order";

/** logrus' logger is one for the whole run; one of slog keeps the handler that it is made with. */
const TOO_EARLY = "it is made before main sets slog up";

/** What a person has to look at when a call is written with slog; null if it does the same. */
export function doubtAboutCall(call: LevelCall): string | null {
  const { node, level, chain, message } = call;
  if (level === "Fatal") return "see that the program still ends as it did";
  if (level === "Panic") return "see that what recovers takes a string for the record";
  if (level === "Trace") return "slog has no level below debug by name";
  if (typeof level !== "string") return "its level is worked out of the number of logrus'";
  if (chain.maps.length > 0) return IN_NO_ORDER;
  const names = chain.pairs.map(({ name }) => name);
  if (new Set(names).size < names.length) return "a key is there twice";
  const isRun = node.parent?.kind === "expression_statement";
  if (!isRun && message.isMade) return "the message is made before the call runs";
  return doubtAboutKeys(names);
}

/** The same of loggers that are handed on, their calls apart. */
export function doubtAboutGroup({ makers, keyTwice }: LoggerGroup): string | null {
  if (makers.some(({ node, from }) => !from && runsBeforeMain(node))) return TOO_EARLY;
  if (makers.some(({ chain }) => chain.maps.length > 0)) return IN_NO_ORDER;
  if (keyTwice) return "a key is there twice";
  return doubtAboutKeys(makers.flatMap(({ chain }) => chain.pairs.map(({ name }) => name)));
}

/** True for a value of the package's variables, or of an `init`. */
function runsBeforeMain(node: GoNode): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.kind === "function_declaration") return parent.name.text === "init";
    if (isFunction(parent)) return false;
  }
  return true;
}

function doubtAboutKeys(names: readonly string[]): string | null {
  const own = names.find((name) => OWN_KEYS.test(name));
  return own === undefined ? null : `slog writes '${own}' itself`;
}
