/**
 * Measures runs of the command beside other linters that do the same work, on trees of Go files.
 * Needs GNU time; run `npm run build` before.
 *
 *   node benchmarks/compare.mjs [--rounds 5] [--work one-rule] [--output NAME] TREE...
 *
 * First it says how far the findings agree; then every run takes its turn in each round, and the
 * medians are printed, as NAME.md and NAME.svg if they are named. Linters that are not there are
 * named. Nothing is written into the trees.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { medians, measure } from "./lib/measure.mjs";
import { findPeers } from "./lib/peers.mjs";
import { runsOf, WORK } from "./lib/runs.mjs";
import { plot, table } from "./lib/table.mjs";

const { values: options, positionals: trees } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    work: { type: "string", multiple: true, default: WORK },
    output: { type: "string" },
  },
});
const peers = findPeers();
const groups = [];
const lines = [];
const say = (line) => {
  console.log(line);
  lines.push(line);
};

say(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${today()}.`,
);
for (const [name, peer] of Object.entries(peers)) {
  say(peer ? `${name} ${peer.version}.` : `${name} is not there: it was left out.`);
}
for (const tree of trees) {
  for (const work of options.work) {
    const title = `${basename(resolve(tree))}, ${work}`;
    const cache = mkdtempSync(join(tmpdir(), "gopherwood-benchmark-"));
    try {
      say(`\n## ${title}\n`);
      const rows = compare(resolve(tree), runsOf(work, peers, cache));
      say(table(rows));
      groups.push({ title, rows });
    } finally {
      rmSync(cache, { recursive: true });
    }
  }
}
if (options.output !== undefined) {
  writeFileSync(`${options.output}.md`, `# Benchmarks\n\n${lines.join("\n")}\n`);
  writeFileSync(`${options.output}.svg`, plot(groups));
}

function compare(directory, runs) {
  const places = new Map();
  for (const { name, places: read, isWarm, isAside, ...run } of runs) {
    if (!read && !isWarm) continue;
    const { output } = measure(run.command, { cwd: directory, env: run.env });
    if (read) places.set(isAside ? "gopherwood" : name, new Set(read(output, directory)));
  }
  const [[, ours], ...others] = places;
  for (const [name, theirs] of others) {
    const both = [...ours].filter((place) => theirs.has(place)).length;
    say(
      `Lines with findings: ${both} of both, ${ours.size - both} of gopherwood alone, ` +
        `${theirs.size - both} of ${name} alone.`,
    );
  }
  say("");
  const timed = runs.filter(({ isAside }) => !isAside);
  const figures = new Map(timed.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const { name, command, env, cacheToEmpty } of timed) {
      if (cacheToEmpty) rmSync(cacheToEmpty, { recursive: true, force: true });
      figures.get(name).push(measure(command, { cwd: directory, env }));
    }
  }
  return timed.map(({ name }) => ({ name, ...medians(figures.get(name)) }));
}

function today() {
  return new Date().toISOString().slice(0, 10);
}
