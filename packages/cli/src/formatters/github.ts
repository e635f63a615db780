import { findingsOf, type Finding } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { counted, printable } from "../text.ts";
import { pathFrom } from "./path-from.ts";

/** GitHub shows so many annotations of a step, of errors and of warnings. */
const MOST = 10;

/**
 * Yields the findings as commands that GitHub Actions shows as annotations. Those that it would
 * not show are lines of a group of the log.
 *
 * @param repository The directory that paths are relative to, absolute.
 */
export function* formatGithub(report: Report, repository: string): Generator<string> {
  const shown = [...findingsOf(report)].filter(({ suppressions }) => suppressions.length === 0);
  let before = "";
  for (const kind of ["error", "warning"] as const) {
    const own = shown.filter(({ message }) => (message.severity === 2) === (kind === "error"));
    for (const finding of own.slice(0, MOST)) {
      const path = pathFrom(repository, report.root, finding.file);
      yield before + commandOf(kind, finding, path);
      before = "\n";
    }
    const others = own.slice(MOST);
    if (others.length === 0) continue;
    yield `${before}::group::${counted(others.length, `more ${kind}`)} without an annotation`;
    for (const finding of others) {
      yield `\n${lineOf(finding, pathFrom(repository, report.root, finding.file))}`;
    }
    yield "\n::endgroup::";
    before = "\n";
  }
}

function commandOf(kind: "error" | "warning", { message }: Finding, path: string): string {
  const { line, column, endLine, endColumn, ruleId, message: text } = message;
  const properties = {
    file: path,
    line,
    endLine: endLine ?? line,
    // With columns, GitHub takes one line only.
    ...(endLine === line && { col: column, endColumn: endColumn ?? column }),
    title: ruleId ?? "gopherwood",
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${kind} ${listed.join(",")}::${escaped(text)}`;
}

/** Returns a finding as a line that no text of it makes a command. */
function lineOf({ message }: Finding, path: string): string {
  const { line, column, ruleId, message: text } = message;
  const rule = ruleId === null ? "" : ` (${ruleId})`;
  return printable(`- ${path}:${line}:${column}: ${text}${rule}`);
}

/** Returns a text as the data of a command. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
