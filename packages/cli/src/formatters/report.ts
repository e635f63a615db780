import type { Report } from "@gopherwood/core/runner";

/** Returns the whole report, as `@gopherwood/core/report.schema.json` describes it. */
export function formatReport(report: Report): string {
  return JSON.stringify(report, null, 2);
}
