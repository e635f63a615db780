/**
 * Measures what names and types cost in a run with real rules: the samples of a profile of
 * the command that stand in `semantics/`, against those of the rest of the linting (parsing,
 * rules, ESLint). Garbage counts for what ran when it was collected. Starting up is no
 * part of it, and the project's index, which rules ask for that look across files, is
 * counted apart: `index-cost.mjs` measures it.
 *
 *   node share.mjs [--preset recommended] <directory> ...
 *
 * A file that is parsed because a name was asked for counts as a name's cost. Needs the modules of
 * core one by one, and no bundle of them: `npx tsc --build --force --emitDeclarationOnly false`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { preset: { type: "string", default: "recommended" } },
});
const packages = new URL("../../packages/", import.meta.url);
const command = new URL("cli/bin/gopherwood.js", packages).pathname;
const presets = new URL("config/dist/index.js", packages).href;

for (const directory of positionals) {
  const work = mkdtempSync(join(tmpdir(), "gopherwood-share-"));
  try {
    const config = join(work, "gopherwood.config.mjs");
    writeFileSync(config, `export { ${options.preset} as default } from "${presets}";\n`);
    const profiling = ["--cpu-prof", `--cpu-prof-dir=${work}`];
    const args = [...profiling, command, "--config", config, "--quiet", "."];
    spawnSync(process.execPath, args, { cwd: resolve(directory) });
    const [profile] = readdirSync(work).filter((name) => name.endsWith(".cpuprofile"));
    if (!profile) throw new Error(`The run in ${directory} left no profile.`);
    print(directory, JSON.parse(readFileSync(join(work, profile), "utf8")));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function print(directory, { nodes, samples, timeDeltas }) {
  const places = placesOf(nodes);
  const spent = { names: 0, rest: 0, index: 0, start: 0, idle: 0 };
  let last = "start";
  for (const [sample, id] of samples.entries()) {
    const place = places.get(id);
    if (place !== "garbage") last = place;
    spent[last] += timeDeltas[sample];
  }
  const seconds = (part) => `${part} ${(spent[part] / 1e6).toFixed(2)} s`;
  const share = ((100 * spent.names) / spent.rest).toFixed(1);
  const parts = ["names", "rest", "index", "start"].map(seconds).join(", ");
  console.log(`${directory}: names +${share} % on the rest (${parts})`);
}

/** Returns the use of each node of a profile, in which a node comes before its children. */
function placesOf(nodes) {
  const places = new Map();
  const inherited = new Map();
  for (const { id, callFrame, children = [] } of nodes) {
    const place = placeOf(callFrame, inherited.get(id) ?? "start");
    places.set(id, place);
    for (const child of children) inherited.set(child, place);
  }
  return places;
}

/** Returns the use of a function that is called from a place. */
function placeOf({ functionName, url }, caller) {
  if (functionName === "(garbage collector)") return "garbage";
  if (functionName === "(idle)" || functionName === "(program)") return "idle";
  if (caller === "index" || url.includes("/core/dist/semantics/project-index")) return "index";
  if (url.includes("/core/dist/semantics/")) return "names";
  return caller === "start" && url.includes("/core/dist/runner/") ? "rest" : caller;
}
