import type { Report } from "@gopherwood/core/runner";
import { structuredPatch } from "diff";
import { counted, oneLine, printable, printableLines, showPath } from "../text.ts";

type Result = Report["results"][number];
type Message = Result["messages"][number];
type Edit = NonNullable<Message["fix"]>;

/** More findings than these are counted and not shown. */
const MOST_FINDINGS = 100;
/** More lines of a change than these are not shown. */
const MOST_LINES = 20;
/** More edits than these are not searched for the least of them, which takes quadratic time. */
const MOST_EDITS = 500;

/**
 * Returns findings as a compact text for the context window of a coding assistant: the place,
 * the severity, the rule and the message of each on one line, and below it what its fix or its
 * suggestions change. Of many findings the first are shown, the rest is counted by rule.
 *
 * @param cwd Absolute; paths are shown relative to it.
 */
export function formatAgent({ results }: Report, cwd: string): string {
  const findings = results.flatMap((result) =>
    result.messages.map((message) => ({ result, message })),
  );
  const shown = findings.slice(0, MOST_FINDINGS);
  const blocks = shown.map(({ result, message }) => agentFinding(result, message, cwd));
  const rest = findings.slice(MOST_FINDINGS).map(({ message }) => message);
  return [...blocks, ...describeRest(rest), summarise(results)].join("\n");
}

/** Returns one finding as `formatAgent` shows it, without a line break at its end. */
export function agentFinding(result: Result, message: Message, cwd: string): string {
  const { line, column, ruleId, fix, suggestions = [] } = message;
  const severity = message.fatal === true || message.severity === 2 ? "error" : "warning";
  const rule = ruleId === null ? "" : `${printable(ruleId)}: `;
  const place = `${printable(showPath(result.filePath, cwd))}:${line}:${column}`;
  // ESLint counts offsets after a byte order mark.
  const source = result.source?.replace(/^\uFEFF/u, "") ?? null;
  const changes =
    source === null
      ? []
      : [
          ...(fix ? ["fix:", ...changedLines(source, fix)] : []),
          ...suggestions.flatMap(({ desc, fix: edit }) => [
            `suggestion: ${oneLine(desc)}`,
            ...changedLines(source, edit),
          ]),
        ];
  return [`${place} ${severity} ${rule}${oneLine(message.message)}`, ...changes].join("\n");
}

/** Returns the lines that an edit changes, as a diff without context, below their number. */
function changedLines(source: string, { range: [start, end], text }: Edit): string[] {
  const after = source.slice(0, start) + text + source.slice(end);
  const options = { context: 0, maxEditLength: MOST_EDITS };
  const patch = structuredPatch("", "", source, after, undefined, undefined, options);
  const lines = (patch?.hunks ?? []).flatMap((hunk) => [`@@ ${hunk.oldStart}`, ...hunk.lines]);
  if (!patch || lines.length > MOST_LINES) return ["(the change is too long to show)"];
  return lines.filter((line) => !line.startsWith("\\")).map(printableLines);
}

/** Returns a line with the number of findings that are not shown; none if there are none. */
function describeRest(messages: readonly Message[]): string[] {
  if (messages.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { ruleId } of messages) {
    const name = ruleId ?? "no rule";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rules = [...counts].sort(([, a], [, b]) => b - a);
  const list = rules.map(([rule, count]) => `${printable(rule)} ${count}`).join(", ");
  return [`${messages.length} more, not shown: ${list}. Lint fewer files to see them.`];
}

/** Returns the number of findings, and of those that have a fix. */
export function summarise(results: readonly Result[]): string {
  const sum = (count: (result: Result) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  const errors = sum(({ errorCount }) => errorCount);
  const warnings = sum(({ warningCount }) => warningCount);
  const fixable = sum((result) => result.fixableErrorCount + result.fixableWarningCount);
  return (
    `${counted(errors, "error")}, ${counted(warnings, "warning")} ` +
    `in ${counted(results.length, "file")}${fixable > 0 ? `; ${fixable} can be fixed` : ""}`
  );
}
