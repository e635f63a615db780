/**
 * Measures what type questions cost: a rule that looks at every call of a tree, with
 * and without asking for the type of each receiver, run by ESLint's linter.
 *
 *   node cost.mjs [--only types|syntax] [--core <index.js>] <directory> ...
 *
 * Prints the processor seconds of both runs and their ratio. Vendored packages are not linted.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Linter } from "eslint";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    core: {
      type: "string",
      default: join(import.meta.dirname, "../../packages/core/dist/index.js"),
    },
  },
});
const core = pathToFileURL(options.core);
const { GoLanguage, namesOf } = await import(core.href);
const { disk } = await import(new URL("source/disk.node.js", core).href);

const asked = { receivers: 0, known: 0 };

const rules = {
  syntax: rule((operand) => operand.range),
  types: rule((operand, names) => {
    asked.receivers += 1;
    if (names().importOf(operand)) return;
    if (names().typeOf(operand).kind !== "unknown") asked.known += 1;
  }),
};

for (const directory of positionals) {
  const paths = [...goFiles(resolve(directory))];
  const seconds = {};
  for (const name of options.only ? [options.only] : ["syntax", "types"]) {
    seconds[name] = lint(paths, name, resolve(directory));
  }
  const { syntax, types } = seconds;
  const times = Object.entries(seconds).map(([name, time]) => `${name} ${time.toFixed(2)} s`);
  const ratio = syntax && types ? `, +${((100 * types) / syntax - 100).toFixed(1)} %` : "";
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(`${directory}: ${paths.length} files, ${times.join(", ")}${ratio}, ${memory} MB`);
}
console.log(`${asked.receivers} receivers asked for, ${asked.known} of them are known values`);

function rule(look) {
  return {
    create(context) {
      const names = () => namesOf(context.sourceCode);
      return {
        call_expression(node) {
          const callee = node.function;
          if (callee.kind === "selector_expression") look(callee.operand, names);
        },
      };
    },
  };
}

/** Lints files by one rule and gives the processor seconds it took. */
function lint(paths, name, directory) {
  const linter = new Linter({ cwd: directory });
  const plugin = { rules, languages: { go: new GoLanguage(disk) } };
  const config = {
    files: ["**/*.go"],
    plugins: { cost: plugin },
    language: "cost/go",
    rules: { [`cost/${name}`]: "error" },
  };
  const start = process.cpuUsage();
  for (const path of paths) linter.verify(readFileSync(path, "utf8"), config, path);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function* goFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !/^(?:vendor|node_modules|testdata|\.git)$/u.test(entry.name))
      yield* goFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".go")) yield path;
  }
}
