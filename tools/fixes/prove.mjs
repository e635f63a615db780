/**
 * Proves the slog migration on a repository: every package that compiled before
 * `gopherwood --fix` compiles after, gofmt lists nothing new, a second `--fix` changes
 * nothing, and `git apply` of `--diff` gives the same files. Works on a copy. Needs Go
 * and git; run `npm run build` before.
 *
 *   node tools/fixes/prove.mjs [--tags a,b] [--packages ./pkg/...] [--loggers logrus,log]
 *     [--suggestions] [--keep] DIRECTORY
 *
 * Packages include their tests. The module's dependencies have to be there: in vendor/,
 * or after `go mod download`. A package that does not compile before is not counted.
 * With --suggestions, suggestions are applied too. With --keep, the copy stays.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { migrationConfig } from "./lib/config.mjs";
import { compiled, vetted } from "./lib/go.mjs";
import { counts, printCounts } from "./lib/counts.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tags: { type: "string", default: "" },
    packages: { type: "string", multiple: true, default: ["./..."] },
    loggers: { type: "string", default: "logrus" },
    suggestions: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("Name the directory of a Go module.");
const source = resolve(directory);

const root = new URL("../../", import.meta.url);
const command = fileURLToPath(new URL("packages/cli/bin/gopherwood.js", root));
const work = mkdtempSync(join(tmpdir(), "gopherwood-fixes-"));
const copy = join(work, basename(source));
const config = join(work, "gopherwood.config.mjs");
writeFileSync(config, migrationConfig(options.loggers.split(",")));

let failures = 0;
try {
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  prove();
} finally {
  if (options.keep) console.log(`The fixed copy is at ${copy}.`);
  else rmSync(work, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

function prove() {
  const go = { directory: copy, tags: options.tags, packages: options.packages };
  const compiledBefore = compiled(go);
  const vettedBefore = vetted(go);
  const patch = run(fixing("--diff")).stdout;
  const before = report([]);
  const start = performance.now();
  const after = report(fixing("--fix"));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const files = [...new Set(after.fixes.map(({ file }) => file))];

  console.log(`${basename(source)}: ${files.length} files changed in ${seconds} s`);
  printCounts(counts(before, after));
  const compiledAfter = compiled(go);
  const broken = newIn(compiledBefore, compiledAfter);
  say(
    `packages that compiled before (tests are packages too): ${compiledBefore.size}; not after`,
    broken,
  );
  if (broken.length > 0) console.log(compiledAfter.errors);
  const vettedAfter = vetted(go);
  say("go vet -slog -printf, new", newIn(vettedAfter, vettedBefore));
  say("gofmt -l, new", newIn(unformatted(copy, files), unformatted(source, files)));
  say(
    "problems",
    after.problems.map(({ path, line, message }) => `${path}:${line ?? ""} ${message}`),
  );
  say(
    "files that git apply of --diff makes other than --fix",
    newIn(files, appliedSame(patch, files)),
  );
  const again = report(fixing("--fix"));
  say(
    "files that a second --fix changes",
    again.fixes.map(({ file }) => file),
  );
}

function fixing(how) {
  return options.suggestions ? [how, "--suggestions", "apply"] : [how];
}

function report(args) {
  const path = join(work, "report.json");
  run([...args, "--format", "report", "--output-file", path]);
  return JSON.parse(readFileSync(path, "utf8"));
}

function run(args) {
  const result = spawnSync(process.execPath, [command, "--config", config, ...args, "."], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (result.status === null || result.status > 2) throw new Error(result.stderr);
  return result;
}

/** Of files, those that gofmt would write anew. */
function unformatted(cwd, files) {
  if (files.length === 0) return [];
  const { stdout } = spawnSync("gofmt", ["-l", ...files], { cwd, encoding: "utf8" });
  return stdout.split("\n").filter(Boolean);
}

function newIn(these, those) {
  const known = new Set(those);
  return [...these].filter((item) => !known.has(item));
}

/** The files for which the patch, applied to the source, gives what is in the copy. */
function appliedSame(patch, files) {
  const target = join(work, "applied");
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(source, file), join(target, file));
  }
  // Outside of a repository git applies in the working directory.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: work };
  const result = spawnSync("git", ["apply", "-"], { cwd: target, input: patch, env });
  if (result.status !== 0) console.log(String(result.stderr));
  return files.filter((file) =>
    readFileSync(join(target, file)).equals(readFileSync(join(copy, file))),
  );
}

function say(title, found) {
  const rows = [...found];
  failures += rows.length;
  console.log(`  ${title}: ${rows.length}`);
  for (const row of rows) console.log(`    ${row}`);
}
