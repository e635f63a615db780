import { largestGroups } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import type { Site } from "./assessment.ts";
import { hunksOf, type Hunk } from "./hunks.ts";

/** Code before and after a fix of the tool. */
export interface Example {
  readonly site: Site;
  /** The lines that are changed, less their common indentation. */
  readonly before: string;
  readonly after: string;
}

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** An example of more lines hides its change. */
const MOST_LINES = 15;

/** The number of violations of a rule that are tried. */
const MOST_TRIES = 20;

/**
 * Returns for each rule the first violation that `--fix` fixes within few lines; rules with many
 * violations come first. Suggestions are no examples: they may change the program's behaviour.
 */
export function findExamples(sites: readonly Site[], report: Report): Example[] {
  const results = new Map(
    report.files.map(({ path }, index) => [path, report.results[index]] as const),
  );
  const rules = largestGroups(sites, ({ ruleId }) => ruleId);
  return rules.flatMap(([, own]) => exampleOf(own, results) ?? []);
}

type Results = ReadonlyMap<string, Report["results"][number] | undefined>;

function exampleOf(sites: readonly Site[], results: Results): Example | null {
  const fixable = sites.filter(({ fixKind }) => fixKind === "fix");
  for (const site of fixable.slice(0, MOST_TRIES)) {
    const result = results.get(site.file);
    const source = result?.source ?? result?.output;
    const edit = result?.messages[site.messageIndex ?? -1]?.fix;
    const example = source === undefined || !edit ? null : applied(source, edit);
    if (example) return { site, ...example };
  }
  return null;
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
