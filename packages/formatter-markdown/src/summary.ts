import type { Report } from "@gopherwood/core/runner";
import { heading, paragraph, taskList, type Block } from "./markdown/nodes.ts";
import { assess } from "./model/assessment.ts";
import { overallStatus } from "./model/overall.ts";
import { stepsOf } from "./model/steps.ts";
import { optionsOf } from "./options.ts";
import { againstBaseline, basis } from "./page/head.ts";
import { glance } from "./sections/glance.ts";

const MOST_SYSTEMS = 8;
const MOST_STEPS = 8;

/** Returns the result on one screen. */
export function summary(report: Report, today: string): Block[] {
  const assessment = assess(report);
  const options = optionsOf(report, today);
  const context = { assessment, options };
  const open = stepsOf(assessment, options.date).filter(({ done }) => !done);
  const steps = open.slice(0, MOST_STEPS);
  return [
    heading(2, options.title),
    paragraph(`${options.date}: ${overallStatus(assessment)}. Read: `, ...basis(context), "."),
    ...againstBaseline(context).map((text) => paragraph("Baseline: ", ...text, ".")),
    ...glance(context, MOST_SYSTEMS),
    ...(steps.length === 0
      ? []
      : [taskList(steps.map(({ done, text }) => ({ done, text: [text] })))]),
  ];
}
