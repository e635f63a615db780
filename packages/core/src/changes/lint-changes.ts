import type { Linter } from "eslint";
import { GoLanguage } from "../language/go-language.ts";
import { findingsOf, type Finding } from "../report/findings.ts";
import { keepMessages } from "../report/keep-messages.ts";
import { pairInPlace, pairMoved, type Identity } from "../report/pairing.ts";
import { evidenceOf } from "../runner/evidence.ts";
import type { Gopherwood } from "../runner/gopherwood.ts";
import { pathInReport } from "../runner/paths.ts";
import type { Report } from "../runner/report.ts";
import { disk } from "../source/disk.node.ts";
import { holdFiles, releaseFiles } from "../source/file-cache.ts";
import { changedFiles, type ChangedFile } from "./changed-files.ts";
import { dependentsOf } from "./dependents.ts";
import { EarlierFiles } from "./earlier-files.ts";
import type { Revision } from "./revision.ts";

/** The options of `lintChanges`. */
export interface ChangeOptions {
  /**
   * Returns an engine: with a Go language, one whose rules read other files by it. It leaves out
   * named files as a search does.
   */
  readonly newEngine: (language?: GoLanguage) => Promise<Gopherwood>;
  /** Returns true for a file that is to be linted, by its absolute path. */
  readonly isWanted: (path: string) => boolean;
  /** Subtracts the baseline from the report of all files that were linted. */
  readonly subtract: (report: Report) => Report;
  /** Also report what was there before, in the files that changed. */
  readonly wholeFiles: boolean;
  /** The revision as it was named. */
  readonly name: string;
}

/** The end of the message of a finding on a line that did not change. */
const ELSEWHERE = " (Caused by a change elsewhere.)";

/**
 * Lints the files that changed since a revision and those that depend on them. Reported are
 * findings on lines that changed, and those that the revision had not, wherever they are.
 *
 * @throws {RevisionError} If git fails.
 */
export async function lintChanges(
  revision: Revision,
  { newEngine, isWanted, subtract, wholeFiles, name }: ChangeOptions,
): Promise<Report> {
  const everything = changedFiles(revision);
  const earlier = new EarlierFiles(disk, everything, revision);
  const dependents = dependentsOf(everything, disk, earlier, revision.repository);
  const changes = everything.filter(({ path, earlierPath }) =>
    [path, earlierPath].some((one) => one?.endsWith(".go")),
  );
  const changed = changes.flatMap(({ path }) => path ?? []);
  const wanted = [...changed, ...dependents].filter(isWanted);
  const report = subtract(await (await newEngine()).lintFiles(wanted));
  const linesOf = new Map(changes.map(({ path, lines }) => [path, lines]));
  const absolute = pathsOf(report);
  const isOnChange = ({ file, message }: Finding) => {
    const lines = linesOf.get(absolute.get(file) ?? "");
    if (lines === undefined) return false;
    const { line, endLine = line } = message;
    return (
      wholeFiles || lines.some(([first, last]) => first <= (endLine ?? line) && line <= last)
    );
  };
  const all = [...findingsOf(report)];
  const open = all.filter(({ suppressions }) => suppressions.length === 0);
  const old = all.filter(({ suppressions }) =>
    suppressions.some(({ kind }) => kind === "file"),
  );
  const others = open.filter((finding) => !isOnChange(finding));
  const caused =
    others.length === 0
      ? new Set<Finding>()
      : await causedBy(changes, others, [...old, ...open], earlier, newEngine, report);
  const kept = new Map<Linter.LintMessage, boolean>();
  for (const finding of open) {
    if (isOnChange(finding)) kept.set(finding.message, false);
    else if (caused.has(finding)) kept.set(finding.message, true);
  }
  return restricted(report, kept, new Set(changed), { name, commit: revision.commit });
}

/**
 * Returns those of the findings that the revision had not.
 *
 * @param others The findings that are on no line that changed.
 * @param all Of findings with the same code, the first were there before.
 */
