import type { Gopherwood, Report } from "@gopherwood/core/runner";
import { baselinePath } from "./find.ts";

/**
 * Returns a function that subtracts the baseline from a report.
 *
 * @param named Relative to the working directory; false for no baseline, and by default the
 *   nearest.
 * @throws {UsageError} If the baseline cannot be used.
 */
export async function subtraction(
  named: string | false | undefined,
  engine: Gopherwood,
  cwd: string,
): Promise<(report: Report) => Report> {
  const path = baselinePath(named, cwd);
  if (path === null) return (report) => report;
  const { applyBaseline, loadBaseline } = await import("./apply.ts");
  const baseline = await loadBaseline(path, engine);
  return (report) => applyBaseline(report, baseline);
}
