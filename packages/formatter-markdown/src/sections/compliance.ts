import { withIcon, type Context } from "../context.ts";
import { heading, paragraph, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { AssessedCategory } from "../model/assessment.ts";
import { groupBy } from "@gopherwood/core/report";

const COLUMNS = [{ title: "Category" }, { title: "Status" }, { title: "Details" }] as const;

/** Returns a table for each system: the status of each category, and its counts. */
export function compliance(context: Context): Block[] {
  const { systems } = context.assessment;
  return [
    heading(2, "Compliance summary"),
    ...systems.flatMap(({ name, categories }) => [
      heading(3, `${name}: summary`),
      categories.length === 0
        ? paragraph("No rule is on.")
        : table(
            COLUMNS,
            categories.map((category) => [
              category.name,
              withIcon(category.status, context.options),
              detailsOf(category),
            ]),
          ),
    ]),
  ];
}

/** Returns counts in words: `9 violations in 1 file, 60 compliant, 2 exempt (snapshot)`. */
function detailsOf({ counts, sites, rules }: AssessedCategory): string {
  if (rules.length === 0) return "no rule is on";
  const files = new Set(sites.violation.map(({ file }) => file)).size;
  const parts = [
    counts.violation > 0
      ? `${counted(counts.violation, "violation")} in ${counted(files, "file")}`
      : "",
    counts.compliant > 0 ? `${grouped(counts.compliant)} compliant` : "",
    counts.exempt > 0 ? `${grouped(counts.exempt)} exempt (${reasonsOf(sites.exempt)})` : "",
    counts.undecided > 0 ? `${grouped(counts.undecided)} undecided` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "no site was judged";
}

function reasonsOf(sites: AssessedCategory["sites"]["exempt"]): string {
  const reasons = [...groupBy(sites, ({ reason = "" }) => reason)];
  const [first] = reasons.sort(([, a], [, b]) => b.length - a.length);
  const others = reasons.length - 1;
  return `${first?.[0] ?? ""}${others > 0 ? ` and ${counted(others, "other reason")}` : ""}`;
}
