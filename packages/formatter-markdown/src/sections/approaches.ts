import type { Context } from "../context.ts";
import { code, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted, listed } from "../markdown/words.ts";
import type { AssessedCategory, Site } from "../model/assessment.ts";
import { groupBy, largestGroups } from "@gopherwood/core/report";

/**
 * Returns the ways in which code follows or breaks a rule, where the rule tells several apart.
 */
export function approaches({ sites }: AssessedCategory, context: Context): Block[] {
  const judged = [...sites.compliant, ...sites.violation];
  return [...groupBy(judged, ({ ruleId }) => ruleId)].flatMap(([ruleId, some]) =>
    ofRule(ruleId, some, context),
  );
}

function ofRule(ruleId: string, sites: readonly Site[], context: Context): Block[] {
  const ways = ["compliant", "violation"].flatMap((verdict) => {
    const own = sites.filter((site) => site.verdict === verdict);
    return largestGroups(own, ({ approach }) => approach ?? "none of these");
  });
  const unused = unusedWays(ruleId, sites, context);
  const isTold = sites.some(({ approach }) => approach !== undefined);
  if (!isTold || (ways.length < 2 && unused.length === 0)) return [];
  return [
    paragraph(strong("Approaches in use"), " for ", code(ruleId), `: ${ways.length}.`),
    list(
      ways.map(([approach, some]) => {
        const count = some.length;
        const isKept = some[0]?.verdict === "compliant";
        const what = isKept
          ? `compliant, ${counted(count, "site")}`
          : counted(count, "violation");
        return { text: [strong(approach), `: ${what}`] };
      }),
      true,
    ),
    ...(unused.length > 0 ? [paragraph(strong("Not used here"), `: ${listed(unused)}.`)] : []),
  ];
}

/** Returns the compliant ways of other code, if there is no compliant site here. */
function unusedWays(
  ruleId: string,
  sites: readonly Site[],
  { assessment: { report } }: Context,
): string[] {
  if (sites.some(({ verdict }) => verdict === "compliant")) return [];
  const elsewhere = report.sites.filter(
    (site) => site.ruleId === ruleId && site.verdict === "compliant",
  );
  return [...new Set(elsewhere.flatMap(({ approach }) => approach ?? []))].sort();
}
