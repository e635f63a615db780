import { unreadPackageOf } from "@gopherwood/core";
import type { Report } from "@gopherwood/core/runner";
import { isAbsolute, relative } from "node:path";
import type { Colors } from "../colors.ts";
import { counted, printable } from "../text.ts";

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
 * clickable, then a summary and the number of sites of other verdicts.
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

function showPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? path : short;
}

function severity({ severity, fatal }: Message, colors: Colors): string {
  return fatal === true || severity === 2 ? colors.red("error  ") : colors.yellow("warning");
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*\n\s*/gu, " "));
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

/** Returns the number of sites of other verdicts; empty if there are none. */
function describeEvidence({ sites }: Report): string {
  const counts = (["compliant", "exempt", "undecided"] as const).map((verdict) => ({
    verdict,
    count: sites.filter((site) => site.verdict === verdict).length,
  }));
  const present = counts.filter(({ count }) => count > 0);
  if (present.length === 0) return "";
  const total = sum(present.map(({ count }) => count));
  const parts = present.map(
    ({ verdict, count }) => `${count.toLocaleString("en-US")} ${verdict}`,
  );
  return `${parts.join(", ")} ${total === 1 ? "site" : "sites"}${describeUnread(sites)}`;
}

/** Returns the number of packages for want of which sites are undecided; empty for none. */
function describeUnread(sites: Report["sites"]): string {
  const unread = new Set(sites.map(({ reason = "" }) => unreadPackageOf(reason)));
  unread.delete(null);
  return unread.size === 0
    ? ""
    : `; ${counted(unread.size, "package")} could not be read: 'go mod download' may decide more`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
