import type { Context } from "../context.ts";
import { heading, paragraph, strong, taskList, type Block } from "../markdown/nodes.ts";
import { counted, listed } from "../markdown/words.ts";
import { stepsOf } from "../model/steps.ts";
import { isActive, violationsOf } from "../model/overall.ts";

/** Returns the next steps as a list to tick off, and the systems to leave alone. */
export function nextSteps({ assessment, options }: Context): Block[] {
  const old = assessment.systems.filter((system) => !isActive(system));
  const open = violationsOf(old).length;
  const names = listed(old.map(({ name }) => name));
  const steps = stepsOf(assessment, options.date);
  return [
    heading(2, "Next steps"),
    steps.length === 0
      ? paragraph("None.")
      : taskList(steps.map(({ done, text }) => ({ done, text: [text] }))),
    ...(old.length === 0
      ? []
      : [
          paragraph(
            strong("To leave alone"),
            `: ${names}, which ${old.length === 1 ? "is" : "are"} deprecated, with ${counted(open, "violation")}.`,
          ),
        ]),
  ];
}
