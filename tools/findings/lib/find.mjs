import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

/** The declarations of `config`; ROOT stands for the checkout, NAME for the directory's name. */
export const CONFIGS = {
  recommended: `import { recommended as config } from "ROOT/packages/config/dist/index.js";`,
  migratekit: `import { migratekit as config } from "ROOT/packages/config/dist/index.js";`,
  all: `import { readdirSync } from "node:fs";
const packs = readdirSync(new URL("ROOT/packages")).filter((name) => name.startsWith("rules-"));
const config = await Promise.all(packs.map(async (name) => {
  const { default: pack } = await import("ROOT/packages/" + name + "/dist/index.js");
  const ids = Object.keys(pack.rules).map((rule) => pack.meta.namespace + "/" + rule);
  return { ...pack.configs.base, rules: Object.fromEntries(ids.map((id) => [id, "error"])) };
}));`,
  /** The directory's own, as the checkout has it. */
  example: `import config from "ROOT/examples/NAME/gopherwood.config.js";`,
};

/** Returns what `find` returns, which it keeps by commit, config and Go code. */
export function findOnce(cache, request) {
  const { checkout, directory, name } = request;
  const commit = run("git", ["rev-parse", "HEAD"], checkout);
  const tree = run("git", ["rev-parse", "HEAD:./"], directory);
  const key = createHash("sha256").update(commit + tree + configOf(request));
  const hash = key.digest("hex").slice(0, 12);
  const file = join(cache, `${basename(directory)}-${name}-${hash}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const found = find(request);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify(found));
  return found;
}

/**
 * Returns one record for each site, message, problem and fixed file.
 *
 * @param request.name The config's.
 * @param request.without The ids of rules to turn off.
 */
export function find(request) {
  const { directory } = request;
  const { results, sites, problems } = lint(request);
  const fixed = lint(request, "--fix-dry-run", "--suggestions", "apply");
  const messages = results.flatMap(({ filePath, messages, suppressedMessages }) => {
    const file = relative(directory, filePath);
    return [...messages, ...suppressedMessages].map((message) => ({ file, ...message }));
  });
  const fixedFiles = fixed.results
    .filter(({ output }) => output !== undefined)
    .map(({ filePath, output }) => ({ file: relative(directory, filePath), output }));
  return Object.entries({
    site: sites,
    message: messages,
    problem: [...problems, ...fixed.problems],
    "fixed file": fixedFiles,
  }).flatMap(([kind, records]) => records.map((record) => ({ kind, ...record })));
}

/** Returns the report of a run in the directory. */
function lint(request, ...how) {
  const { checkout, directory } = request;
  const work = mkdtempSync(join(tmpdir(), "gopherwood-equal-"));
  const [config, report] = [join(work, "gopherwood.config.mjs"), join(work, "report.json")];
  writeFileSync(config, configOf(request));
  const bin = join(checkout, "packages/cli/bin/gopherwood.js");
  const files = ["--config", config, "--format", "report", "--output-file", report];
  const { stderr } = spawnSync(process.execPath, [bin, ...files, ...how, "."], {
    cwd: directory,
    encoding: "utf8",
  });
  if (!existsSync(report)) throw new Error(`${checkout} failed in ${directory}: ${stderr}`);
  const found = JSON.parse(readFileSync(report, "utf8"));
  rmSync(work, { recursive: true });
  return found;
}

function configOf({ checkout, directory, name, without }) {
  const off = Object.fromEntries(without.map((rule) => [rule, "off"]));
  const statement = CONFIGS[name]
    .replaceAll("ROOT", pathToFileURL(checkout).href)
    .replaceAll("NAME", basename(directory));
  return `${statement}
export default [...config, { files: ["**/*.go"], rules: ${JSON.stringify(off)} }];
`;
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed in ${cwd}: ${stderr}`);
  return stdout.trim();
}
