import { findingsOf, groupBy } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import { xml } from "./xml.ts";

/** Yields the findings as Checkstyle's XML; clean files are left out. */
export function* formatCheckstyle(report: Report): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">';
  const shown = [...findingsOf(report)].filter(({ suppressions }) => suppressions.length === 0);
  for (const [file, findings] of groupBy(shown, (finding) => finding.file)) {
    yield `\n  <file name="${xml(file)}">`;
    for (const { message } of findings) {
      const { ruleId, line, column, severity, message: text } = message;
      yield (
        `\n    <error line="${line}" column="${column}" ` +
        `severity="${severity === 2 ? "error" : "warning"}" message="${xml(text)}"` +
        `${ruleId === null ? "" : ` source="${xml(ruleId)}"`} />`
      );
    }
    yield "\n  </file>";
  }
  for (const { path, message, line } of report.problems) {
    yield (
      `\n  <file name="${xml(path)}">` +
      `\n    <error line="${line ?? 1}" severity="error" message="${xml(message)}" />` +
      "\n  </file>"
    );
  }
  yield "\n</checkstyle>";
}
