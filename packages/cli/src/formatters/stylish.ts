import type { Report } from "@gopherwood/core/runner";
import type { Colors } from "../colors.ts";
import { counted, grouped, oneLine, printable, showPath } from "../text.ts";

type Result = Report["results"][number];
type Message = Result["messages"][number];

export interface StylishContext {
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  readonly colors: Colors;
  /** Leave out everything that is not an error. */
  readonly quiet: boolean;
}

/**
 * Returns a line for each message, which starts with a place that terminals and editors make
 * clickable, then a summary and the number of sites that are compliant or undecided.
 */
export function formatStylish(report: Report, context: StylishContext): string {
  const files = report.results.filter(({ messages }) => messages.length > 0);
  const blocks = files.map((result) => formatFile(result, context));
  const summary = summarise(report, files, context);
  return [...blocks, ...(summary ? [summary] : [])].join("\n\n");
}

function formatFile({ filePath, messages }: Result, { cwd, colors }: StylishContext): string {
  const path = printable(showPath(filePath, cwd));
  const rows = messages.map((message) => ({
    place: `:${message.line ?? 1}:${message.column ?? 1}`,
    message,
  }));
  const width = rows.reduce((most, { place }) => Math.max(most, place.length), 0);
  const lines = rows.map(({ place, message }) => {
    const where = `${colors.underline(path + place)}${" ".repeat(width - place.length)}`;
    const rule = message.ruleId === null ? "" : `  ${colors.dim(printable(message.ruleId))}`;
    return `${where}  ${severity(message, colors)}  ${oneLine(message.message)}${rule}`;
  });
  return lines.join("\n");
}

function severity({ severity, fatal }: Message, colors: Colors): string {
  return fatal === true || severity === 2 ? colors.red("error  ") : colors.yellow("warning");
}

function summarise(
  report: Report,
  files: readonly Result[],
  { colors, quiet }: StylishContext,
): string {
  const errors = sum(files.map(({ errorCount }) => errorCount));
  const warnings = sum(files.map(({ warningCount }) => warningCount));
  const evidence = quiet ? "" : describeEvidence(report);
  const hints = [describeBaseline(report), evidence].filter(Boolean);
  const hint = hints.map((line) => `\n  ${colors.dim(line)}`).join("");
  if (errors + warnings === 0) {
    if (quiet || report.files.length === 0) return "";
    return colors.green(`✔ no problems in ${counted(report.files.length, "file")}`) + hint;
  }
  const text =
    `✖ ${counted(errors + warnings, "problem")} ` +
    `(${counted(errors, "error")}, ${counted(warnings, "warning")}) ` +
    `in ${counted(files.length, "file")}`;
  return colors.bold(errors > 0 ? colors.red(text) : colors.yellow(text)) + hint;
}

/** Returns what the baseline has; empty if there is none. */
function describeBaseline({ baseline }: Report): string {
  if (!baseline) return "";
  const { path, old, fixed } = baseline;
  const known = `${counted(old, "old violation")} in ${printable(path)}`;
  return fixed.length === 0
    ? known
    : `${known}, ${fixed.length} fixed: 'gopherwood baseline --prune' takes them out`;
}

/** Returns the number of sites that are no violations; empty if there are none. */
function describeEvidence({ evidence: { compliant, undecided, unread } }: Report): string {
  const present = Object.entries({ compliant, undecided }).filter(([, count]) => count > 0);
  if (present.length === 0) return "";
  const parts = present.map(([verdict, count]) => `${grouped(count)} ${verdict}`);
  const sites = compliant + undecided === 1 ? "site" : "sites";
  const missing =
    unread.length === 0
      ? ""
      : `; ${counted(unread.length, "package")} could not be read: 'go mod download' may decide more`;
  return `${parts.join(", ")} ${sites}${missing}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
