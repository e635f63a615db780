import { list, paragraph, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { Site } from "../model/assessment.ts";
import { byReason } from "../model/reasons.ts";

/** Returns why violations have to be fixed by hand; the numbers of the reasons add up. */
export function reasonsByHand(sites: readonly Site[]): Block[] {
  const manual = sites.filter(({ fixKind = "manual" }) => fixKind === "manual");
  if (manual.length === 0) return [];
  const reasons = byReason(manual, ({ noFixReason = "the rule has no fix" }) => noFixReason);
  return [
    paragraph(`By hand (${counted(manual.length, "violation")}), because:`),
    list(reasons.map(({ text, count }) => ({ text: [`${text} (${grouped(count)})`] }))),
  ];
}
