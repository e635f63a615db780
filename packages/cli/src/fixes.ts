import { groupByReason } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { counted, printable, table } from "./text.ts";

/** Returns how many violations were fixed, have a suggestion, or are left and why. */
export function formatFixSummary({ fixes, sites, vanished }: Report): string {
  const fixed = fixes.reduce((sum, { count }) => sum + count, 0);
  const left = sites.filter(({ verdict }) => verdict === "violation");
  const suggested = left.filter(({ fixKind }) => fixKind === "suggestion");
  // Their type is left out, they would not parse, or their file could not be written.
  const notApplied = left.filter(({ fixKind }) => fixKind === "fix");
  const byHand = left.length - suggested.length - notApplied.length;
  const reasons = groupByReason(
    left.filter(({ fixKind }) => fixKind === "manual"),
    ({ noFixReason, ruleId }) => `${ruleId}: ${noFixReason ?? "has no fix"}`,
  );
  const rows = reasons.map(({ items, text }) => ["  ", String(items.length), text]);
  return (
    `gopherwood: fixed ${fixed} of ${fixed + left.length + vanished.length}; ` +
    (notApplied.length > 0 ? `${notApplied.length} not applied; ` : "") +
    `${counted(suggested.length, "suggestion")}; ${byHand} by hand` +
    `${rows.length > 0 ? `:\n${table(rows)}` : "."}\n` +
    formatVanished(vanished)
  );
}

/** Returns the findings that fixes of other rules hid, one a line; empty if there is none. */
function formatVanished(vanished: Report["vanished"]): string {
  if (vanished.length === 0) return "";
  const rows = vanished.map(({ file, line, column, message, ruleId }) => [
    "  ",
    printable(`${file}:${line}:${column}`),
    printable(`${message} (${ruleId})`),
  ]);
  return (
    `gopherwood: ${counted(vanished.length, "finding")} of before ` +
    `${vanished.length === 1 ? "is" : "are"} gone and not fixed, ` +
    `because a fix changed the code:\n${table(rows)}\n`
  );
}
