/**
 * Changes the sources in small ways and counts which changes no test notices.
 *
 *   npm run mutation -- [--sample PERCENT] [--tests FOLDER] PACKAGE, FOLDER OR FILE...
 */
import { statSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);

const { values, positionals } = parseArgs({
  options: { sample: { type: "string", default: "100" }, tests: { type: "string" } },
  allowPositionals: true,
});
const sample = Number(values.sample);
if (!(sample > 0 && sample <= 100) || positionals.length === 0) {
  console.error(
    "Usage: npm run mutation -- [--sample PERCENT] [--tests FOLDER] PACKAGE, FOLDER OR FILE...",
  );
  process.exit(2);
}

/** Returns the folder of the tests of a source: the one of its own folder, if there is one. */
function testsOf(path) {
  const [packages, name, , folder] = path.split("/");
  const own = `${packages}/${name}/tests/${folder}`;
  return folder !== undefined && statSync(own, { throwIfNoEntry: false })?.isDirectory()
    ? own
    : `${packages}/${name}/tests`;
}

/** Returns the folder of sources, or the file, that a package, a folder or a file stands for. */
function sourcesOf(path) {
  return path.split("/").length === 2 ? `${path}/src` : path;
}

/** Returns the pattern of the sources in a folder, or of one file. */
function patternOf(sources) {
  return statSync(sources).isFile() ? sources : `${sources}/**/*.ts`;
}

/** Of each folder of tests, the sources that they have to notice a change of. */
const runs = new Map();
for (const positional of positionals) {
  const path = relative(root, positional).split(sep).join("/");
  const tests = values.tests ?? testsOf(path);
  runs.set(tests, [...(runs.get(tests) ?? []), sourcesOf(path)]);
}

for (const [tests, sources] of runs) {
  const name = tests
    .replace(/^packages\//, "")
    .replaceAll("/", "-")
    .replace(/-tests/, "");
  const reports = `reports/mutation/${name}`;
  await new Stryker({
    configFile: "tools/mutation/stryker.config.mjs",
    mutate: [...sources.map(patternOf), "!**/*.generated.ts"],
    tests,
    sources,
    incrementalFile: `${reports}/incremental-${sample}.json`,
    htmlReporter: { fileName: `${reports}/report.html` },
    jsonReporter: { fileName: `${reports}/report.json` },
    sample,
  }).runMutationTest();
}
