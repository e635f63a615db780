import type { BaselineEntry, Report, ReportedSite } from "../runner/report.ts";
import { pairInPlace, pairMoved } from "./pairing.ts";

/** The files that a baseline is compared in. */
export interface BaselineSurroundings {
  /** Returns the path of a report's file as the baseline has it. */
  readonly fileOf: (file: string) => string;
  /**
   * Returns true if there is a file, named as the baseline has it, and it declares a symbol;
   * every file has the empty one.
   */
  readonly declares: (file: string, symbol: string) => boolean;
}

/** The violations of a report and the entries of a baseline, paired. */
export interface BaselineComparison {
  /** The violations that the baseline has. */
  readonly old: readonly ReportedSite[];
  /** Those that it has not. */
  readonly added: readonly ReportedSite[];
  /** The entries whose violation is gone. */
  readonly fixed: readonly BaselineEntry[];
  /** The entries that the run could not decide on, or did not look at. */
  readonly open: readonly BaselineEntry[];
}

/**
 * Pairs the violations of a report with the entries of a baseline: by rule, file, declaration and
 * code, and then those in a file or declaration that moved or has another name.
 */
export function compareWithBaseline(
  report: Report,
  entries: readonly BaselineEntry[],
  { fileOf, declares }: BaselineSurroundings,
): BaselineComparison {
  const violations = report.sites
    .filter(({ messageIndex }) => messageIndex !== undefined)
    .map((site) => ({ ...entryOf(site, fileOf), site }));
  const same = pairInPlace(entries, violations);
  const places = new Set(entries.map(placeOf));
  const moved = pairMoved(same.left, same.right, {
    isGone: ({ file, symbol }) => !declares(file, symbol),
    isNew: (violation) => !places.has(placeOf(violation)),
  });
  const undecided = report.sites
    .filter(({ verdict }) => verdict === "undecided")
    .map((site) => entryOf(site, fileOf));
  const unpaired = pairInPlace(moved.left, undecided).left;
  const isJudged = judgedBy(report, fileOf);
  const isGone = (entry: BaselineEntry) => isJudged(entry) || !declares(entry.file, "");
  const fixed = new Set(unpaired.filter(isGone));
  return {
    old: [...same.pairs, ...moved.pairs].map(({ to }) => to.site),
    added: moved.right.map(({ site }) => site),
    fixed: [...fixed],
    open: moved.left.filter((entry) => !fixed.has(entry)),
  };
}

/** Returns the entry of a violation. */
export function entryOf(
  { ruleId, file, symbol, fingerprint = "" }: ReportedSite,
  fileOf: BaselineSurroundings["fileOf"],
): BaselineEntry {
  return { ruleId, file: fileOf(file), symbol, fingerprint };
}

/**
 * Returns the entries of a later baseline that an earlier one has not; an entry may have moved to
 * another file or declaration.
 */
export function grownEntries(
  before: readonly BaselineEntry[],
  after: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const same = pairInPlace(before, after);
  return pairMoved(same.left, same.right, { isGone: () => true, isNew: () => true }).right;
}

/** Returns a test for entries of files that the run of a report judged by their rule. */
function judgedBy(
  { files, problems }: Report,
  fileOf: BaselineSurroundings["fileOf"],
): (entry: BaselineEntry) => boolean {
  const judged = files.filter(({ outcome }) => outcome !== "ignored");
  const paths = new Set(judged.map(({ path }) => fileOf(path)));
  const broken = new Set(problems.map(({ path, ruleId = "" }) => `${fileOf(path)}\0${ruleId}`));
  return ({ file, ruleId }) =>
    paths.has(file) && !broken.has(`${file}\0`) && !broken.has(`${file}\0${ruleId}`);
}

function placeOf({ file, symbol }: BaselineEntry): string {
  return `${file}\0${symbol}`;
}
