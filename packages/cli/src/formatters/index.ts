import { errorResults, type Report } from "@gopherwood/core/runner";
import { colorsFor } from "../colors.ts";
import type { Format } from "../options.ts";
import { formatJson } from "./json.ts";
import { formatReport } from "./report.ts";
import { formatStylish } from "./stylish.ts";

export interface FormatContext {
  readonly format: Format;
  /** Absolute. */
  readonly cwd: string;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Prints a report; with `quiet`, warnings are left out of it. */
export function formatResults(
  report: Report,
  { format, cwd, color, quiet }: FormatContext,
): string {
  const shown = quiet ? { ...report, results: errorResults(report.results) } : report;
  switch (format) {
    case "json":
      return formatJson(shown);
    case "report":
      return formatReport(shown);
    case "stylish":
      return formatStylish(shown, { cwd, quiet, colors: colorsFor(color) });
  }
}
