/**
 * Compares the sites of error-handling/no-ignored-errors with what go/types says of every
 * call that may fail. Needs a Go toolchain; run `npm run build` before.
 *
 *   node tools/errors/compare.mjs [--list 10] [--tags a,b] DIRECTORY...
 *
 * The module's dependencies have to be there: in vendor/, or after `go mod download`. A
 * file that go/types did not see (another platform's, say) is not counted. Every option
 * of the rule is empty here: each dropped error is to be found, but for calls that are
 * given constants alone.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "string", default: "10" },
    tags: { type: "string", default: "" },
  },
});
const work = mkdtempSync(join(tmpdir(), "gopherwood-errors-"));
const oracle = join(work, "oracle");
run("go", ["build", "-o", oracle, "."], import.meta.dirname);

const root = new URL("../../", import.meta.url);
const config = join(work, "gopherwood.config.mjs");
const pack = new URL("packages/rules-error-handling/dist/index.js", root).href;
const strict = { allowed: [], writers: [], cleanups: [], blank: "never", tests: true };
writeFileSync(
  config,
  `import pack from ${JSON.stringify(pack)};
export default [pack.configs.base, { files: ["**/*.go"], rules: { "error-handling/no-ignored-errors": ["error", ${JSON.stringify(strict)}] } }];
`,
);
const { Gopherwood } = await import(new URL("packages/core/dist/runner/index.js", root).href);

let wrong = 0;
for (const directory of positionals) wrong += await compare(resolve(directory));
process.exitCode = wrong > 0 ? 1 : 0;

async function compare(directory) {
  const lines = run(oracle, [`-tags=${options.tags}`, directory], directory)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const checked = new Set(lines.flatMap(({ checked }) => (checked ? [checked] : [])));
  const report = await new Gopherwood({ cwd: directory, configFile: config }).lintFiles(["."]);
  const linted = new Set(
    report.files.filter(({ outcome }) => outcome === "linted").map(({ path }) => path),
  );
  const truth = new Map(
    lines
      .filter(({ file }) => linted.has(file))
      .map((line) => [keyOf(line.file, line, line.endLine, line.endColumn), line.dropped]),
  );
  const said = new Map(
    report.sites
      .filter(({ file }) => checked.has(file))
      .map((site) => {
        const { start, end } = site.range;
        return [keyOf(site.file, start, end.line, end.column), site];
      }),
  );

  const counts = { right: [], missed: [], undecided: [], false: [] };
  for (const [key, dropped] of truth) {
    const { verdict, reason } = said.get(key) ?? {};
    if (dropped === "unknown" || reason?.includes("constants")) continue;
    const expected = dropped === "" ? "compliant" : "violation";
    if (verdict === expected) counts.right.push(key);
    else if (verdict === "undecided") counts.undecided.push(`${key}: ${said.get(key).reason}`);
    else if (verdict === undefined) counts.missed.push(`${key} (${dropped || "used"})`);
    else counts.false.push(`${key}: ${verdict}, but it is ${dropped || "used"}`);
  }
  for (const [key, { verdict, subject }] of said)
    if (!truth.has(key) && verdict !== "undecided")
      counts.false.push(`${key}: ${verdict}, but it cannot fail: ${subject}`);

  const known = [...truth.values()].filter((dropped) => dropped !== "unknown");
  const droppedOnes = known.filter((dropped) => dropped !== "");
  console.log(
    `${directory}: ${checked.size} files seen by go/types, ${known.length} calls that may fail, ${droppedOnes.length} errors dropped`,
  );
  for (const [name, rows] of Object.entries(counts)) {
    console.log(`  ${name}: ${rows.length}`);
    if (name !== "right")
      for (const row of rows.slice(0, Number(options.list))) console.log(`    ${row}`);
  }
  return counts.false.length;
}

/** The start and end of a call tell it from the calls inside of it. */
function keyOf(file, start, endLine, endColumn) {
  return `${file}:${start.line}:${start.column}-${endLine}:${endColumn}`;
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) {
    throw new Error(`${command} failed in ${cwd}: ${error?.message ?? stderr}`);
  }
  return stdout;
}
