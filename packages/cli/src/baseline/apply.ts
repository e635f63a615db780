import { subtractBaseline } from "@gopherwood/core/report";
import type { Gopherwood, Report, ReportedBaseline } from "@gopherwood/core/runner";
import { resolve } from "node:path";
import { assertKnownRules, compare, shownPath } from "./compare.ts";
import { findBaseline, readBaseline } from "./file.ts";

/** The baseline of a run. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly entries: ReportedBaseline["fixed"];
}

/**
 * Reads the baseline that a run subtracts: a named one, or the nearest; null if there is none.
 *
 * @param named Relative to the working directory; false for no baseline.
 * @throws {UsageError} If it cannot be used.
 */
export async function loadBaseline(
  named: string | false | undefined,
  cwd: string,
  engine: Gopherwood,
): Promise<Baseline | null> {
  if (named === false) return null;
  const path = named === undefined ? findBaseline(cwd) : resolve(cwd, named);
  if (path === null) return null;
  const entries = readBaseline(path);
  await assertKnownRules(entries, path, engine);
  return { path, entries };
}

/** Returns a report in which the violations of a baseline are suppressed. */
export function applyBaseline(report: Report, { path, entries }: Baseline): Report {
  const comparison = compare(report, entries, path);
  return subtractBaseline(report, comparison, shownPath(path, report.root));
}
