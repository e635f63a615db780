import { didYouMean } from "./nearest-name.ts";
import { isRuleGlob, matchesRule } from "./rule-list.ts";

const KEY = Symbol.for("@gopherwood/core rules");

/** The ids of the rules of all packs that the process has loaded, by their namespace. */
const known = ((globalThis as { [KEY]?: Map<string, Set<string>> })[KEY] ??= new Map());

/** Makes the rules of a pack known to directives. */
export function addKnownRules(namespace: string, names: Iterable<string>): void {
  const ids = known.get(namespace) ?? new Set();
  for (const name of names) ids.add(`${namespace}/${name}`);
  known.set(namespace, ids);
}

/**
 * Returns the sentence about an entry of a directive's list that is, or matches, no rule of a
 * pack; null for one that does, and for one that is of no pack: a config can give a pack another
 * namespace, and plugins of ESLint have rules too.
 */
export function unknownRule(entry: string): string | null {
  const ids = known.get(entry.slice(0, Math.max(0, entry.lastIndexOf("/"))));
  if (!ids || [...ids].some((id) => matchesRule(entry, id))) return null;
  return isRuleGlob(entry)
    ? `No rule matches '${entry}'.`
    : `There is no rule '${entry}'${didYouMean(entry, ids)}`;
}
