/** How far a system keeps the rules of a category; `docs/assessment.md` has the rules. */
export type Status = "compliant" | "mixed" | "partial" | "non-compliant" | "not applicable";

/** How many sites have each verdict. */
export interface Counts {
  readonly violation: number;
  readonly compliant: number;
  readonly exempt: number;
  readonly undecided: number;
}

/** The status that some counts have. */
export function statusOf({ violation, compliant, exempt }: Counts): Status {
  if (violation === 0) return compliant + exempt > 0 ? "compliant" : "not applicable";
  if (compliant === 0) return "non-compliant";
  return compliant >= violation ? "mixed" : "partial";
}

/** The share of sites that keep the rules of those that keep or break them, or null. */
export function complianceOf({ violation, compliant }: Counts): Share | null {
  const whole = violation + compliant;
  return whole === 0 ? null : { part: compliant, whole };
}

export interface Share {
  readonly part: number;
  readonly whole: number;
}
