/**
 * Compares what rules find in repositories with what other Go linters find there. Needs a Go
 * toolchain; run `npm run build` before.
 *
 *   node tools/peers/compare.mjs [--peer NAME]... [--list 5] [--bin DIRECTORY] DIRECTORY...
 *
 * Exits with 1 if there are differences that no class of a peer explains.
 */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { classify } from "./lib/classify.mjs";
import { findings } from "./lib/findings.mjs";
import { builtFiles, install } from "./lib/go.mjs";
import { sitesOf } from "./lib/sites.mjs";

const { values: options, positionals: directories } = parseArgs({
  allowPositionals: true,
  options: {
    peer: { type: "string", multiple: true },
    list: { type: "string", default: "5" },
    bin: { type: "string", default: join(tmpdir(), "gopherwood-peers") },
  },
});

const peers = await Promise.all(
  readdirSync(join(import.meta.dirname, "peers"))
    .filter((file) => options.peer?.includes(file.replace(".mjs", "")) ?? true)
    .map(async (file) => (await import(`./peers/${file}`)).default),
);

let unexplained = 0;
for (const peer of peers) {
  const command = peer.install ? install(peer.install, options.bin) : peer.command;
  for (const path of directories) {
    const directory = resolve(path);
    const built = builtFiles(directory);
    const theirs = peer.find
      ? peer.find(directory)
      : findings(peer, command, directory).map((one) => peer.place?.(one, directory) ?? one);
    const ours = await sitesOf(peer, directory);
    unexplained += print(classify(peer, theirs, ours, built), `${peer.name}, ${path}`);
  }
}
process.exitCode = unexplained > 0 ? 1 : 0;

/** Prints the differences by class, and returns the number of those without one. */
function print({ both, classes }, title) {
  console.log(`\n${title}: ${both} lines in both`);
  const sorted = [...classes].sort(([, one], [, other]) => other.length - one.length);
  for (const [name, places] of sorted) {
    console.log(`  ${String(places.length).padStart(5)}  ${name}`);
    if (!name.startsWith("unexplained")) continue;
    for (const place of places.slice(0, Number(options.list))) console.log(`         ${place}`);
  }
  return sorted
    .filter(([name]) => name.startsWith("unexplained"))
    .reduce((total, [, places]) => total + places.length, 0);
}
