import { groupByReason } from "@gopherwood/core/report";
import type { Site } from "./assessment.ts";

/** A reason that sites share. */
export interface Reason {
  readonly text: string;
  readonly count: number;
  readonly first: Site;
}

const MOST = 6;

/** Groups sites by their reason, the most common first; beyond six they are one group. */
export function byReason(
  sites: readonly Site[],
  reasonOf: (site: Site) => string | undefined,
): Reason[] {
  const groups = groupByReason(sites, (site) => reasonOf(site) ?? "no reason given");
  const shown = groups.length > MOST + 1 ? MOST : groups.length;
  const rest = groups.slice(shown).flatMap(({ items }) => items);
  const [other] = rest;
  return [
    ...groups.slice(0, shown).map(({ items, ...group }) => ({ ...group, count: items.length })),
    ...(other ? [{ text: "other reasons", count: rest.length, first: other }] : []),
  ];
}
