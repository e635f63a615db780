import type { Report } from "../report.ts";
import { survey } from "./survey.ts";

/**
 * Returns a report with its survey, which reads the documents and imports in its root.
 *
 * @param output A document to leave out, absolute: the one that is being written.
 */
export async function withSurvey(report: Report, output?: string): Promise<Report> {
  return { ...report, survey: await survey(report, report.root, output) };
}
