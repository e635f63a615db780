import { subtractBaseline } from "@gopherwood/core/report";
import type { Gopherwood, Report, ReportedBaseline } from "@gopherwood/core/runner";
import { assertKnownRules, compare, shownPath } from "./compare.ts";
import { readBaseline } from "./file.ts";

/** The baseline of a run. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly entries: ReportedBaseline["fixed"];
}

/**
 * Reads the baseline that a run subtracts.
 *
 * @param path Absolute.
 * @throws {UsageError} If it cannot be used.
 */
export async function loadBaseline(path: string, engine: Gopherwood): Promise<Baseline> {
  const entries = readBaseline(path);
  await assertKnownRules(entries, path, engine);
  return { path, entries };
}

/** Returns a report in which the violations of a baseline are suppressed. */
export function applyBaseline(report: Report, { path, entries }: Baseline): Report {
  const comparison = compare(report, entries, path);
  return subtractBaseline(report, comparison, shownPath(path, report.root));
}
