/**
 * Measures runs with a cache after changes of a tree of Go files, all of whose rules are on. Needs
 * GNU time; run `npm run build` before.
 *
 *   node benchmarks/changes.mjs [--rounds 5] [--command gopherwood.js] TREE
 *
 * The changes are made in a copy. In each round every kind of change takes its turn, and the output
 * of the first round is compared with that of a run without a cache. The medians are printed, and
 * their ratio to a run after no change; ripgrep and Node's start are the floor.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measure, medians } from "./lib/measure.mjs";
import { findPeers } from "./lib/peers.mjs";

/** The first line of a function after the first change of its body. */
const EDIT = /\tbenchmark := \d+\n/u;
const BODY = /\nfunc \w+\([^\n]*\{\n(?=\t)/u;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    command: {
      type: "string",
      default: join(import.meta.dirname, "../packages/cli/bin/gopherwood.js"),
    },
  },
});
const folder = mkdtempSync(join(tmpdir(), "gopherwood-benchmark-"));
const tree = join(folder, "tree");
const config = join(options.command, "../../../../benchmarks/configs/recommended.config.mjs");
const gopherwood = [process.execPath, options.command, "--config", config, "."];
const cached = [...gopherwood, "--cache", "--cache-location", join(folder, "cache")];
let edits = 0;

try {
  cpSync(positionals[0] ?? ".", tree, { recursive: true, filter: isOfTree });
  const files = editableFiles();
  const [first] = files;
  const kinds = {
    nothing: () => {},
    "a body": () => editBody(first),
    "a declaration": () => addDeclaration(first),
    "100 bodies": () => files.slice(0, 100).forEach(editBody),
  };
  measure(cached, { cwd: tree });
  const figures = new Map(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [kind, change] of Object.entries(kinds)) {
      change();
      const run = measure(cached, { cwd: tree });
      figures.get(kind).push(run);
      if (round > 0) continue;
      const cold = measure(gopherwood, { cwd: tree });
      if (cold.output !== run.output) throw new Error(`Other findings after ${kind} changed.`);
    }
  }
  console.log("| changed | wall, s | processor, s | memory, MB | wall / nothing |");
  console.log("| --- | ---: | ---: | ---: | ---: |");
  const nothing = medians(figures.get("nothing"));
  for (const [kind, runs] of figures) print(kind, medians(runs), nothing);
  const { ripgrep } = findPeers();
  const floors = {
    node: [process.execPath, "--eval", "0"],
    ...(ripgrep && { ripgrep: [ripgrep.program, "--count", "-g", "*.go", "logrus", "."] }),
  };
  for (const [name, command] of Object.entries(floors)) {
    const runs = Array.from({ length: Number(options.rounds) }, () =>
      measure(command, { cwd: tree }),
    );
    print(name, medians(runs), nothing);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function print(name, { wall, processor, memory }, nothing) {
  const figures = [wall.toFixed(2), processor.toFixed(2), memory.toFixed(0)];
  console.log(`| ${[name, ...figures, (wall / nothing.wall).toFixed(2)].join(" | ")} |`);
}

function isOfTree(path) {
  return !/(?:^|\/)(?:\.git|node_modules|vendor)$/u.test(path);
}

/** Returns the files with a function whose body can be changed, from all parts of the tree. */
function editableFiles() {
  const all = readdirSync(tree, { recursive: true })
    .filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"))
    .map((path) => join(tree, path))
    .filter((path) => BODY.test(readFileSync(path, "utf8")))
    .sort();
  const step = Math.max(1, Math.floor(all.length / 100));
  return all.filter((_, at) => at % step === Math.floor(step / 2));
}

function editBody(path) {
  edits += 1;
  const text = readFileSync(path, "utf8");
  const line = `\tbenchmark := ${edits}\n`;
  const edited = EDIT.test(text)
    ? text.replace(EDIT, line)
    : text.replace(BODY, (start) => `${start}${line}\t_ = benchmark\n`);
  writeFileSync(path, edited);
}

function addDeclaration(path) {
  edits += 1;
  writeFileSync(path, `${readFileSync(path, "utf8")}\nfunc benchmark${edits}() {}\n`);
}
