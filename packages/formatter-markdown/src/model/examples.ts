import type { Report } from "@gopherwood/core/runner";
import type { Site } from "./assessment.ts";
import { largestGroups } from "./group-by.ts";
import { hunksOf, type Hunk } from "./hunks.ts";

/** Code before and after a fix or a suggestion of the tool. */
export interface Example {
  readonly site: Site;
  readonly by: "fix" | "suggestion";
  /** The lines that are changed, less their common indentation. */
  readonly before: string;
  readonly after: string;
}

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Of more lines nobody sees what was changed. */
const MOST_LINES = 15;

/** So many violations of a rule are tried. */
const MOST_TRIES = 20;

/**
 * Returns for each rule the first violation that the tool can fix within few lines, a fix
 * before a suggestion; rules with many violations come first.
 */
export function findExamples(sites: readonly Site[], report: Report): Example[] {
  const results = new Map(
    report.files.map(({ path }, index) => [path, report.results[index]] as const),
  );
  const rules = largestGroups(sites, ({ ruleId }) => ruleId);
  return rules.flatMap(([, own]) => exampleOf(own, results) ?? []);
}

function exampleOf(sites: readonly Site[], results: Results): Example | null {
  for (const by of ["fix", "suggestion"] as const) {
    for (const site of sites.filter(({ fixKind }) => fixKind === by).slice(0, MOST_TRIES)) {
      const { source, edit } = editOf(site, by, results);
      const example = source === undefined || !edit ? null : applied(source, edit);
      if (example) return { site, by, ...example };
    }
  }
  return null;
}

type Results = ReadonlyMap<string, Report["results"][number] | undefined>;

function editOf(
  { file, messageIndex = -1 }: Site,
  by: Example["by"],
  results: Results,
): { source?: string | undefined; edit?: Edit | undefined } {
  const result = results.get(file);
  const message = result?.messages[messageIndex];
  const edit = by === "fix" ? message?.fix : message?.suggestions?.[0]?.fix;
  return { source: result?.source ?? result?.output, edit };
}

/**
 * Returns the lines that an edit changes, before and after it; null if they are none or too
 * many.
 */
function applied(
  source: string,
  { range: [start, end], text }: Edit,
): Pick<Example, "before" | "after"> | null {
  // ESLint counts offsets after a byte order mark.
  const code = source.replace(/^\uFEFF/u, "");
  const hunks = hunksOf(code, code.slice(0, start) + text + code.slice(end));
  if (!hunks || hunks.length === 0) return null;
  const shown = hunks.map(withContext);
  const before = textOf(shown, "before");
  const after = textOf(shown, "after");
  if (!before.trim() || !after.trim()) return null;
  const lines = [before, after].map((one) => one.split("\n").length);
  return Math.max(...lines) > MOST_LINES ? null : { before, after };
}

/** Adds the line above to a hunk that only adds or only removes lines. */
function withContext(hunk: Hunk): Hunk {
  const { above, before, after } = hunk;
  const isChange = before.length > 0 && after.length > 0;
  return isChange ? hunk : { above, before: [above, ...before], after: [above, ...after] };
}

/** Returns the lines of one side, with a mark between hunks. */
function textOf(hunks: readonly Hunk[], side: "before" | "after"): string {
  return hunks
    .map((hunk) => hunk[side].map((line) => line.slice(indentOf(hunk))).join("\n"))
    .join("\n// ...\n");
}

function indentOf({ before, after }: Hunk): number {
  const lines = [...before, ...after].filter((line) => line.trim() !== "");
  return Math.min(...lines.map((line) => line.length - line.trimStart().length));
}
