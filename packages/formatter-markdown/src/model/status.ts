/**
 * A verdict on the sites of a system by the rules of a category, as `docs/assessment.md`
 * defines it.
 */
export type Status = "compliant" | "mixed" | "partial" | "non-compliant" | "not applicable";

/** The number of sites of each verdict. */
export interface Counts {
  readonly violation: number;
  readonly compliant: number;
  readonly exempt: number;
  readonly undecided: number;
}

export function countsOf(sites: readonly { readonly verdict: keyof Counts }[]): Counts {
  const counts = { violation: 0, compliant: 0, exempt: 0, undecided: 0 };
  for (const { verdict } of sites) counts[verdict] += 1;
  return counts;
}

/** From the best to the worst. */
const ORDER: readonly Status[] = [
  "not applicable",
  "compliant",
  "mixed",
  "partial",
  "non-compliant",
];

/**
 * Returns the worst of some statuses: many sites that keep one rule do not make up for another.
 */
export function worstOf(statuses: readonly Status[]): Status {
  const worst = Math.max(0, ...statuses.map((status) => ORDER.indexOf(status)));
  return ORDER[worst] ?? "not applicable";
}

/** Returns the status of one rule from its counts. */
export function statusOf({ violation, compliant, exempt }: Counts): Status {
  if (violation === 0) return compliant + exempt > 0 ? "compliant" : "not applicable";
  if (compliant === 0) return "non-compliant";
  return compliant >= violation ? "mixed" : "partial";
}

/** Returns the share of compliant sites among compliant ones and violations, or null. */
export function complianceOf({ violation, compliant }: Counts): Share | null {
  const whole = violation + compliant;
  return whole === 0 ? null : { part: compliant, whole };
}

export interface Share {
  readonly part: number;
  readonly whole: number;
}
