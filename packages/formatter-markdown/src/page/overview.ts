import type { Context } from "../context.ts";
import {
  code,
  heading,
  paragraph,
  strong,
  taskList,
  type Block,
  type Inline,
} from "../markdown/nodes.ts";
import { counted, grouped, listed } from "../markdown/words.ts";
import { choicesOf, comparableCounts, type Choice } from "../model/recommendation.ts";
import { describeCounts } from "../model/share.ts";
import { sharedBy } from "../model/shared.ts";
import { stepsOf } from "../model/steps.ts";

const MOST_STEPS = 8;
const MOST_PACKAGES = 3;

/** Returns the systems to use, what the systems share, and the next steps. */
export function overview(context: Context): Block[] {
  const { assessment, options } = context;
  const steps = stepsOf(assessment, options.date);
  const more = steps.length - MOST_STEPS;
  return [
    heading(2, "Summary"),
    ...choicesOf(assessment).map((choice) => paragraph(...describeChoice(choice, context))),
    ...shared(context),
    ...(steps.length === 0
      ? [paragraph("Nothing has to be done.")]
      : [
          taskList(
            steps.slice(0, MOST_STEPS).map(({ done, text }) => ({ done, text: [text] })),
          ),
        ]),
    ...(more > 0 ? [paragraph(`And ${counted(more, "more step")}.`)] : []),
  ];
}

/** Returns the system of a group to use and why, or that the evidence does not separate them. */
export function describeChoice(
  { group, chosen, others, by }: Choice,
  { assessment }: Context,
): Inline[] {
  const count = others.length + (chosen === null ? 0 : 1);
  const systems = counted(count, "system");
  if (chosen !== null && by === "status") {
    const why = `It is the only active one of ${systems}.`;
    return [strong(`System to use for ${group}`), `: ${chosen.name}. ${why}`];
  }
  const active = [...(chosen === null ? [] : [chosen]), ...others].filter(
    ({ status }) => status === "active",
  );
  const counts = comparableCounts(active, assessment.report);
  const numbers = listed(
    active.map(({ name }, index) => {
      const own = counts[index];
      return `${name} ${own ? describeCounts(own.sum) : "-"}`;
    }),
  );
  if (chosen !== null) {
    return [
      strong(`System to use for ${group}`),
      `: ${chosen.name}. It has the largest share of compliant sites by the rules that judge ` +
        `all of them: ${numbers}.`,
    ];
  }
  return [
    strong(`No reason to prefer a system for ${group}`),
    active.length === 0
      ? `: none of ${systems} is active.`
      : `: the evidence does not separate them. Compliant sites, by the rules that judge all ` +
        `of them: ${numbers}. Decide by what code does not show, such as features, users and ` +
        "plans, and set the status of the others to deprecated.",
  ];
}

function shared({ assessment }: Context): Block[] {
  const { copies, packages } = sharedBy(assessment);
  const files = copies.map(
    ({ of, like, files: count }) =>
      `${counted(count, "file")} of ${of} ${count === 1 ? "is" : "are"} like files of ${like}`,
  );
  const shown = packages.slice(0, MOST_PACKAGES);
  const noun = "that several of them import";
  const imported: Inline[] = [
    files.length > 0 ? "; " : "",
    counted(packages.length, `package ${noun}`, `packages ${noun}`),
    ": ",
    ...shown.flatMap(({ path, systems }, index) => [
      index > 0 ? ", " : "",
      code(path),
      ` (${grouped(systems.length)} systems)`,
    ]),
    packages.length > shown.length ? " and others" : "",
  ];
  const parts = [files.join("; "), ...(packages.length > 0 ? imported : [])];
  if (files.length + packages.length === 0) return [];
  return [paragraph(strong("What the systems share"), ": ", ...parts, ".")];
}
