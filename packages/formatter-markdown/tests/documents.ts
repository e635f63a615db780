import type { Report } from "@gopherwood/core/runner";
import { formatMarkdown } from "../src/index.ts";

/** The day on which documents are written, unless their config has another. */
export const TODAY = "2026-01-02";

/** Returns the document of a report with an appendix that leaves nothing out. */
export function full(report: Report): string {
  return formatMarkdown(report, TODAY, { appendix: "full" });
}