async function causedBy(
  changes: readonly ChangedFile[],
  others: readonly Finding[],
  all: readonly Finding[],
  earlier: EarlierFiles,
  newEngine: ChangeOptions["newEngine"],
  report: Report,
): Promise<ReadonlySet<Finding>> {
  const absolute = pathsOf(report);
  const engine = await newEngine(new GoLanguage(earlier));
  const present = new Map(changes.map(({ path, earlierPath }) => [earlierPath, path]));
  const paths = new Set<string>([
    ...changes.flatMap(({ earlierPath }) => earlierPath ?? []),
    ...others.flatMap(({ file }) => absolute.get(file) ?? []),
  ]);
  const before: Identity[] = [];
  const undecided: Identity[] = [];
  const placesBefore = new Set<string>();
  holdFiles(earlier);
  try {
    for (const path of paths) {
      const text = earlier.readText(path);
      if (text === null) continue;
      const found = await engine.lintText(text, path);
      const now = present.get(path) ?? path;
      const file = pathInReport(report.root, now);
      placesBefore.add(placeOf({ file, symbol: "" }));
      for (const finding of findingsOf(found)) {
        if (finding.suppressions.length === 0) before.push(identityOf(finding, file));
      }
      for (const { verdict, ...site } of found.sites) {
        placesBefore.add(placeOf({ ...site, file }));
        if (verdict === "undecided") undecided.push({ ...site, file });
      }
    }
  } finally {
    releaseFiles(earlier);
  }
  const after = all.map((finding) => ({ ...identityOf(finding, finding.file), finding }));
  const same = pairInPlace(before, after);
  const files = report.files.map(({ path }) => ({ file: path, symbol: "" }));
  const placesAfter = new Set([...files, ...report.sites].map(placeOf));
  const moved = pairMoved(same.left, same.right, {
    isGone: (one) => !placesAfter.has(placeOf(one)),
    isNew: (one) => !placesBefore.has(placeOf(one)),
  });
  const decided = pairInPlace(undecided, moved.right);
  return new Set(decided.right.map(({ finding }) => finding));
}

function identityOf({ message, site }: Finding, file: string): Identity {
  return {
    ruleId: message.ruleId ?? "",
    file,
    symbol: site?.symbol ?? "",
    fingerprint: site?.fingerprint ?? message.message,
  };
}

function placeOf({ file, symbol }: Pick<Identity, "file" | "symbol">): string {
  return `${file}\0${symbol}`;
}

/** Returns the absolute paths of a report's files. */
function pathsOf({ files, results }: Report): ReadonlyMap<string, string> {
  return new Map(files.map(({ path }, at) => [path, results[at]?.filePath ?? path]));
}

/**
 * Returns the part of a report that is about some messages and about the files that changed.
 *
 * @param kept The messages, and whether a change elsewhere caused them.
 */
function restricted(
  report: Report,
  kept: ReadonlyMap<Linter.LintMessage, boolean>,
  changed: ReadonlySet<string>,
  since: NonNullable<Report["since"]>,
): Report {
  const absolute = pathsOf(report);
  const { files, results, sites } = keepMessages(report, (message) => kept.has(message));
  const isShown = files.map(
    ({ path }, at) =>
      changed.has(absolute.get(path) ?? "") || (results[at]?.messages.length ?? 0) > 0,
  );
  const shown = new Set(files.filter((_, at) => isShown[at]).map(({ path }) => path));
  const marked = results.map((result) => ({
    ...result,
    messages: result.messages.map((message) =>
      kept.get(message) === true
        ? { ...message, message: message.message + ELSEWHERE }
        : message,
    ),
  }));
  const shownSites = sites.filter(
    ({ file, verdict, messageIndex, inBaseline }) =>
      shown.has(file) &&
      (verdict !== "violation" || messageIndex !== undefined || inBaseline === true),
  );
  return {
    ...report,
    since,
    files: files.filter((_, at) => isShown[at]),
    results: marked.filter((_, at) => isShown[at]),
    sites: shownSites,
    evidence: evidenceOf(shownSites),
  };
}
