import { grouped, listed } from "../markdown/words.ts";
import type { Report } from "@gopherwood/core/runner";
import { groupBy } from "@gopherwood/core/report";

type Site = Report["sites"][number];

/** The number of violations by the way in which they are fixed. */
export interface FixCounts {
  /** By `--fix`. */
  readonly fix: number;
  /** By an edit that the tool offers and a person chooses. */
  readonly suggestion: number;
  readonly manual: number;
}

/** The assumed cost of one violation with its review, in minutes. */
export const MINUTES: FixCounts = { fix: 1, suggestion: 4, manual: 10 };

/** So many of one rule cost that much; then one knows how, and each costs a third. */
const LEARNT = 20;

/** Sums up to this are low, then medium, in hours; more is high. */
const LOW = 4;
const MEDIUM = 40;

const HOURS_A_DAY = 8;

export interface Effort {
  readonly level: "none" | "low" | "medium" | "high";
  /** From and to. */
  readonly hours: readonly [number, number];
}

export function countFixes(violations: readonly Site[]): FixCounts {
  const counts = { fix: 0, suggestion: 0, manual: 0 };
  for (const { fixKind = "manual" } of violations) counts[fixKind] += 1;
  return counts;
}

/**
 * Returns the effort of some violations by the formula in `docs/assessment.md`.
 *
 * @param minutes The assumed cost of one violation.
 */
export function effortOf(violations: readonly Site[], minutes = MINUTES): Effort {
  const total = [...groupBy(violations, ({ ruleId }) => ruleId).values()]
    .map(countFixes)
    .reduce((sum, counts) => sum + minutesOf(counts, minutes), 0);
  const hours: [number, number] = [total / 90, total / 45];
  const level = hours[1] <= LOW ? "low" : hours[1] <= MEDIUM ? "medium" : "high";
  return { level: total === 0 ? "none" : level, hours };
}

function minutesOf(counts: FixCounts, minutes: FixCounts): number {
  const cost = (way: keyof FixCounts) =>
    minutes[way] * (Math.min(counts[way], LEARNT) + Math.max(0, counts[way] - LEARNT) / 3);
  return cost("fix") + cost("suggestion") + cost("manual");
}

export type Risk = "none" | "very low" | "low" | "medium" | "high";

/** Returns the risk of some fixes: `--fix` keeps the program's behaviour, a person may not. */
export function riskOf({ fix, suggestion, manual }: FixCounts): Risk {
  const judged = suggestion + manual;
  if (fix + judged === 0) return "none";
  if (judged === 0) return "very low";
  if (judged <= 25) return "low";
  return judged <= 250 ? "medium" : "high";
}

/**
 * Returns a range in words: `a few minutes`, `half an hour`, `1-2 hours` in halves, `8-15 days` where it is
 * long.
 */
export function describeHours([from, to]: Effort["hours"]): string {
  if (to === 0) return "nothing to do";
  if (to > MEDIUM) return range(from / HOURS_A_DAY, to / HOURS_A_DAY, 1, "day");
  if (to <= 0.25) return "a few minutes";
  return to <= 0.75 ? "half an hour" : range(from, to, to < 10 ? 0.5 : 1, "hour");
}

function range(from: number, to: number, step: number, unit: string): string {
  const [low, high] = [from, to].map((one) =>
    Math.max(step, Math.round(one / step) * step),
  ) as [number, number];
  const words = low === high ? `${high}` : `${low}-${high}`;
  return `${words} ${words === "1" ? unit : `${unit}s`}`;
}

/** Returns counts in words: `2 by the tool, 3 by a suggestion and 4 by hand`. */
export function describeFixes({ fix, suggestion, manual }: FixCounts): string {
  const parts = [
    fix > 0 ? `${grouped(fix)} by the tool` : "",
    suggestion > 0 ? `${grouped(suggestion)} by a suggestion` : "",
    manual > 0 ? `${grouped(manual)} by hand` : "",
  ];
  return listed(parts.filter(Boolean));
}
