/**
 * Measures what type questions cost: a rule that looks at every call of a tree, with
 * and without asking for the type of each receiver, run by ESLint's linter. The rules
 * subscribe to calls alone, so what they are held against is little more than the parse.
 *
 *   node cost.mjs [--only types|syntax] [--core <index.js>] <directory> ...
 *
 * Prints the seconds of both runs and their ratio. Vendored packages are not linted.
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
const { GoLanguage, defineRule, namesOf } = await import(core.href);
const { disk } = await import(new URL("source/disk.node.js", core).href);

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
  const paths = [...goFiles(resolve(directory))];
  const names = options.only ? [options.only] : ["syntax", "types"];
  const seconds = lint(paths, names, resolve(directory));
  const { syntax, types } = seconds;
  const times = Object.entries(seconds).map(([name, time]) => `${name} ${time.toFixed(2)} s`);
  const ratio = syntax && types ? `, +${((100 * types) / syntax - 100).toFixed(1)} %` : "";
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(`${directory}: ${paths.length} files, ${times.join(", ")}${ratio}, ${memory} MB`);
}
console.log(`${asked.receivers} receivers asked for, ${asked.known} of them are known values`);

function rule(name, look) {
  return defineRule({
    name: `cost/${name}`,
    meta: { docs: { description: "", category: "" }, messages: {}, schema: [] },
    create(context) {
      const names = () => namesOf(context.sourceCode);
      return {
        call_expression(node) {
          const callee = node.function;
          if (callee.kind === "selector_expression") look(callee.operand, names);
        },
      };
    },
  });
}

/** Lints each file by one rule after the other and gives the seconds that each took. */
function lint(paths, names, directory) {
  const linter = new Linter({ cwd: directory });
  const plugin = { rules, languages: { go: new GoLanguage(disk) } };
  const configs = new Map(
    names.map((name) => [
      name,
      {
        files: ["**/*.go"],
        plugins: { cost: plugin },
        language: "cost/go",
        rules: { [`cost/${name}`]: "error" },
      },
    ]),
  );
  const seconds = Object.fromEntries(names.map((name) => [name, 0]));
  let order = names;
  for (const path of paths) {
    const text = readFileSync(path, "utf8");
    for (const name of order) {
      const start = performance.now();
      linter.verify(text, configs.get(name), path);
      seconds[name] += (performance.now() - start) / 1000;
    }
    // Neither is always the one that finds things warm.
    order = order.toReversed();
  }
  return seconds;
}

function* goFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !/^(?:vendor|node_modules|testdata|\.git)$/u.test(entry.name))
      yield* goFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".go")) yield path;
  }
}
