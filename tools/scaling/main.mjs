/**
 * Generates bodies of 10, 100 and 1,000 calls, branches, loops, closures, nested blocks and
 * chained selectors, runs every rule of the packs on them, and prints each rule whose time
 * grows worse than n log n; then the exit status is 1. Needs a build.
 *
 *   node tools/scaling/main.mjs [--rule ID] [--shape NAME] [--size N]
 *
 *   --rule ID      one rule; repeatable (default: all of the packs)
 *   --shape NAME   one shape; repeatable (default: all)
 *   --size N       the largest size (default: 1000)
 */
import { Linter } from "eslint";
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileOf, SHAPES, STATEMENTS } from "./shapes.mjs";

/** Times below are noise, in milliseconds. */
const NOISE = 100;
/** The factor by which a time may grow beyond n log n: collections of garbage, caches. */
const TOLERANCE = 2.5;
const RUNS = 2;

const { values } = parseArgs({
  options: {
    rule: { type: "string", multiple: true },
    shape: { type: "string", multiple: true, default: [...Object.keys(SHAPES), "functions"] },
    size: { type: "string", default: "1000" },
  },
});
const largest = Number(values.size);
const sizes = [largest / 100, largest / 10, largest];
const packs = await Promise.all(
  readdirSync(new URL("../../packages", import.meta.url))
    .filter((name) => name.startsWith("rules-"))
    .map(async (name) => (await import(`../../packages/${name}/dist/index.js`)).default),
);
const rules = packs
  .flatMap((pack) => Object.keys(pack.rules).map((name) => `${pack.meta.namespace}/${name}`))
  .filter((id) => !values.rule || values.rule.includes(id));

let found = 0;
for (const shape of values.shape) {
  for (const statement of Object.keys(STATEMENTS)) {
    const times = sizes.map((size) => fastest(fileOf(shape, statement, size), rules));
    for (const id of rules) {
      const [, before = 0, after = 0] = times.map((time) => time.get(id));
      if (isSlow(before, after)) confirm(id, shape, statement);
    }
  }
}
console.log(`${rules.length} rules, ${found} times worse than n log n`);
if (found > 0) process.exitCode = 1;

/**
 * Measures a rule alone, since what the first rule of a file asks for serves the others, and
 * in time of the processor, which other processes do not count for. The parse counts, too.
 */
function confirm(id, shape, statement) {
  const alone = sizes.map((size) => {
    const text = fileOf(shape, statement, size);
    const start = process.cpuUsage();
    fastest(text, [id]);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / RUNS;
  });
  if (!isSlow(alone[1], alone[2])) return;
  found += 1;
  const shown = alone.map((time, index) => `${sizes[index]}: ${time.toFixed(1)} ms`);
  console.log(`${id}, ${shape} of ${statement}: ${shown.join(", ")}`);
}

function isSlow(before, after) {
  const [, middle, large] = sizes;
  const growth = (large * Math.log(large)) / (middle * Math.log(middle));
  return after > NOISE && after > before * growth * TOLERANCE;
}

/** Returns the shortest time of each rule on a text, in milliseconds. */
function fastest(text, ids) {
  const shortest = new Map();
  for (let run = 0; run < RUNS; run += 1) {
    const linter = new Linter({ configType: "flat" });
    const config = packs.map((pack) => ({
      ...pack.configs.base,
      rules: Object.fromEntries(
        ids.filter((id) => id.startsWith(`${pack.meta.namespace}/`)).map((id) => [id, "error"]),
      ),
    }));
    linter.verifyAndFix(text, config, {
      filename: "failover/engine.go",
      fix: false,
      stats: true,
    });
    for (const { rules: times = {} } of linter.getTimes().passes) {
      for (const [id, { total }] of Object.entries(times)) {
        shortest.set(id, Math.min(total, shortest.get(id) ?? Infinity));
      }
    }
  }
  return shortest;
}
