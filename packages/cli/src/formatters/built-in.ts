import { quietReport, type Report } from "@gopherwood/core/runner";
import { colorsFor } from "../colors.ts";
import type { Io } from "../io.ts";
import type { OutputOptions } from "../options/options.ts";
import { today } from "../today.ts";

/** The surroundings of a format. */
export interface FormatContext {
  /** Absolute. */
  readonly cwd: string;
  /** The root of the repository, or the working directory without one; absolute. */
  readonly repository: string;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly appendix: OutputOptions["appendix"];
  readonly env: Io["env"];
}

/** Returns a report as a text, or its parts. */
type Formatter = (
  report: Report,
  context: FormatContext,
) => Promise<Iterable<string> | string> | Iterable<string> | string;

/** The formats that the command has itself. Each loads its modules when it is used. */
export const BUILT_IN: ReadonlyMap<string, Formatter> = new Map<string, Formatter>([
  [
    "stylish",
    async (report, { cwd, color, quiet }) => {
      const { formatStylish } = await import("./stylish.ts");
      return formatStylish(shown(report, quiet), { cwd, quiet, colors: colorsFor(color) });
    },
  ],
  [
    "agent",
    async (report, { cwd, quiet }) => {
      const { formatAgent } = await import("./agent.ts");
      return formatAgent(shown(report, quiet), cwd);
    },
  ],
  [
    "json",
    async (report, { quiet }) => {
      const { formatJson } = await import("./json.ts");
      return formatJson(shown(report, quiet));
    },
  ],
  [
    "report",
    async (report, { quiet }) => {
      const { formatReport } = await import("./report.ts");
      return formatReport(shown(report, quiet));
    },
  ],
  [
    "markdown",
    async (report, { env, appendix }) => {
      const { formatMarkdown } = await import("@gopherwood/formatter-markdown");
      return formatMarkdown(report, today(env), { appendix });
    },
  ],
  [
    "markdown-summary",
    async (report, { env }) => {
      const { formatMarkdownSummary } = await import("@gopherwood/formatter-markdown");
      return formatMarkdownSummary(report, today(env));
    },
  ],
  [
    "html",
    async (report, { env }) => {
      const { formatHtml } = await import("@gopherwood/formatter-html");
      return formatHtml(report, today(env));
    },
  ],
  [
    "sarif",
    async (report, { quiet, repository }) => {
      const { formatSarif } = await import("@gopherwood/formatter-sarif");
      return formatSarif(shown(report, quiet), { base: repository });
    },
  ],
  [
    "github",
    async (report, { quiet, repository }) => {
      const { formatGithub } = await import("./github.ts");
      return formatGithub(shown(report, quiet), repository);
    },
  ],
  [
    "gitlab",
    async (report, { quiet, repository }) => {
      const { formatGitlab } = await import("./gitlab.ts");
      return formatGitlab(shown(report, quiet), repository);
    },
  ],
  [
    "junit",
    async (report, { quiet }) => {
      const { formatJunit } = await import("./junit.ts");
      return formatJunit(shown(report, quiet));
    },
  ],
  [
    "checkstyle",
    async (report, { quiet }) => {
      const { formatCheckstyle } = await import("./checkstyle.ts");
      return formatCheckstyle(shown(report, quiet));
    },
  ],
]);

/** The formats that show documents and imports as well. */
export const WITH_SURVEY = new Set(["report", "markdown", "markdown-summary", "html"]);

/** Returns the part of a report that is to be shown: with `quiet`, warnings are left out. */
function shown(report: Report, quiet: boolean): Report {
  return quiet ? quietReport(report) : report;
}
