import { pairInPlace, pairMoved, type Pair } from "@gopherwood/core/report";
import type { Report } from "@gopherwood/core/runner";
import type { Site } from "../model/assessment.ts";

/** The violations of an earlier and a later report, paired. */
export interface Comparison {
  readonly before: Report;
  readonly after: Report;
  /** Violations that were not there before. */
  readonly added: readonly Site[];
  /** Violations that are gone, of rules and files that the later run judged. */
  readonly fixed: readonly Site[];
  /** Violations that only one of the runs could find: the other did not judge their place. */
  readonly unjudged: { readonly before: readonly Site[]; readonly after: readonly Site[] };
  /** Violations that the other run could not decide on, as its undecided site says. */
  readonly undecided: { readonly before: readonly Move[]; readonly after: readonly Move[] };
  /** Violations that an exception or a directive allows now. */
  readonly allowed: readonly Site[];
  /** Violations that are in another file now, or in a declaration with another name. */
  readonly moved: readonly Move[];
  /** The number of violations that are in both reports, on any line. */
  readonly unchanged: number;
  /** Files that only one of the reports has. */
  readonly filesAdded: readonly string[];
  readonly filesRemoved: readonly string[];
  /** Ids of rules that only one of the reports has, sorted. */
  readonly rulesAdded: readonly string[];
  readonly rulesRemoved: readonly string[];
}

export type Move = Pair<Site, Site>;

/**
 * Pairs the violations of two reports by rule, file, declaration and code; lines do not count.
 * Of the rest, a violation in a declaration that is gone and one in a declaration that is new
 * are paired as moved, if either the file or the name is the same.
 */
export function compareReports(before: Report, after: Report): Comparison {
  const same = pairInPlace(of(before, "violation"), of(after, "violation"));
  const [known, left] = [placesOf(before), placesOf(after)];
  const moved = pairMoved(same.left, same.right, {
    isGone: (site) => !left.has(placeOf(site)),
    isNew: (site) => !known.has(placeOf(site)),
  });
  const exempt = pairInPlace(of(before, "exempt"), of(after, "exempt"));
  const allowed = pairInPlace(moved.left, exempt.right);
  const open = pairInPlace(of(before, "undecided"), of(after, "undecided"));
  const lostDecision = pairInPlace(allowed.left, open.right);
  const madeDecision = pairInPlace(open.left, moved.right);
  const [isJudgedBefore, isJudgedAfter] = [judgedBy(before), judgedBy(after)];
  const added = madeDecision.right;
  const isNewFile = isMissingIn(before);
  return {
    before,
    after,
    added: added.filter((site) => isNewFile(site) || isJudgedBefore(site)),
    fixed: lostDecision.left.filter(isJudgedAfter),
    unjudged: {
      before: added.filter((site) => !isNewFile(site) && !isJudgedBefore(site)),
      after: lostDecision.left.filter((site) => !isJudgedAfter(site)),
    },
    undecided: { before: madeDecision.pairs, after: lostDecision.pairs },
    allowed: allowed.pairs.map(({ to }) => to),
    moved: moved.pairs,
    unchanged: same.pairs.length,
    filesAdded: missing(pathsOf(after), pathsOf(before)),
    filesRemoved: missing(pathsOf(before), pathsOf(after)),
    rulesAdded: missing(Object.keys(after.rules), Object.keys(before.rules)),
    rulesRemoved: missing(Object.keys(before.rules), Object.keys(after.rules)),
  };
}

/** Returns a test for sites of rules and files that the run of a report judged. */
function judgedBy({ files, rules, problems }: Report): (site: Site) => boolean {
  const paths = new Set(files.map(({ path }) => path));
  const broken = new Set(problems.map(({ path, ruleId = "" }) => `${path}\0${ruleId}`));
  return ({ file, ruleId }) =>
    paths.has(file) &&
    Object.hasOwn(rules, ruleId) &&
    !broken.has(`${file}\0`) &&
    !broken.has(`${file}\0${ruleId}`);
}

/** Returns a test for sites of files that a report lacks, and of rules that it has. */
function isMissingIn({ files, rules }: Report): (site: Site) => boolean {
  const paths = new Set(files.map(({ path }) => path));
  return ({ file, ruleId }) => !paths.has(file) && Object.hasOwn(rules, ruleId);
}

/** Returns the names that are not among others. */
function missing(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return names.filter((name) => !known.has(name));
}

function pathsOf({ files }: Report): string[] {
  return files.map(({ path }) => path);
}

function of({ sites }: Report, verdict: Site["verdict"]): Site[] {
  return sites.filter((site) => site.verdict === verdict);
}

/** Returns the files of a report, and the declarations in them that a rule judged. */
function placesOf({ files, sites }: Report): Set<string> {
  return new Set([
    ...files.map(({ path }) => placeOf({ file: path, symbol: "" })),
    ...sites.map(placeOf),
  ]);
}

function placeOf({ file, symbol }: Pick<Site, "file" | "symbol">): string {
  return `${file}\0${symbol}`;
}
