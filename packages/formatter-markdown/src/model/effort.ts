import { grouped, listed } from "../markdown/words.ts";
import type { Site } from "./assessment.ts";
import { groupBy } from "./group-by.ts";

/** How many violations are mended in which way. */
export interface Mending {
  /** By `--fix`. */
  readonly fix: number;
  /** By an edit that the tool offers and a person chooses. */
  readonly suggestion: number;
  readonly hand: number;
}

/** What one of them costs with its review, in minutes. */
const MINUTES = { fix: 1, suggestion: 4, hand: 10 } as const;

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

export function mendingOf(violations: readonly Site[]): Mending {
  const mending = { fix: 0, suggestion: 0, hand: 0 };
  for (const { mend = "hand" } of violations) mending[mend] += 1;
  return mending;
}

/** The work that violations are, as `docs/assessment.md` writes the formula down. */
export function effortOf(violations: readonly Site[]): Effort {
  const minutes = [...groupBy(violations, ({ ruleId }) => ruleId).values()]
    .map(mendingOf)
    .reduce((sum, mending) => sum + minutesOf(mending), 0);
  const hours: [number, number] = [minutes / 90, minutes / 45];
  const level = hours[1] <= LOW ? "low" : hours[1] <= MEDIUM ? "medium" : "high";
  return { level: minutes === 0 ? "none" : level, hours };
}

function minutesOf(mending: Mending): number {
  const cost = (way: keyof Mending) =>
    MINUTES[way] * (Math.min(mending[way], LEARNT) + Math.max(0, mending[way] - LEARNT) / 3);
  return cost("fix") + cost("suggestion") + cost("hand");
}

export type Risk = "none" | "very low" | "low" | "medium" | "high";

/** What may go wrong: a fix keeps what the program does, everything else is a person's. */
export function riskOf({ fix, suggestion, hand }: Mending): Risk {
  const judged = suggestion + hand;
  if (fix + judged === 0) return "none";
  if (judged === 0) return "very low";
  if (judged <= 25) return "low";
  return judged <= 250 ? "medium" : "high";
}

/** `half an hour`, `1-2 hours` in halves, `15-31 hours`, and `8-15 days` where it is long. */
export function describeHours([from, to]: Effort["hours"]): string {
  if (to === 0) return "nothing to do";
  if (to > MEDIUM) return range(from / HOURS_A_DAY, to / HOURS_A_DAY, 1, "day");
  return to <= 0.75 ? "half an hour" : range(from, to, to < 10 ? 0.5 : 1, "hour");
}

function range(from: number, to: number, step: number, unit: string): string {
  const [low, high] = [from, to].map((one) =>
    Math.max(step, Math.round(one / step) * step),
  ) as [number, number];
  const words = low === high ? `${high}` : `${low}-${high}`;
  return `${words} ${words === "1" ? unit : `${unit}s`}`;
}

/** `2 by the tool, 3 by a suggestion and 4 by hand`. */
export function describeMending({ fix, suggestion, hand }: Mending): string {
  const parts = [
    fix > 0 ? `${grouped(fix)} by the tool` : "",
    suggestion > 0 ? `${grouped(suggestion)} by a suggestion` : "",
    hand > 0 ? `${grouped(hand)} by hand` : "",
  ];
  return listed(parts.filter(Boolean));
}
