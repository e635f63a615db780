import { largestGroups } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { countsOf, statusOf, worstOf, type Counts, type Status } from "./status.ts";

/** The counts and the status of a rule in a system. */
export interface JudgedRule {
  readonly ruleId: string;
  readonly status: Status;
  readonly counts: Counts;
}

/** A rule that is broken in a smaller share of the files is mixed at worst. */
const FEW = 0.1;

/** From so many violations on nobody overlooks that nothing is compliant. */
const SOME = 5;

/**
 * Judges the rules by their sites in a system, those with the most violations first.
 *
 * @param fileCount How many files of the system people wrote.
 */
export function judgeRules(sites: Report["sites"], fileCount: number): JudgedRule[] {
  const rules = largestGroups(sites, ({ ruleId }) => ruleId).map(([ruleId, some]) => {
    const counts = countsOf(some);
    const violations = some.filter(({ verdict }) => verdict === "violation");
    const files = new Set(violations.map(({ file }) => file)).size;
    const isRare = files > 0 && files < fileCount * FEW;
    return { ruleId, counts, status: isRare ? ("mixed" as const) : statusOf(counts) };
  });
  return rules.sort((a, b) => b.counts.violation - a.counts.violation);
}

/** Returns the worst status of some rules; partial is the worst where any site is compliant. */
export function statusOfRules(rules: readonly JudgedRule[]): Status {
  const worst = worstOf(rules.map(({ status }) => status));
  const isKept = rules.some(({ counts }) => counts.compliant > 0);
  if (isKept) return worst === "non-compliant" ? "partial" : worst;
  const violations = rules.reduce((sum, { counts }) => sum + counts.violation, 0);
  return violations >= SOME ? "non-compliant" : worst;
}
