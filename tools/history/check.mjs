/**
 * Checks the baseline and --since on the history of a repository, by git's own knowledge of its
 * lines. The baseline is written at the first of some commits, and each later one is linted.
 *
 *   node tools/history/check.mjs REPOSITORY CONFIG [COMMITS [ARGUMENT...]]
 *
 * A finding called new has to be on a line that changed since or moved, or to have been caused
 * elsewhere: it was not reported where git says that the line was. Code that a new declaration took
 * out of one that stays is new as well. A finding called old was reported there. Of equal findings
 * in one declaration it does not matter which is called new.
 *
 * The report of --since on a commit has to be the difference of two full runs, and all that is on
 * lines of the commit. Arguments are for the full runs: with --cache they take a fraction of the time.
 * Works in a clone. Needs a build.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { groupBy } from "../../packages/core/dist/report/index.js";
import { compareReports } from "../../packages/formatter-markdown/dist/index.js";
import { blame, changedLines, unchangedFiles } from "./lib/lines.mjs";
import { lint } from "./lib/lint.mjs";

const [repository, config] = process.argv.slice(2, 4).map((path) => resolve(path));
const count = Number(process.argv[4] ?? 30);
const full = process.argv.slice(5);
if (!repository || !config) throw new Error("Name a repository and a config.");

const clone = mkdtempSync(join(tmpdir(), "gopherwood-history-"));
const git = (...args) => execFileSync("git", args, { cwd: clone, encoding: "utf8" });
execFileSync("git", ["clone", "-q", "--shared", "--no-checkout", repository, clone]);
const commits = git("rev-list", "--first-parent", `-n${count + 1}`, "HEAD", "--", "*.go")
  .trim()
  .split("\n")
  .reverse();

const totals = {};
const tally = (what, place) => {
  const entry = (totals[what] ??= { count: 0, places: [] });
  entry.count += 1;
  if (/^WRONG|changed line|moved/u.test(what)) entry.places.push(place);
};

const [base, ...later] = commits;
git("checkout", "-q", base);
await lint(clone, config, ["baseline"]);
const first = await report(...full);
let before = first;
let parent = base;
for (const commit of later) {
  git("checkout", "-q", commit);
  const after = await report(...full);
  checkBaseline(after, commit);
  checkSince(await report("--no-baseline", "--since", parent), after, commit);
  before = after;
  parent = commit;
  console.error(`${commit.slice(0, 12)}: ${violationsOf(after).length} findings`);
}
rmSync(clone, { recursive: true });
console.log(`${commits.length} commits, ${base.slice(0, 12)} to ${parent.slice(0, 12)}`);
for (const [what, { count: number, places }] of Object.entries(totals).sort()) {
  console.log(`${String(number).padStart(7)}  ${what}`);
  for (const place of [...new Set(places)].slice(0, 10)) console.log(`         ${place}`);
}
if (Object.keys(totals).some((what) => what.startsWith("WRONG"))) process.exitCode = 1;

async function report(...args) {
  return JSON.parse(await lint(clone, config, ["--format", "report", ...args, "."]));
}

function violationsOf({ sites }) {
  return sites.filter(
    ({ messageIndex, inBaseline }) => messageIndex !== undefined || inBaseline,
  );
}

function placeOf({ file, range, ruleId }, origin = { file, line: range.start.line }) {
  return `${origin.file}:${origin.line} ${ruleId}`;
}

/** Returns the same text for the same code on a line, which may be indented otherwise. */
function keyOf(site, origin) {
  return `${placeOf(site, origin)} ${site.fingerprint}`;
}

/** Returns the same text for findings that a baseline takes for equal. */
function identityOf({ ruleId, file, symbol, fingerprint }) {
  return [ruleId, file, symbol, fingerprint].join("\0");
}

/** Returns a test for sites that are on lines which a commit has and an earlier one has not. */
function onLinesSince(earlier, commit) {
  const changed = changedLines(clone, earlier, commit);
  return ({ file, range }) =>
    (changed.get(file) ?? []).some(
      ([start, end]) => start <= range.end.line && range.start.line <= end,
    );
}

function checkBaseline(now, commit) {
  const known = new Set(violationsOf(first).map((site) => keyOf(site)));
  const declarations = new Set(first.sites.map(({ file, symbol }) => `${file} ${symbol}`));
  const unchanged = unchangedFiles(clone, base, commit);
  const isOnChange = onLinesSince(base, commit);
  for (const [file, sites] of groupBy(violationsOf(now), (site) => site.file)) {
    const lines = unchanged.has(file) ? null : blame(clone, base, commit, file);
    const judged = sites.map((site) => {
      const { range } = site;
      const own = lines?.slice(range.start.line - 1, range.end.line) ?? [
        { origin: { file, line: range.start.line } },
      ];
      const origin = own[0]?.origin;
      const wasThere = origin && known.has(keyOf(site, origin));
      return {
        site,
        wasThere: Boolean(wasThere),
        isChanged: own.some((line) => !line.origin),
        isMoved: isOnChange(site),
        isTakenOut: !declarations.has(`${origin?.file} ${site.symbol}`),
      };
    });
    for (const equal of groupBy(judged, ({ site }) => identityOf(site)).values()) {
      const old = equal.filter(({ site }) => site.inBaseline).length;
      // Git may take a new line for a copy of a line that was there: it comes after those that stayed.
      equal.sort((one, other) => other.wasThere - one.wasThere || one.isMoved - other.isMoved);
      for (const [at, each] of equal.entries()) {
        const place = `${commit.slice(0, 12)} ${placeOf(each.site)}`;
        tally(at < old ? kindOfOld(each) : kindOfNew(each), place);
      }
    }
  }
}

function kindOfOld({ wasThere, isChanged }) {
  if (wasThere) return "old, and was reported there";
  return isChanged ? "old, on a changed line" : "WRONG: old, and was not reported there";
}

function kindOfNew({ wasThere, isChanged, isMoved, isTakenOut }) {
  if (isChanged) return "new, on a changed line of its code";
  if (isMoved) return "new, on a line that moved";
  if (wasThere && isTakenOut) return "new, in a declaration that is new";
  return wasThere ? "WRONG: new, and was reported there" : "new, caused elsewhere";
}

function checkSince(since, after, commit) {
  const { added } = compareReports(before, after);
  const isOnChange = onLinesSince(parent, commit);
  const others = violationsOf(since).filter((site) => !isOnChange(site));
  const found = groupBy([...others, ...violationsOf(since).filter(isOnChange)], identityOf);
  const at = (site) => `${commit.slice(0, 12)} ${placeOf(site)}`;
  const places = new Set(violationsOf(since).map((site) => placeOf(site)));
  for (const site of added) {
    const what = found.get(identityOf(site))?.shift()
      ? "--since: in the difference"
      : "WRONG: --since lacks";
    tally(what, at(site));
  }
  for (const site of [...found.values()].flat()) {
    tally(
      isOnChange(site) ? "--since: on a line of the commit" : "WRONG: --since has",
      at(site),
    );
  }
  for (const site of violationsOf(after)) {
    if (isOnChange(site) && !places.has(placeOf(site))) {
      tally("WRONG: --since lacks a line of the commit", at(site));
    }
  }
}
