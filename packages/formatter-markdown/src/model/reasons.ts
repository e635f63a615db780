import type { Site } from "./assessment.ts";
import { largestGroups } from "./group-by.ts";

/** A reason that sites share. */
export interface Reason {
  readonly text: string;
  readonly count: number;
  readonly first: Site;
}

const MOST = 6;

/** The parts in which reasons of one kind differ: quoted names, and files. */
const NAMES = /'[^']*'|[\w./-]+\.go\b/gu;

/**
 * Groups sites by their reason, the most common first. Reasons that differ only in the names in
 * them are one.
 */
export function byReason(
  sites: readonly Site[],
  reasonOf: (site: Site) => string | undefined,
): Reason[] {
  const reason = (site: Site) => reasonOf(site) ?? "no reason given";
  const groups = largestGroups(sites, (site) => reason(site).replace(NAMES, ""));
  const reasons = groups.map(([, some]) => {
    const [[text, [first]] = ["", some]] = largestGroups(some, reason);
    const isOne = some.every((site) => reason(site) === text);
    return {
      text: isOne ? text : `${text}, and the like`,
      count: some.length,
      first: first ?? (some[0] as Site),
    };
  });
  const shown = reasons.length > MOST + 1 ? MOST : reasons.length;
  const rest = groups.slice(shown).flatMap(([, some]) => some);
  const [other] = rest;
  return [
    ...reasons.slice(0, shown),
    ...(other ? [{ text: "other reasons", count: rest.length, first: other }] : []),
  ];
}
