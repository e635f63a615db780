import type { Report } from "@gopherwood/core/runner";
import type { Io } from "./io.ts";
import type { OutputOptions } from "./options/options.ts";
import { formatProblem } from "./problems.ts";

/**
 * Prints on standard error what a report's formats do not show: problems, and that there are too
 * many warnings.
 *
 * @returns The exit code: 2 if there are problems, else 1 if there are errors or too many warnings.
 */
export function conclude(
  report: Report,
  { maxWarnings }: OutputOptions,
  { stderr }: Io,
): number {
  for (const problem of report.problems) stderr.write(formatProblem(problem));
  const errors = report.results.some(({ errorCount }) => errorCount > 0);
  const warnings = report.results.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const tooMany = maxWarnings >= 0 && warnings > maxWarnings;
  if (tooMany && !errors) {
    stderr.write(`gopherwood: too many warnings: ${warnings} (maximum: ${maxWarnings}).\n`);
  }
  if (report.problems.length > 0) return 2;
  return errors || tooMany ? 1 : 0;
}
