/**
 * Lints mutated Go files by all rules and fixes them in memory: no crash, no file that
 * takes long, no fix that adds a syntax error. Failures are written to a directory.
 *
 *   node tools/faults/mutants.mjs COUNT SEED OUTPUT DIRECTORY...
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SyntaxTree } from "../../packages/core/dist/index.js";
import { Gopherwood } from "../../packages/core/dist/runner/index.js";
import { migratekit, recommended } from "../../packages/config/dist/index.js";
import { random } from "./lib/project.mjs";

const [, , count, seed, output, ...directories] = process.argv;
const LONGEST = 5000;
const LARGEST_FILE = 30_000;

const files = directories.flatMap((directory) =>
  readdirSync(directory, { recursive: true })
    .filter((name) => name.endsWith(".go") && !/(?:^|\/)vendor\//u.test(name))
    .map((name) => join(directory, name)),
);
const texts = files
  .map((path) => readFileSync(path))
  .filter(({ length }) => length > 200 && length < LARGEST_FILE);
const next = random(Number(seed));
const pick = (list) => list[next(list.length)];

/** Each makes a new text of one or two others. */
const MUTATIONS = {
  flip: (bytes) => {
    const copy = Buffer.from(bytes);
    for (let left = 1 + next(4); left > 0; left -= 1) copy[next(copy.length)] ^= 1 << next(8);
    return copy;
  },
  cut: (bytes) => {
    const from = next(bytes.length);
    const to = from + next(400);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  end: (bytes) => bytes.subarray(0, next(bytes.length)),
  join: (bytes) => {
    const other = pick(texts);
    return Buffer.concat([
      bytes.subarray(0, next(bytes.length)),
      other.subarray(next(other.length)),
    ]);
  },
  swap: (bytes) => {
    const tokens = bytes.toString("latin1").split(/(\w+|[^\w\s])/u);
    for (let left = 1 + next(5); left > 0; left -= 1) {
      const [a, b] = [next(tokens.length), next(tokens.length)];
      [tokens[a], tokens[b]] = [tokens[b], tokens[a]];
    }
    return Buffer.from(tokens.join(""), "latin1");
  },
};

const errorsIn = (text) => SyntaxTree.parse(text).errors.length;
const plugins = Object.assign({}, ...[...recommended, ...migratekit].map((one) => one.plugins));
const names = Object.entries(plugins).flatMap(([namespace, { rules = {} }]) =>
  Object.keys(rules).map((name) => `${namespace}/${name}`),
);
const config = [
  ...recommended,
  {
    files: ["**/*.go"],
    plugins,
    languageOptions: { generated: true },
    rules: Object.fromEntries(names.map((name) => [name, "error"])),
  },
  // It has the options without which some rules have nothing to say.
  ...migratekit,
];
const engine = new Gopherwood({
  cwd: "/",
  config,
  fix: { write: false, suggestions: true },
});

mkdirSync(output, { recursive: true });
const seen = { files: 0, findings: 0, fixed: 0, failures: 0, longest: 0 };
for (let at = 0; at < Number(count); at += 1) {
  const [kind, mutate] = pick(Object.entries(MUTATIONS));
  const bytes = mutate(pick(texts));
  const before = process.cpuUsage();
  const { results, problems } = await engine.lintText(bytes, "/mutant/a.go");
  // Of this process: another may have the processor.
  const { user, system } = process.cpuUsage(before);
  const time = (user + system) / 1000;
  const [result] = results;
  const failures = problems
    .filter(({ message }) => !message.startsWith("It is not UTF-8"))
    .map(({ ruleId, message }) => `${ruleId ?? ""} ${message}`);
  if (time > LONGEST) failures.push(`It took ${Math.round(time)} ms.`);
  if (result?.output !== undefined) {
    seen.fixed += 1;
    const [old, fixed] = [errorsIn(bytes.toString()), errorsIn(result.output)];
    if (fixed > old) failures.push(`A fix adds syntax errors: ${old}, then ${fixed}.`);
  }
  seen.files += 1;
  seen.findings += result?.messages.length ?? 0;
  seen.longest = Math.max(seen.longest, Math.round(time));
  if (failures.length === 0) continue;
  seen.failures += 1;
  writeFileSync(join(output, `${at}-${kind}.go`), bytes);
  console.log(`${at}-${kind}.go: ${failures.join("; ")}`);
}
console.log(JSON.stringify(seen));
