import { largestGroups } from "@gopherwood/core/report";
import { fileLink, linesOf, type Context } from "../context.ts";
import { code, list, paragraph, strong, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { AssessedSystem, Site } from "../model/assessment.ts";
import { isCleanup } from "../model/cleanup.ts";
import { describeHours, describeFixes, effortOf, countFixes } from "../model/effort.ts";
import { taskOf } from "../model/task.ts";
import { groupLines } from "../model/lines.ts";
import { isActive, violationsOf } from "../model/overall.ts";
import { cutTable } from "./cut.ts";
import { examples } from "./examples.ts";
import { reasonsByHand } from "./reasons-by-hand.ts";

/** Returns the violations to fix in each system that is in use. */
export function fixes(context: Context): Block[] {
  const { systems, report } = context.assessment;
  return systems.filter(isActive).flatMap((system) => {
    const sites = violationsOf([system]).filter((site) => !isCleanup(site, report));
    return sites.length === 0 ? [] : inSystem(system, sites, context);
  });
}

function inSystem({ name }: AssessedSystem, sites: readonly Site[], context: Context): Block[] {
  const { rules } = context.assessment.report;
  const { hours } = effortOf(sites, context.options.effort);
  return [
    paragraph(
      strong(name),
      `: ${counted(sites.length, "violation")}, ${describeFixes(countFixes(sites))}; ` +
        `${describeHours(hours)}. Required changes:`,
    ),
    list(
      largestGroups(sites, ({ ruleId }) => ruleId).map(([ruleId, some]) => ({
        text: [code(ruleId), ` (${grouped(some.length)}): ${taskOf(rules[ruleId])}`],
      })),
      true,
    ),
    ...fileTable(sites, context),
    ...reasonsByHand(sites),
    ...examples(sites, context, context.options.excerpts),
  ];
}

const COLUMNS = [
  { title: "File to fix" },
  { title: "Where" },
  { title: "Violations", align: "right" },
] as const;

/** Returns a row for each file, those with the most violations first. */
function fileTable(sites: readonly Site[], context: Context): Block[] {
  const files = largestGroups(sites, ({ file }) => file).sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
  );
  const rows = (some: typeof files) =>
    table(
      COLUMNS,
      some.map(([file, own]) => [
        fileLink(file, context),
        linesOf(file, groupLines(own.map(({ range }) => range.start.line)), context),
        grouped(own.length),
      ]),
    );
  return cutTable(files, rows, context, (others) => {
    const count = others.flatMap(([, own]) => own).length;
    return `${counted(count, "more violation")} in ${counted(others.length, "more file")}`;
  });
}
