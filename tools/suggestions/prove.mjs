/**
 * Applies each fix and suggestion of each rule alone, and asks go/types whether the package
 * still compiles. Needs a Go toolchain; run `npm run build` before.
 *
 *   node tools/suggestions/prove.mjs [--sample 2000] [--seed 1] [--list 5] DIRECTORY...
 *
 * Exits with 1 if one does not compile, or is not formatted as gofmt does it.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sample } from "./lib/sample.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    list: { type: "string", default: "5" },
  },
});
const root = new URL("../../", import.meta.url);
const { Gopherwood } = await import(new URL("packages/core/dist/runner/index.js", root).href);
const configFile = fileURLToPath(new URL("rules.config.mjs", import.meta.url));

const oracle = join(mkdtempSync(join(tmpdir(), "gopherwood-suggestions-")), "oracle");
const build = spawnSync("go", ["build", "-o", oracle, "."], {
  cwd: join(import.meta.dirname, "oracle"),
  stdio: "inherit",
});
if (build.status !== 0) throw new Error("The oracle does not build.");

let wrong = 0;
for (const argument of positionals) wrong += await prove(resolve(argument));
process.exitCode = wrong > 0 ? 1 : 0;

async function prove(directory) {
  const { results } = await new Gopherwood({ cwd: directory, configFile }).lintFiles(["."]);
  const offered = results.flatMap(editsOf);
  const edits = sample(offered, Number(options.sample), Number(options.seed));
  console.log(`\n${directory}: ${edits.length} of ${offered.length} fixes and suggestions`);

  const judge = judgeOf(directory);
  const counts = new Map();
  const failures = [];
  for (const edit of edits) {
    const { packages, errors, unformatted } = await judge.ask(edit);
    const outcome = outcomeOf(packages, errors, unformatted);
    const name = `${edit.ruleId}, ${edit.kind}`;
    const ofRule = counts.get(name) ?? {};
    counts.set(name, { ...ofRule, [outcome]: (ofRule[outcome] ?? 0) + 1 });
    if (outcome === "compiles" || outcome === "not built") continue;
    failures.push({ name, outcome, edit, errors });
  }
  judge.end();

  console.table(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
  const listed = new Map();
  for (const { name, outcome, edit, errors } of failures) {
    const count = (listed.get(name) ?? 0) + 1;
    listed.set(name, count);
    if (count > Number(options.list)) continue;
    const { file, line, before, after } = edit;
    console.log(`\n${name}: ${outcome}: ${relative(directory, file)}:${line}`);
    console.log(`  ${before}\n  => ${after}`.replaceAll("\n", "\n  "));
    for (const error of errors.slice(0, 3)) console.log(`  ${error}`);
  }
  return failures.length;
}

function outcomeOf(packages, errors, unformatted) {
  if (packages === 0) return "not built";
  if (errors.length > 0) return "does not compile";
  return unformatted ? "not formatted" : "compiles";
}

/** Returns the fixes and suggestions of a file, with the text that each makes of it. */
function editsOf({ filePath, messages }) {
  const text = readFileSync(filePath, "utf8").replace(/^\uFEFF/u, "");
  return messages.flatMap(({ ruleId, line, fix, suggestions = [] }) =>
    [
      ...(fix ? [{ kind: "fix", fix }] : []),
      ...suggestions.map((suggestion) => ({ kind: "suggestion", fix: suggestion.fix })),
    ].map(({ kind, fix: { range, text: after } }) => ({
      ruleId,
      line,
      kind,
      file: filePath,
      before: text.slice(...range),
      after,
      text: text.slice(0, range[0]) + after + text.slice(range[1]),
    })),
  );
}

/** Starts the oracle for a module. */
function judgeOf(directory) {
  const child = spawn(oracle, [directory], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask({ file, text }) {
      child.stdin.write(`${JSON.stringify({ file, text })}\n`);
      const { value } = await lines.next();
      if (value === undefined) throw new Error(`The oracle ended at ${file}.`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
