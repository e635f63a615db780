import type { Context } from "../context.ts";
import { heading, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import { isActive } from "../model/overall.ts";
import { cleanup } from "./cleanup.ts";
import { documents } from "./documents.ts";
import { fixes } from "./fixes.ts";

/** What is to be done, by priority. */
export function actions(context: Context): Block[] {
  return [
    heading(2, "Recommended actions"),
    heading(3, "Priority 1: fix the violations"),
    ...fixes(context),
    heading(3, "Priority 2: keep what is compliant"),
    ...keep(context),
    heading(3, "Priority 3: clean up"),
    ...cleanup(context),
    heading(3, "Priority 4: update the documentation"),
    ...documents(context),
  ];
}

function keep({ assessment }: Context): Block[] {
  const items = assessment.systems.filter(isActive).flatMap(({ name, categories }) =>
    categories
      .filter(({ status }) => status === "compliant")
      .map((category) => {
        const { compliant, exempt } = category.counts;
        const counts = [
          counted(compliant, "compliant site"),
          ...(exempt > 0 ? [counted(exempt, "allowed exception")] : []),
        ];
        return { text: [strong(category.name), ` in ${name}: ${counts.join(", ")}.`] };
      }),
  );
  return items.length === 0
    ? [paragraph("No category is without violations yet.")]
    : [paragraph("Nothing has to change here:"), list(items)];
}
