import type { Report } from "@gopherwood/core/runner";
import type { Context } from "./context.ts";
import type { Block } from "./markdown/nodes.ts";
import { print } from "./markdown/print.ts";
import { assess } from "./model/assessment.ts";
import { optionsOf, SECTIONS, type Section } from "./options.ts";
import { actions } from "./sections/actions.ts";
import { comparison } from "./sections/comparison.ts";
import { compliance } from "./sections/compliance.ts";
import { evidence } from "./sections/evidence.ts";
import { head } from "./sections/head.ts";
import { nextSteps } from "./sections/next-steps.ts";
import { recommendation } from "./sections/recommendation.ts";
import { systems } from "./sections/systems.ts";
import { summary } from "./summary.ts";

export { compareReports, type Comparison } from "./compare/compare.ts";
export { formatComparison } from "./compare/format.ts";

const WRITERS: Record<Section, (context: Context) => Block[]> = {
  systems,
  evidence,
  compliance,
  comparison,
  actions,
  recommendation,
  "next-steps": nextSteps,
};

/**
 * Returns the assessment of a report as one Markdown document, without a line break at the end.
 * The same report and day give the same text.
 *
 * @param today The date of the document if the config gives none, `YYYY-MM-DD`.
 */
export function formatMarkdown(report: Report, today: string): string {
  const options = optionsOf(report, today);
  const context = { assessment: assess(report), options };
  const wanted = SECTIONS.filter((section) => options.sections.includes(section));
  return print([...head(context), ...wanted.flatMap((section) => WRITERS[section](context))]);
}

/**
 * Returns the assessment on one screen, for a comment on a pull request.
 *
 * @param today As for `formatMarkdown`.
 */
export function formatMarkdownSummary(report: Report, today: string): string {
  return print(summary(report, today));
}
