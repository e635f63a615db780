import { listed } from "../markdown/words.ts";
import type { Site } from "./assessment.ts";

/** How many violations are mended in which way. */
export interface Mending {
  /** By `--fix`. */
  readonly fix: number;
  /** By an edit that the tool offers and a person chooses. */
  readonly suggestion: number;
  readonly hand: number;
}

/** What one of them costs with its review, in minutes. */
const MINUTES = { fix: 1, suggestion: 4, hand: 10 };

/** Sums up to this are low, then medium, in hours; more is high. */
const LOW = 4;
const MEDIUM = 40;

export interface Effort {
  readonly level: "none" | "low" | "medium" | "high";
  /** From and to, in hours, in halves. */
  readonly hours: readonly [number, number];
}

export function mendingOf(violations: readonly Site[]): Mending {
  const mending = { fix: 0, suggestion: 0, hand: 0 };
  for (const { mend = "hand" } of violations) mending[mend] += 1;
  return mending;
}

/** The work that violations are, as `docs/assessment.md` writes the formula down. */
export function effortOf({ fix, suggestion, hand }: Mending): Effort {
  const minutes = fix * MINUTES.fix + suggestion * MINUTES.suggestion + hand * MINUTES.hand;
  const halves = (share: number) => Math.max(0.5, Math.round((minutes * share) / 30) / 2);
  if (minutes === 0) return { level: "none", hours: [0, 0] };
  const hours: [number, number] = [halves(2 / 3), halves(4 / 3)];
  return { level: hours[1] <= LOW ? "low" : hours[1] <= MEDIUM ? "medium" : "high", hours };
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

/** `1-2 hours`, `half an hour`. */
export function describeHours([from, to]: Effort["hours"]): string {
  if (to === 0) return "nothing to do";
  if (to === 0.5) return "half an hour";
  return from === to ? `${to} ${to === 1 ? "hour" : "hours"}` : `${from}-${to} hours`;
}

/** `2 by the tool, 3 by a suggestion and 4 by hand`. */
export function describeMending({ fix, suggestion, hand }: Mending): string {
  const parts = [
    fix > 0 ? `${fix} by the tool` : "",
    suggestion > 0 ? `${suggestion} by a suggestion` : "",
    hand > 0 ? `${hand} by hand` : "",
  ];
  return listed(parts.filter(Boolean));
}
