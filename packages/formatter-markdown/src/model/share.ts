import { largestGroups } from "@gopherwood/core/report";
import { counted, grouped, percent } from "../markdown/words.ts";
import type { Site } from "./assessment.ts";
import { countsOf, type Counts } from "./status.ts";

/** A percentage of fewer sites says less than the sites. */
const FEWEST = 20;

/**
 * Returns the share of compliant sites in words: `60 of 69 sites compliant (87%)`. There is no
 * percentage for few sites, or if a rule that is broken has no compliant site.
 */
export function describeShare(sites: readonly Site[]): string {
  const { compliant, violation } = countsOf(sites);
  const whole = compliant + violation;
  if (whole === 0) return "";
  if (compliant === 0) return `no compliant site, ${counted(violation, "violation")}`;
  const share = `${grouped(compliant)} of ${counted(whole, "site")} compliant`;
  const isFair = whole >= FEWEST && largestGroups(sites, ({ ruleId }) => ruleId).every(hasBoth);
  return isFair ? `${share} (${percent(compliant, whole)}%)` : share;
}

/** Returns the compliant sites of all judged ones, without a percentage: `60 of 69`. */
export function describeCounts({ compliant, violation }: Counts): string {
  const whole = compliant + violation;
  return whole === 0 ? "-" : `${grouped(compliant)} of ${grouped(whole)}`;
}

function hasBoth([, sites]: [string, readonly Site[]]): boolean {
  const { compliant, violation } = countsOf(sites);
  return violation === 0 || compliant > 0;
}
