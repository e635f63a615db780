import type { Report } from "@gopherwood/core/runner";
import { compareReports, formatComparison } from "@gopherwood/formatter-markdown";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError, type Io } from "./io.ts";

const USAGE = "gopherwood compare <before.json> <after.json>";

/**
 * Prints what got better, worse and moved between two files that `--format report` wrote.
 *
 * @param paths Of the two, relative to the working directory.
 * @returns The exit code: 1 if there are violations that were not there before.
 * @throws {UsageError} If one of them cannot be read.
 */
export function compare(paths: readonly string[], { cwd, stdout }: Io): number {
  const [before, after, ...others] = paths;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError(`It takes two reports: ${USAGE}`);
  }
  const comparison = compareReports(readReport(before, cwd), readReport(after, cwd));
  stdout.write(`${formatComparison(comparison)}\n`);
  return comparison.added.length > 0 ? 1 : 0;
}

function readReport(path: string, cwd: string): Report {
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(resolve(cwd, path), "utf8")) as Partial<Report> | null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read as a report: ${why}`);
  }
  const [major, minor] = String(report?.schema).split(".").map(Number);
  if (major !== 1 || minor === undefined || minor < 1) {
    throw new UsageError(
      `${path} is no report of version 1.1 or later: write one with ` +
        "'gopherwood --format report --output-file report.json'.",
    );
  }
  return report as Report;
}
