/**
 * Compares what two checkouts find in directories of Go code: sites, messages with
 * their fixes and suggestions, problems, and the files as a run that fixes leaves them.
 * Both checkouts have to be built; a directory has to stand in a Git repository.
 *
 *   node tools/findings/equal.mjs [options] BEFORE AFTER DIRECTORY...
 *
 *   --config NAME   recommended, migratekit, all or example; repeatable (default: all of them)
 *   --without RULE  turn a rule off on both sides; repeatable
 *   --exact         fail on reworded texts as well
 *   --cache DIR     keep what BEFORE finds, by its commit, the config and the directory
 *
 * Findings are reworded if they differ in their texts alone, and not only in the names
 * and numbers in these. Any other difference makes the exit status 1. The cache knows
 * committed files only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CONFIGS, find, findOnce } from "./lib/find.mjs";

/** The new names of fields by their old ones; the same of values, by their field's new name. */
const FIELDS = { mend: "fixKind", unfixable: "noFixReason" };
const VALUES = {
  fixKind: { hand: "manual" },
  ruleId: {},
  messageId: { dropped: "discarded", forgotten: "unused" },
};
/** The fields that are texts for people, and those that are not compared. */
const TEXTS = new Set(["message", "desc", "reason", "noFixReason"]);
const IGNORED = new Set(["code", "fingerprint", "messageIndex"]);
const LISTED = 20;
const DIFF = ["diff", "--no-index", "--unified=1"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    config: { type: "string", multiple: true, default: Object.keys(CONFIGS) },
    without: { type: "string", multiple: true, default: [] },
    exact: { type: "boolean", default: false },
    cache: { type: "string" },
  },
});
const [before, after, ...directories] = positionals.map((path) => resolve(path));
for (const directory of directories) {
  const isExample = existsSync(join(before, "examples", basename(directory)));
  for (const name of options.config) {
    if (name !== "example" || isExample) compare(directory, name);
  }
}

function compare(directory, name) {
  const { cache, without } = options;
  const request = { directory, name, without, checkout: before };
  const old = (cache ? findOnce(cache, request) : find(request)).map(normalize);
  const now = find({ ...request, checkout: after }).map(normalize);
  const same = match(old, now, (record) => JSON.stringify(record));
  const alike = match(same.before, same.after, withoutTexts);
  const changes = alike.pairs.map((pair) => ({ pair, rewording: rewordingOf(pair) }));
  const reworded = changes.flatMap(({ rewording }) => rewording ?? []);
  const near = match(alike.before, alike.after, placeOf);
  const different = [
    ...changes.flatMap(({ pair, rewording }) => (rewording ? [] : [pair])),
    ...near.pairs,
    ...near.before.map((record) => [record, {}]),
    ...near.after.map((record) => [{}, record]),
  ];
  console.log(`${directory}, ${name}: ${countsOf(old)}; after: ${countsOf(now)}`);
  console.log(`  equal: ${same.pairs.length}, different: ${different.length}`);
  console.log(`  reworded: ${reworded.length} pairs`);
  for (const text of new Set(reworded)) {
    console.log(`  ${reworded.filter((other) => other === text).length} of them\n${text}`);
  }
  for (const pair of different.slice(0, LISTED)) console.log(differenceOf(pair));
  if (different.length > 0 || (options.exact && reworded.length > 0)) process.exitCode = 1;
}

/** Returns the record in the new names, its keys sorted. */
function normalize(record) {
  return JSON.parse(
    JSON.stringify(record, (_, value) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const entries = Object.entries(value).filter(([key]) => !IGNORED.has(key));
      const renamed = entries.map(([key, part]) => {
        const name = FIELDS[key] ?? key;
        return [name, VALUES[name]?.[part] ?? part];
      });
      return Object.fromEntries(renamed.sort(([a], [b]) => (a < b ? -1 : 1)));
    }),
  );
}

/** Pairs records of the same key, in their order, and returns those left over as well. */
function match(before, after, keyOf) {
  const waiting = new Map(before.map((record) => [keyOf(record), []]));
  for (const record of before) waiting.get(keyOf(record)).push(record);
  const [pairs, left] = [[], []];
  for (const record of after) {
    const partner = waiting.get(keyOf(record))?.shift();
    if (partner) pairs.push([partner, record]);
    else left.push(record);
  }
  return { pairs, before: [...waiting.values()].flat(), after: left };
}

function withoutTexts(record) {
  return JSON.stringify(record, (key, value) => (TEXTS.has(key) ? "" : value));
}

function textsOf(record) {
  const texts = [];
  JSON.stringify(record, (key, value) => (TEXTS.has(key) && texts.push(value), value));
  return texts;
}

/** Returns the templates of changed texts, or undefined if the names in one are all that changed. */
function rewordingOf([old, now]) {
  const NAME = /(?<!\w)'[^']*'|"[^"]*"|\d+/gu;
  const news = textsOf(now);
  const changed = textsOf(old).map((text, index) => [text, news[index]]);
  const lines = [];
  for (const [text, other] of changed.filter(([text, other]) => text !== other)) {
    const templates = [text, other].map((one) => one.replaceAll(NAME, "…"));
    const names = [text, other].map((one) => (one.match(NAME) ?? []).sort().join());
    if (templates[0] === templates[1]) return undefined;
    lines.push(`    - ${templates[0]}\n    + ${templates[1]}`);
    if (names[0] !== names[1]) lines.push("      (with other names or numbers)");
  }
  return lines.join("\n");
}

function placeOf({ kind, file, path, ruleId, range, line }) {
  return [kind, file ?? path, range?.start.line ?? line, ruleId].join(" ");
}

function countsOf(records) {
  const kinds = ["site", "message", "problem", "fixed file"];
  const counts = kinds.map((kind) => records.filter((record) => record.kind === kind).length);
  return kinds.map((kind, index) => `${counts[index]} ${kind}s`).join(", ");
}

function differenceOf(pair) {
  const work = mkdtempSync(join(tmpdir(), "gopherwood-equal-"));
  const files = ["before", "after"].map((name) => join(work, name));
  for (const [index, record] of pair.entries()) {
    const lines = Object.entries(record).map(
      ([key, part]) => `${key}: ${JSON.stringify(part)}\n`,
    );
    writeFileSync(files[index], lines.join("").replaceAll("\\n", "\n"));
  }
  const { stdout } = spawnSync("git", [...DIFF, ...files], { encoding: "utf8" });
  rmSync(work, { recursive: true });
  return `  ${placeOf({ ...pair[0], ...pair[1] })}\n${stdout.split("\n").slice(4).join("\n")}`;
}
