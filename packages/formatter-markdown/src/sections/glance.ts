import { withIcon, type Context } from "../context.ts";
import { paragraph, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";
import { describeCounts } from "../model/share.ts";

/**
 * Returns a row for each system: the violations, the compliant sites and the worst categories.
 *
 * @param most How many systems are shown.
 */
export function glance(context: Context, most = Infinity): Block[] {
  const { systems } = context.assessment;
  const shown = systems.slice(0, most);
  const more = systems.length - shown.length;
  return [
    table(
      [
        { title: "System" },
        { title: "Status" },
        { title: "Violations", align: "right" },
        { title: "Compliant sites", align: "right" },
        { title: "Broken most" },
      ],
      shown.map((system) => row(system, context)),
    ),
    ...(more > 0 ? [paragraph(`And ${counted(more, "more system")}.`)] : []),
  ];
}

function row(system: AssessedSystem, { options }: Context): string[] {
  const { name, status, counts, categories, isNamed } = system;
  const broken = categories
    .filter((category) => category.counts.violation > 0)
    .sort((a, b) => b.counts.violation - a.counts.violation)
    .slice(0, 3)
    .map((category) => `${category.name} (${grouped(category.counts.violation)})`);
  return [
    name,
    isNamed ? withIcon(status, options) : "",
    grouped(counts.violation),
    describeCounts(counts),
    broken.join(", "),
  ];
}
