import type { Report } from "@gopherwood/core/runner";
import { compareReports, formatComparison } from "@gopherwood/formatter-markdown";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError, type Io } from "./io.ts";

const USAGE = `Usage: gopherwood compare <before.json> <after.json>

Compares two reports: which violations are new, fixed, allowed or moved. Write each with
'gopherwood --format report --output-file report.json'.

Exit status: 0 no new violations, 1 new violations, 2 the work could not be done, by this
command or by one of the runs.
`;

/**
 * Prints the comparison of two files that `--format report` wrote.
 *
 * @param paths Of the two, relative to the working directory.
 * @returns The exit code: 2 if one of the runs had problems, else 1 if there are new violations.
 * @throws {UsageError} If one of them cannot be read.
 */
export function compare(paths: readonly string[], { cwd, stdout }: Io): number {
  if (paths.includes("--help") || paths.includes("-h")) {
    stdout.write(USAGE);
    return 0;
  }
  const [before, after, ...others] = paths;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError("It takes two reports: gopherwood compare <before.json> <after.json>");
  }
  const reports = [readReport(before, cwd), readReport(after, cwd)] as const;
  const comparison = compareReports(...reports);
  stdout.write(`${formatComparison(comparison)}\n`);
  if (reports.some(({ problems }) => problems.length > 0)) return 2;
  return comparison.added.length > 0 ? 1 : 0;
}

function readReport(path: string, cwd: string): Report {
  let report: unknown;
  try {
    const text = readFileSync(resolve(cwd, path), "utf8").replace(/^\uFEFF/u, "");
    if (text.trim() === "") throw new Error("it is empty.");
    report = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read as a report: ${why}`);
  }
  const { schema, ...rest } = (report ?? {}) as Record<string, unknown>;
  const [, major, minor] = /^(\d+)\.(\d+)$/u.exec(String(schema)) ?? [];
  if (major !== undefined && (major !== "1" || Number(minor) < 3)) {
    throw new UsageError(
      `${path} is a report of version ${String(schema)}, and this command reads 1.3 and later ` +
        `versions 1: write it again with 'gopherwood --format report --output-file ${path}'.`,
    );
  }
  if (major === undefined || !hasShape(rest)) {
    throw new UsageError(
      `${path} is no report: write one with 'gopherwood --format report --output-file ${path}'.`,
    );
  }
  return report as Report;
}

const LISTS = ["files", "sites", "systems", "categories", "problems"] as const;

/**
 * Returns true if the parts that are compared are there; `report.schema.json` has the whole
 * shape.
 */
function hasShape(report: Record<string, unknown>): boolean {
  const { rules, root, assessment } = report;
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  return (
    typeof root === "string" &&
    isObject(rules) &&
    isObject(assessment) &&
    LISTS.every((key) => {
      const list = report[key];
      return Array.isArray(list) && list.every(isObject);
    })
  );
}
