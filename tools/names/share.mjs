/**
 * Measures what names and types cost in a run with real rules: the samples of a profile of
 * the command that stand in `names/`, against those of the rest of the linting (parsing,
 * rules, ESLint). Starting up and collecting garbage are counted apart.
 *
 *   node share.mjs [--preset recommended] <directory> ...
 *
 * A file that is parsed because a name was asked for counts as a name's cost.
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
  const spent = { names: 0, rest: 0, start: 0, garbage: 0, idle: 0 };
  for (const [index, id] of samples.entries()) spent[places.get(id)] += timeDeltas[index];
  const seconds = (part) => `${part} ${(spent[part] / 1e6).toFixed(2)} s`;
  const share = ((100 * spent.names) / spent.rest).toFixed(1);
  const parts = ["names", "rest", "start", "garbage"].map(seconds).join(", ");
  console.log(`${directory}: names +${share} % on the rest (${parts})`);
}

/** What each node of a profile is spent on; a node of it is listed before its children. */
function placesOf(nodes) {
  const own = { "(idle)": "idle", "(program)": "idle", "(garbage collector)": "garbage" };
  const places = new Map();
  const inherited = new Map();
  for (const { id, callFrame, children = [] } of nodes) {
    let place = own[callFrame.functionName] ?? inherited.get(id) ?? "start";
    if (callFrame.url.includes("/core/dist/names/")) place = "names";
    else if (place === "start" && callFrame.url.includes("/core/dist/runner/")) place = "rest";
    places.set(id, place);
    for (const child of children) inherited.set(child, place);
  }
  return places;
}
