import type { Context } from "../context.ts";
import { heading, list, paragraph, strong, type Block } from "../markdown/nodes.ts";
import { counted } from "../markdown/words.ts";
import { isActive } from "../model/overall.ts";
import { cleanup } from "./cleanup.ts";
import { documents } from "./documents.ts";
import { fixes } from "./fixes.ts";

const PRIORITIES = [
  { title: "fix the violations", write: fixes },
  { title: "keep what is compliant", write: keep },
  { title: "clean up", write: cleanup },
  { title: "update the documentation", write: documents },
];

/** Returns the work in the code base, by priority. */
export function actions(context: Context): Block[] {
  const written = PRIORITIES.map(({ title, write }) => ({ title, blocks: write(context) }));
  const some = written.filter(({ blocks }) => blocks.length > 0);
  return [
    heading(2, "Recommended actions"),
    ...some.flatMap(({ title, blocks }, index) => [
      heading(3, `Priority ${index + 1}: ${title}`),
      ...blocks,
    ]),
    ...(some.length === 0 ? [paragraph("Nothing has to be done.")] : []),
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
  return items.length === 0 ? [] : [paragraph("Nothing has to change here:"), list(items)];
}
