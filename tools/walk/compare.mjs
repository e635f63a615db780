/**
 * Compares three rules of a team, written for Gopherwood in YAML alone, with the same rules for
 * semgrep and go/analysis: lines, time, and what each finds. Needs a Go toolchain and semgrep in
 * the PATH; run `npm run build` before. The repositories are not written to.
 *
 *   node tools/walk/compare.mjs [--bin DIRECTORY] DIRECTORY...
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { go } from "../peers/lib/go.mjs";

const here = import.meta.dirname;
const { values, positionals: directories } = parseArgs({
  allowPositionals: true,
  options: { bin: { type: "string", default: join(tmpdir(), "gopherwood-walk") } },
});

const RULES = {
  "http client": ["go/restricted-calls", "http-client", "httpclient"],
  "authorise first": ["go/required-call", "authorise-first", "authorise"],
  "duration seconds": ["go/restricted-syntax", "duration-seconds", "seconds"],
};
const ruleOf = (id) => Object.keys(RULES).find((rule) => RULES[rule].includes(id)) ?? id;

const TOOLS = {
  gopherwood: { source: "gopherwood.config.yaml", find: gopherwood },
  semgrep: { source: "semgrep.yaml", find: semgrep },
  "go/analysis": { source: "analysis/main.go", find: analysis },
};

go(["build", "-o", values.bin, "."], join(here, "analysis"));
for (const [name, { source }] of Object.entries(TOOLS)) {
  console.log(`${name}: ${linesOf(join(here, source))} lines that are not blank`);
}
for (const directory of directories) compare(resolve(directory));

/** Prints what the tools find in a repository, and each finding that one of them has not. */
function compare(directory) {
  console.log(`\n${directory}`);
  const places = new Map();
  for (const [name, { find }] of Object.entries(TOOLS)) {
    const started = performance.now();
    const found = find(directory);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const counts = Object.keys(RULES).map((rule) => {
      const lines = new Set(found.filter(({ id }) => ruleOf(id) === rule).map(placeOf));
      for (const line of lines) places.set(line, [...(places.get(line) ?? []), name]);
      return `${rule} ${lines.size}`;
    });
    console.log(`  ${name}: ${counts.join(", ")}; ${seconds} s`);
  }
  for (const [place, names] of [...places].sort()) {
    if (names.length < Object.keys(TOOLS).length)
      console.log(`  ${place}: only ${names.join(", ")}`);
  }
}

function placeOf({ id, file, line }) {
  return `${ruleOf(id)} ${file}:${line}`;
}

function gopherwood(directory) {
  const bin = join(here, "../../packages/cli/bin/gopherwood.js");
  const config = join(here, TOOLS.gopherwood.source);
  const out = run(process.execPath, [bin, "--config", config, "-f", "json", "."], directory);
  return JSON.parse(out).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId: id, line }) => ({ id, file: relative(directory, filePath), line })),
  );
}

function semgrep(directory) {
  const config = join(here, TOOLS.semgrep.source);
  const args = [
    "scan",
    "--config",
    config,
    "--json",
    "--metrics=off",
    "--disable-version-check",
  ];
  const { results } = JSON.parse(run("semgrep", [...args, "."], directory));
  return results.map(({ check_id, path, start }) => {
    return { id: check_id.split(".").at(-1), file: path, line: start.line };
  });
}

function analysis(directory) {
  const out = run(values.bin, ["-json", "-test=false", "./..."], directory);
  // Packages that do not load are named before, and packages with the same findings twice.
  const packages = JSON.parse(out.slice(out.indexOf("{\n")));
  return Object.values(packages).flatMap((found) =>
    Object.entries(found).flatMap(([id, diagnostics]) =>
      [diagnostics].flat().flatMap(({ posn = "" }) => {
        const [, path, line] = /^(.+):(\d+):\d+$/u.exec(posn) ?? [];
        return path ? [{ id, file: relative(directory, path), line: Number(line) }] : [];
      }),
    ),
  );
}

function run(command, args, cwd) {
  const options = { cwd, encoding: "utf8", maxBuffer: 2 ** 30 };
  const { stdout, stderr, error } = spawnSync(command, args, options);
  if (error) throw error;
  if (stdout === "") throw new Error(`${command} printed nothing in ${cwd}:\n${stderr}`);
  return stdout;
}

function linesOf(path) {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).length;
}
