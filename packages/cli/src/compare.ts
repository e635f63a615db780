import { compareReports, formatComparison } from "@gopherwood/formatter-markdown";
import { UsageError, type Io } from "./io.ts";
import { readReport } from "./read-report.ts";

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
