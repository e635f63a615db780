import { ruleLink, type Context } from "../context.ts";
import { codeBlock, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import { groupBy, type AssessedSystem, type Site } from "../model/assessment.ts";
import { isCleanup } from "../model/cleanup.ts";
import { describeHours, describeMending, effortOf, mendingOf } from "../model/effort.ts";
import { findExample } from "../model/example.ts";
import { isActive, violationsOf } from "../model/overall.ts";
import { violationTable } from "./violations.ts";

/** The violations to fix in each system that is in use. */
export function fixes(context: Context): Block[] {
  const { systems, report } = context.assessment;
  const blocks = systems.filter(isActive).flatMap((system) => {
    const sites = violationsOf([system]).filter((site) => !isCleanup(site, report));
    return sites.length === 0 ? [] : inSystem(system, sites, context);
  });
  return blocks.length > 0 ? blocks : [paragraph("Nothing to fix: there are no violations.")];
}

function inSystem({ name }: AssessedSystem, sites: readonly Site[], context: Context): Block[] {
  const { rules } = context.assessment.report;
  const mending = mendingOf(sites);
  const { hours } = effortOf(mending);
  const byRule = [...groupBy(sites, ({ ruleId }) => ruleId)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return [
    paragraph(
      strong(name),
      `: ${counted(sites.length, "violation")}, ${describeMending(mending)}; ` +
        `about ${describeHours(hours)}. Required changes:`,
    ),
    list(
      byRule.map(([ruleId, some]) => ({
        text: [
          ...ruleLink(ruleId, context),
          ` (${some.length}): ${rules[ruleId]?.description ?? ""}`,
        ],
      })),
      true,
    ),
    ...violationTable(sites, context),
    ...reasonsByHand(sites),
    ...example(sites, context),
  ];
}

const MOST_REASONS = 5;

/** Why the tool does not mend what it cannot, where rules say so. */
function reasonsByHand(sites: readonly Site[]): Block[] {
  const said = sites.filter(
    ({ mend, unfixable }) => mend === "hand" && unfixable !== undefined,
  );
  if (said.length === 0) return [];
  const reasons = [...groupBy(said, ({ unfixable }) => unfixable ?? "")]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_REASONS);
  return [
    paragraph("By hand, because:"),
    list(reasons.map(([reason, some]) => ({ text: [`${reason} (${grouped(some.length)})`] }))),
  ];
}

/** The real code, before and after a real edit. */
function example(sites: readonly Site[], { assessment }: Context): Block[] {
  const found = findExample(sites, assessment.report);
  if (!found) return [];
  const { site, before, after, by } = found;
  const how = by === "fix" ? "the fix" : "the suggestion";
  return [
    paragraph(`For example, ${site.file}:${site.range.start.line} before and after ${how}:`),
    codeBlock("go", `// BEFORE\n${before}`),
    codeBlock("go", `// AFTER\n${after}`),
  ];
}
