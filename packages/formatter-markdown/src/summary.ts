import type { Report } from "@gopherwood/core/runner";
import { withIcon, type Context } from "./context.ts";
import { code, heading, paragraph, table, taskList, type Block } from "./markdown/nodes.ts";
import { counted, grouped, percent } from "./markdown/words.ts";
import { assess, type AssessedSystem } from "./model/assessment.ts";
import { overallStatus } from "./model/overall.ts";
import { complianceOf } from "./model/status.ts";
import { stepsOf } from "./model/steps.ts";
import { optionsOf } from "./options.ts";

const MOST_SYSTEMS = 8;
const MOST_STEPS = 8;

/** The result on one screen. */
export function summary(report: Report, today: string): Block[] {
  const assessment = assess(report);
  const options = optionsOf(report, today);
  const context = { assessment, options };
  const shown = assessment.systems.slice(0, MOST_SYSTEMS);
  const more = assessment.systems.length - shown.length;
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
    table(
      [
        { title: "System" },
        { title: "Status" },
        { title: "Violations", align: "right" },
        { title: "Compliance", align: "right" },
        { title: "Rules broken most" },
      ],
      shown.map((system) => row(system, context)),
    ),
    ...(more > 0 ? [paragraph(`And ${counted(more, "more system")}.`)] : []),
    ...(steps.length === 0
      ? []
      : [taskList(steps.map(({ done, text }) => ({ done, text: [text] })))]),
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
