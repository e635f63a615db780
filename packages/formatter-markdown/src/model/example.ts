import type { Report } from "@gopherwood/core/runner";
import type { Site } from "./assessment.ts";

/** Code before and after a fix or a suggestion of the tool. */
export interface Example {
  readonly site: Site;
  readonly by: "fix" | "suggestion";
  /** Whole lines, less their common indentation. */
  readonly before: string;
  readonly after: string;
}

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Of more lines nobody sees what was changed. */
const MOST_LINES = 15;

/** The first violation that the tool can mend within few lines, a fix before a suggestion. */
export function findExample(sites: readonly Site[], report: Report): Example | null {
  for (const by of ["fix", "suggestion"] as const) {
    for (const site of sites.filter(({ mend }) => mend === by)) {
      const { source, edit } = editOf(site, by, report);
      const example = source === undefined || !edit ? null : applied(source, edit);
      if (example) return { site, by, ...example };
    }
  }
  return null;
}

function editOf(
  { file, ruleId, range }: Site,
  by: Example["by"],
  { files, results }: Report,
): { source?: string | undefined; edit?: Edit | undefined } {
  const result = results[files.findIndex(({ path }) => path === file)];
  const message = result?.messages.find(
    ({ ruleId: id, line, column }) =>
      id === ruleId && line === range.start.line && column === range.start.column,
  );
  const edit = by === "fix" ? message?.fix : message?.suggestions?.[0]?.fix;
  return { source: result?.source, edit };
}

/** The lines that an edit touches, before and after it; null if they are too many. */
function applied(
  source: string,
  { range: [start, end], text }: Edit,
): Pick<Example, "before" | "after"> | null {
  // ESLint counts offsets behind a byte order mark.
  const code = source.replace(/^\uFEFF/u, "");
  const from = code.lastIndexOf("\n", start - 1) + 1;
  const newline = code.indexOf("\n", end);
  const to = newline === -1 ? code.length : newline;
  const before = code.slice(from, to);
  const after = code.slice(from, start) + text + code.slice(end, to);
  const lines = [before, after].map((one) => one.split("\n"));
  if (lines.some(({ length }) => length > MOST_LINES)) return null;
  const indent = Math.min(
    ...lines
      .flat()
      .filter((line) => line.trim())
      .map(indentOf),
  );
  const [left = "", right = ""] = lines.map((some) =>
    some.map((line) => line.slice(indent)).join("\n"),
  );
  return { before: left, after: right };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
