/**
 * Measures what type questions cost: a rule that looks at every call of a tree, with
 * and without asking for the type of each receiver, run by ESLint's linter. The rules
 * subscribe to calls alone, so what they are held against is little more than the parse.
 *
 *   node cost.mjs [--rounds 3] [--core <index.js>] <directory> ...
 *
 * Each run is a process of its own, in turns, and of each rule the best counts: names
 * that were asked for once make later walks read more. Prints the processor's seconds
 * of both, those of the engine's own threads too, and their ratio. Vendored packages
 * are not linted.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Linter } from "eslint";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    core: {
      type: "string",
      default: join(import.meta.dirname, "../../packages/core/dist/index.js"),
    },
  },
});
const core = pathToFileURL(options.core);
const { default: gopherwood, defineRule, semanticsOf } = await import(core.href);

const asked = { receivers: 0, known: 0 };

const rules = {
  syntax: rule("syntax", (operand) => operand.range),
  types: rule("types", (operand, names) => {
    asked.receivers += 1;
    if (names().importOf(operand)) return;
    if (names().typeOf(operand).kind !== "unknown") asked.known += 1;
  }),
};

for (const directory of positionals) {
  if (options.only) {
    console.log(JSON.stringify({ ...lint(resolve(directory), options.only), ...asked }));
  } else {
    compare(directory);
  }
}

/** Runs both rules in turns and prints the best of each. */
function compare(directory) {
  const best = {};
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const only of Object.keys(rules)) {
      const args = [process.argv[1], "--only", only, "--core", options.core, directory];
      const run = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
      if (!best[only] || run.seconds < best[only].seconds) best[only] = run;
    }
  }
  const { syntax, types } = best;
  const extra = ((100 * types.seconds) / syntax.seconds - 100).toFixed(1);
  console.log(
    `${directory}: ${types.files} files, syntax ${syntax.seconds.toFixed(2)} s, ` +
      `types ${types.seconds.toFixed(2)} s, +${extra} %, ${types.memory} MB; ` +
      `${types.receivers} receivers asked for, ${types.known} of them are known values`,
  );
}

function rule(name, look) {
  return defineRule({
    name: `cost/${name}`,
    meta: { docs: { description: "", category: "" }, messages: {}, schema: [] },
    create(context) {
      const names = () => semanticsOf(context.sourceCode);
      return {
        call_expression(node) {
          const callee = node.function;
          if (callee.kind === "selector_expression") look(callee.operand, names);
        },
      };
    },
  });
}

/** Lints each file by one rule; gives the seconds that it took and the process's memory in MB. */
function lint(directory, name) {
  const linter = new Linter({ cwd: directory });
  const plugin = { rules, languages: gopherwood.languages };
  const config = {
    files: ["**/*.go"],
    plugins: { cost: plugin },
    language: "cost/go",
    rules: { [`cost/${name}`]: "error" },
  };
  const paths = [...goFiles(directory)];
  let time = 0;
  for (const path of paths) {
    const text = readFileSync(path, "utf8");
    const before = process.cpuUsage();
    linter.verify(text, config, path);
    const { user, system } = process.cpuUsage(before);
    time += user + system;
  }
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  return { files: paths.length, seconds: time / 1e6, memory };
}

function* goFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !/^(?:vendor|node_modules|testdata|\.git)$/u.test(entry.name))
      yield* goFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".go")) yield path;
  }
}
