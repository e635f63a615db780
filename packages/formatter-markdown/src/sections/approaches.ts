import { list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import { groupBy, type AssessedCategory } from "../model/assessment.ts";

/** The ways in which code does what a rule is about, where the rule tells several apart. */
export function approaches({ sites }: AssessedCategory): Block[] {
  const named = sites.compliant.filter(({ approach }) => approach !== undefined);
  const ways = [...groupBy(named, ({ approach }) => approach ?? "")];
  if (ways.length === 0) return [];
  const rules = new Set(named.map(({ ruleId }) => ruleId));
  const against = sites.violation.filter(({ ruleId }) => rules.has(ruleId)).length;
  ways.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  const count = ways.length + (against > 0 ? 1 : 0);
  return [
    paragraph(strong("Approaches in use"), `: ${count}.`),
    list(
      [
        ...ways.map(([approach, some]) => ({
          text: [strong(approach), `: compliant, ${counted(some.length, "site")}`],
        })),
        ...(against > 0
          ? [{ text: [strong("none of these"), `: ${counted(against, "violation")}`] }]
          : []),
      ],
      true,
    ),
  ];
}
