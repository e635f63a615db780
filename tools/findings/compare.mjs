/**
 * Compares what logging/no-direct-logging finds in a module with what go/types
 * says its calls are. Needs a Go toolchain; run `npm run build` before.
 *
 *   node tools/findings/compare.mjs DIRECTORY...
 *
 * The module's dependencies have to be there: in vendor/, or after `go mod download`.
 * A file that go/types did not see (another platform's, say) is not counted, nor are prints to
 * a standard stream.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const LISTED = 10;

/** The calls that the rule is asked to find, by the package that declares what is called. */
const LOGRUS = /^(?:Trace|Debug|Info|Print|Warn|Warning|Error|Fatal|Panic)(?:f|ln|Fn)?$/u;
const EMITS = {
  "github.com/sirupsen/logrus": (site) =>
    LOGRUS.test(site.name) || (site.receiver && /^Log(?:f|ln|Fn)?$/u.test(site.name)),
  log: ({ name }) => /^(?:Print|Fatal|Panic)(?:f|ln)?$|^Output$/u.test(name),
  "log/slog": ({ name, receiver }) =>
    !receiver && /^(?:(?:Debug|Info|Warn|Error)(?:Context)?|Log|LogAttrs)$/u.test(name),
  fmt: ({ name }) => /^Print(?:f|ln)?$/u.test(name),
};

/** Prints to a standard stream, which the oracle does not tell from those to other writers. */
const TO_STREAM = /^(?:fmt\.Fprint(?:f|ln)?\(os\.Std(?:err|out)\b|print(?:ln)?\()/u;

const oracleDirectory = fileURLToPath(new URL("oracle", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "gopherwood-findings-"));
const oracle = join(work, "oracle");
run("go", ["build", "-o", oracle, "."], oracleDirectory);

const root = new URL("../../", import.meta.url);
const config = join(work, "gopherwood.config.mjs");
const pack = new URL("packages/rules-logging/dist/index.js", root).href;
writeFileSync(
  config,
  `import logging from ${JSON.stringify(pack)};
export default [logging.configs.base, { files: ["**/*.go"], rules: { "logging/no-direct-logging": "error" } }];
`,
);
const { Gopherwood } = await import(new URL("packages/core/dist/runner/index.js", root).href);

let wrong = 0;
for (const argument of process.argv.slice(2)) wrong += await compare(resolve(argument));
process.exitCode = wrong > 0 ? 1 : 0;

async function compare(directory) {
  const lines = run(oracle, [directory], directory)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const checked = new Set(lines.flatMap(({ checked }) => (checked ? [checked] : [])));
  const expected = new Map(
    lines
      .filter((line) => EMITS[line.package]?.(line))
      .map((line) => [keyOf(line.file, line.line, line.endLine, line.endColumn), line]),
  );
  const report = await new Gopherwood({ cwd: directory, configFile: config }).lintFiles(["."]);
  const linted = new Set(
    report.files.filter(({ outcome }) => outcome !== "generated").map(({ path }) => path),
  );
  const found = new Map(
    report.sites
      .filter(({ verdict, file }) => verdict !== "compliant" && checked.has(file))
      .filter(({ subject }) => !TO_STREAM.test(subject))
      .map((site) => {
        const { start, end } = site.range;
        return [keyOf(site.file, start.line, end.line, end.column), site];
      }),
  );
  const inLinted = [...expected].filter(([, { file }]) => linted.has(file));
  const truth = inLinted.filter(([, { handedOut }]) => !handedOut);
  const missed = truth.filter(([key]) => !found.has(key));
  const falseOnes = [...found].filter(([key]) => !expected.has(key));
  console.log(`${directory}: ${checked.size} files seen by both`);
  console.log(
    `  go/types: ${truth.length} calls; found of them: ${truth.length - missed.length}`,
  );
  list(
    `  missed: ${missed.length}`,
    missed.map(([key, { package: path, receiver = "" }]) => `${key} (${path} ${receiver})`),
  );
  list(
    `  false: ${falseOnes.length}`,
    falseOnes.map(([key, { subject }]) => `${key}: ${subject}`),
  );
  return falseOnes.length;
}

/** The start and end of a call tell it from the calls inside it; columns are compared in UTF-16. */
function keyOf(file, line, endLine, endColumn) {
  return `${file}:${line}-${endLine}:${endColumn}`;
}

function list(title, rows) {
  console.log(title);
  for (const row of rows.slice(0, LISTED)) console.log(`    ${row}`);
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) {
    throw new Error(`${command} failed in ${cwd}: ${error?.message ?? stderr}`);
  }
  return stdout;
}
