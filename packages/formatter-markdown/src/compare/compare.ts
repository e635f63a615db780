import type { Report } from "@gopherwood/core/runner";
import type { Site } from "../model/assessment.ts";

/** What became of the violations of a report in a later one. */
export interface Comparison {
  readonly before: Report;
  readonly after: Report;
  /** Violations that were not there before. */
  readonly added: readonly Site[];
  /** Violations that are not there any more. */
  readonly mended: readonly Site[];
  /** Violations that an exception or a directive allows now. */
  readonly allowed: readonly Site[];
  /** Violations that are in another file now. */
  readonly moved: readonly Move[];
  /** How many are where they were, whatever their line is now. */
  readonly unchanged: number;
  /** Ids of rules that only one of the reports has, sorted. */
  readonly rulesAdded: readonly string[];
  readonly rulesRemoved: readonly string[];
}

export interface Move {
  readonly from: Site;
  readonly to: Site;
}

/**
 * Pairs the violations of two reports: by rule, file, declaration and code, then without
 * the file. Lines do not count, so what is above a violation may grow.
 */
export function compareReports(before: Report, after: Report): Comparison {
  const old = of(before, "violation");
  const now = of(after, "violation");
  const same = pair(old, now, inFile);
  const moved = pair(same.left, same.right, anywhere);
  const allowed = pair(moved.left, of(after, "exempt"), inFile);
  return {
    before,
    after,
    added: moved.right,
    mended: allowed.left,
    allowed: allowed.pairs.map(({ to }) => to),
    moved: moved.pairs,
    unchanged: same.pairs.length,
    rulesAdded: Object.keys(after.rules).filter((id) => !Object.hasOwn(before.rules, id)),
    rulesRemoved: Object.keys(before.rules).filter((id) => !Object.hasOwn(after.rules, id)),
  };
}

function of({ sites }: Report, verdict: Site["verdict"]): Site[] {
  return sites.filter((site) => site.verdict === verdict);
}

function inFile(site: Site): string {
  return `${site.file}\0${anywhere(site)}`;
}

function anywhere({ ruleId, symbol, subject }: Site): string {
  return `${ruleId}\0${symbol}\0${subject}`;
}

/** Pairs sites with the same key in their order, and gives what is left over. */
function pair(
  before: readonly Site[],
  after: readonly Site[],
  keyOf: (site: Site) => string,
): { pairs: Move[]; left: Site[]; right: Site[] } {
  const waiting = new Map<string, Site[]>();
  for (const site of before) {
    const key = keyOf(site);
    const known = waiting.get(key);
    if (known) known.push(site);
    else waiting.set(key, [site]);
  }
  const pairs: Move[] = [];
  const right: Site[] = [];
  for (const to of after) {
    const from = waiting.get(keyOf(to))?.shift();
    if (from) pairs.push({ from, to });
    else right.push(to);
  }
  const left = new Set([...waiting.values()].flat());
  return { pairs, left: before.filter((site) => left.has(site)), right };
}
