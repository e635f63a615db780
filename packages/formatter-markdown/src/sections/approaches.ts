import { code, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import { groupBy, type AssessedCategory, type Site } from "../model/assessment.ts";

/** The ways in which code does what a rule is about, where the rule tells several apart. */
export function approaches({ sites }: AssessedCategory): Block[] {
  const named = sites.compliant.filter(({ approach }) => approach !== undefined);
  return [...groupBy(named, ({ ruleId }) => ruleId)].flatMap(([ruleId, some]) => {
    const against = sites.violation.filter((site) => site.ruleId === ruleId).length;
    return ofRule(ruleId, some, against);
  });
}

function ofRule(ruleId: string, sites: readonly Site[], against: number): Block[] {
  const ways = [...groupBy(sites, ({ approach }) => approach ?? "")];
  const count = ways.length + (against > 0 ? 1 : 0);
  if (count < 2) return [];
  ways.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  const items = ways.map(([approach, some]) => ({
    text: [strong(approach), `: compliant, ${counted(some.length, "site")}`],
  }));
  const others = {
    text: [strong("none of these"), `: ${counted(against, "violation")}`],
  };
  return [
    paragraph(strong("Approaches in use"), " for ", code(ruleId), `: ${count}.`),
    list(against > 0 ? [...items, others] : items, true),
  ];
}
