import { quietReport, type Report } from "@gopherwood/core/runner";
import { colorsFor } from "../colors.ts";
import type { Io } from "../io.ts";
import type { Format, Options } from "../options.ts";
import { today } from "../today.ts";
import { formatAgent } from "./agent.ts";
import { formatJson } from "./json.ts";
import { formatReport } from "./report.ts";
import { formatStylish } from "./stylish.ts";

export interface FormatContext {
  readonly format: Format;
  /** Absolute. */
  readonly cwd: string;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly appendix: Options["appendix"];
  readonly env: Io["env"];
}

/** Returns a report as a text, or its parts; with `quiet`, warnings are left out of it. */
export async function formatResults(
  report: Report,
  { format, cwd, color, quiet, appendix, env }: FormatContext,
): Promise<Iterable<string> | string> {
  const shown = quiet ? quietReport(report) : report;
  switch (format) {
    case "agent":
      return formatAgent(shown, cwd);
    case "json":
      return formatJson(shown);
    case "report":
      return formatReport(shown);
    case "markdown": {
      const { formatMarkdown } = await import("@gopherwood/formatter-markdown");
      return formatMarkdown(report, today(env), { appendix });
    }
    case "markdown-summary": {
      const { formatMarkdownSummary } = await import("@gopherwood/formatter-markdown");
      return formatMarkdownSummary(report, today(env));
    }
    case "stylish":
      return formatStylish(shown, { cwd, quiet, colors: colorsFor(color) });
  }
}
