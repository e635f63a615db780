import type { Context } from "../context.ts";
import {
  code,
  heading,
  link,
  paragraph,
  table,
  type Block,
  type Inline,
} from "../markdown/nodes.ts";
import { grouped } from "../markdown/words.ts";
import { groupBy } from "@gopherwood/core/report";
import { countsOf } from "../model/status.ts";

const COLUMNS = [
  { title: "Rule" },
  { title: "Violations", align: "right" },
  { title: "Compliant", align: "right" },
  { title: "Exempt", align: "right" },
  { title: "Undecided", align: "right" },
] as const;

/**
 * Returns the counts of the rules that found violations or undecided sites, linked to their
 * pages, and the names of the other rules. This is the only place that links rules.
 */
export function rules({ assessment: { report } }: Context): Block[] {
  const sitesOf = groupBy(report.sites, ({ ruleId }) => ruleId);
  const all = Object.entries(report.rules).map(([ruleId, { url }]) => ({
    ruleId,
    name: link(url, code(ruleId)),
    counts: countsOf(sitesOf.get(ruleId) ?? []),
  }));
  const open = all.filter(({ counts }) => counts.violation + counts.undecided > 0);
  const clean = all.filter((rule) => !open.includes(rule));
  const rows = open
    .sort((a, b) => b.counts.violation - a.counts.violation)
    .map(({ name, counts: { violation, compliant, exempt, undecided } }) => [
      name,
      ...[violation, compliant, exempt, undecided].map(grouped),
    ]);
  const names = clean.flatMap(({ ruleId }, index): Inline[] => [
    index > 0 ? ", " : "",
    code(ruleId),
  ]);
  if (all.length === 0) return [];
  return [
    heading(3, "Rules"),
    ...(rows.length > 0 ? [table(COLUMNS, rows)] : []),
    ...(names.length > 0 ? [paragraph("Without violations: ", ...names, ".")] : []),
  ];
}
