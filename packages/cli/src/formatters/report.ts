import type { Report } from "@gopherwood/core/runner";
import { jsonChunks } from "./json-chunks.ts";

/** Returns the parts of the whole report, as `@gopherwood/core/report.schema.json` describes it. */
export function formatReport(report: Report): Iterable<string> {
  return jsonChunks(report);
}
