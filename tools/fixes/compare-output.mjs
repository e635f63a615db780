/**
 * Compares what a program logs before and after its calls of logrus are moved to slog:
 * levels, messages, keys, values. Works on a copy. Needs Go; run `npm run build` before.
 *
 *   node tools/fixes/compare-output.mjs [--suggestions] DIRECTORY
 *   node tools/fixes/compare-output.mjs --tests ./pkg/... [--tests ...] [--tags a,b] DIRECTORY
 *
 * Runs the program in the directory, which writes records as JSON on standard output
 * (testdata/shapes is one). With --tests, runs tests instead: each of their packages gets
 * a file that has both loggers write records as JSON, and the records of a package are
 * compared without order, numbers and paths; a second run of the code as it was shows
 * what differs by itself.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { migrationConfig } from "./lib/config.mjs";
import { missingIn, recordsOf, withoutNoise } from "./lib/records.mjs";
import { addRecorders } from "./lib/recorders.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: "string", multiple: true },
    tags: { type: "string", default: "" },
    suggestions: { type: "boolean", default: false },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("Name the directory of a Go program.");
const source = resolve(directory);

const root = new URL("../../", import.meta.url);
const command = fileURLToPath(new URL("packages/cli/bin/gopherwood.js", root));
const work = mkdtempSync(join(tmpdir(), "gopherwood-output-"));
const copy = join(work, basename(source));
const config = join(work, "gopherwood.config.mjs");
writeFileSync(config, migrationConfig(["logrus"]));
try {
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  process.exitCode = (options.tests ? compareTests(options.tests) : compareRun()) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function compareRun() {
  const before = recordsOf(go(["run", "."]).stdout);
  fix();
  const { stdout, stderr, status } = go(["run", "."]);
  if (status !== 0) console.log(stderr);
  return isSame(basename(source), before, recordsOf(stdout));
}

function compareTests(patterns) {
  addRecorders(copy, patterns, options.tags);
  const [first, second] = ["first", "second"].map((name) => test(name, patterns));
  fix();
  const after = test("after", patterns);
  let same = true;
  for (const [name, records] of first.records) {
    const again = second.records.get(name) ?? [];
    const itself = missingIn(records, again).length + missingIn(again, records).length;
    const title = itself === 0 ? name : `${name} (${itself} differ by themselves)`;
    same = isSame(title, records, after.records.get(name) ?? []) && same;
  }
  const failed = missingIn(after.failed, first.failed);
  console.log(`tests that fail: ${first.failed.length} before, new: ${failed.length}`);
  for (const name of failed) console.log(`  ${name}`);
  return same && failed.length === 0;
}

/** Runs tests; gives the records by package, and the tests that failed. */
function test(name, patterns) {
  const target = join(work, name);
  mkdirSync(target);
  const flags = ["-json", "-count=1", "-p=1", "-vet=off", "-tags", options.tags];
  const { stdout } = go(["test", ...flags, ...patterns], { GOPHERWOOD_RECORDS: target });
  const failed = stdout
    .split("\n")
    .filter((line) => line.startsWith("{") && line.includes('"Action":"fail"'))
    .map((line) => JSON.parse(line))
    .map(({ Package, Test = "" }) => `${Package} ${Test}`);
  const records = readdirSync(target).map((file) => [
    file,
    recordsOf(readFileSync(join(target, file), "utf8")).map(withoutNoise),
  ]);
  return { records: new Map(records), failed };
}

function fix() {
  const how = ["--fix", ...(options.suggestions ? ["--suggestions", "apply"] : [])];
  const args = [command, "--config", config, "--quiet", ...how, "."];
  const { stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  console.log(stderr.split("\n", 1)[0]);
}

function isSame(title, before, after) {
  const gone = missingIn(before, after);
  const fresh = missingIn(after, before);
  console.log(`${title}: ${before.length} records before, ${after.length} after`);
  for (const record of gone) console.log(`  - ${record}`);
  for (const record of fresh) console.log(`  + ${record}`);
  return gone.length === 0 && fresh.length === 0;
}

function go(args, env = {}) {
  const result = spawnSync("go", args, {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  return result;
}
