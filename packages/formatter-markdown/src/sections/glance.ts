import { withIcon, type Context } from "../context.ts";
import { paragraph, table, type Block } from "../markdown/nodes.ts";
import { counted, grouped, percent } from "../markdown/words.ts";
import type { AssessedSystem } from "../model/assessment.ts";
import { complianceOf } from "../model/status.ts";

/**
 * A row for each system: how many violations, what share is compliant, what is broken most.
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
        { title: "Compliance", align: "right" },
        { title: "Broken most" },
      ],
      shown.map((system) => row(system, context)),
    ),
    ...(more > 0 ? [paragraph(`And ${counted(more, "more system")}.`)] : []),
  ];
}

function row(system: AssessedSystem, { options }: Context): string[] {
  const { name, status, counts, categories, isNamed } = system;
  const share = complianceOf(counts);
  const broken = categories
    .filter((category) => category.counts.violation > 0)
    .sort((a, b) => b.counts.violation - a.counts.violation)
    .slice(0, 3)
    .map((category) => `${category.name} (${grouped(category.counts.violation)})`);
  return [
    name,
    isNamed ? withIcon(status, options) : "",
    grouped(counts.violation),
    share === null ? "" : `${percent(share.part, share.whole)}%`,
    broken.join(", "),
  ];
}
