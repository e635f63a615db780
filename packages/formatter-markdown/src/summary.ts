import type { Report } from "@gopherwood/core/runner";
import { code, heading, paragraph, taskList, type Block } from "./markdown/nodes.ts";
import { counted } from "./markdown/words.ts";
import { assess } from "./model/assessment.ts";
import { overallStatus } from "./model/overall.ts";
import { stepsOf } from "./model/steps.ts";
import { optionsOf } from "./options.ts";
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
  const lines = report.files.reduce((sum, file) => sum + file.lines, 0);
  return [
    heading(2, options.title),
    paragraph(
      `${options.date}: ${overallStatus(assessment)}. ` +
        `${counted(report.sites.length, "judged site")}, ${counted(report.files.length, "file")}, ` +
        counted(lines, "line"),
      ...(report.commit ? [", ", code(report.commit.hash.slice(0, 12))] : []),
      ".",
    ),
    ...glance(context, MOST_SYSTEMS),
    ...(steps.length === 0
      ? []
      : [taskList(steps.map(({ done, text }) => ({ done, text: [text] })))]),
  ];
}
