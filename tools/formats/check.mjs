/**
 * Has the consumers of each format read what the command writes of a project: Microsoft's SARIF
 * validator with GitHub's rules, XML schemas, and formatters of ESLint from npm.
 *
 *   node tools/formats/check.mjs DIRECTORY PROJECT CONFIG [JUNIT_XSD]
 *
 * The consumers are installed into the directory at the first run. JUNIT_XSD is Jenkins'
 * junit-10.xsd, from github.com/jenkinsci/xunit-plugin. Needs a build.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const FORMATTERS = [
  ...["checkstyle", "codeframe", "github", "gitlab", "html", "junit", "pretty"],
  ...["rdjson", "stylish", "table", "teamcity"],
];
const VALIDATORS = ["@microsoft/sarif-multitool@5", "xmllint-wasm@5", "junit2json@4"];
const COMMAND = fileURLToPath(new URL("../../packages/cli/bin/gopherwood.js", import.meta.url));

const [directory, project, config, xsd] = process.argv.slice(2).map((path) => resolve(path));
if (!directory || !project || !config) {
  throw new Error("Name a directory, a project and a config.");
}
const multitool = join(directory, "node_modules/@microsoft/sarif-multitool-linux");
install();
const require = createRequire(join(directory, "check.js"));
const out = (name) => join(directory, "out", name);
mkdirSync(out("."), { recursive: true });

run(
  ...["sarif", "gitlab", "junit", "checkstyle", "github"].map((name) => [name, out(name)]),
  ...[...FORMATTERS, "@microsoft/sarif"].map((name) => {
    const path = require.resolve(packageOf(name));
    return [path, out(`eslint-${name.replaceAll("/", "-")}`)];
  }),
);
checkSarif();
await checkXml();
for (const name of [...FORMATTERS, "@microsoft-sarif"]) {
  const { length } = readFileSync(out(`eslint-${name}`));
  report(`eslint-formatter-${name}`, length > 1, `${length} bytes`);
}

function packageOf(name) {
  return name.startsWith("@")
    ? name.replace("/", "/eslint-formatter-")
    : `eslint-formatter-${name}`;
}

function install() {
  if (existsSync(join(directory, "node_modules"))) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "package.json"), '{ "private": true }');
  const packages = [...VALIDATORS, ...[...FORMATTERS, "@microsoft/sarif"].map(packageOf)];
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], {
    cwd: directory,
    stdio: "inherit",
  });
  // A script of the package would do it.
  chmodSync(join(multitool, "Sarif.Multitool"), 0o755);
}

/** Writes the findings of the project in all formats, in one run. */
function run(...targets) {
  const formats = targets.flatMap(([format, file]) => ["--format", `${format}=${file}`]);
  const { status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, "--config", config, ...formats, "."],
    { cwd: project, encoding: "utf8" },
  );
  report("the command", status !== null && status < 2, stderr);
}

function checkSarif() {
  const tool = join(multitool, "bin.js");
  for (const rules of ["Sarif", "Ghas"]) {
    const args = [tool, "validate", out("sarif"), "--rule-kind", rules];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    const problems = stdout.split("\n").filter((line) => /: (?:error|warning) /u.test(line));
    const isDone = stdout.includes("Analysis completed successfully");
    report(`sarif, ${rules} rules`, isDone && problems.length === 0, problems.join("\n"));
  }
}

async function checkXml() {
  const { validateXML } = await import(require.resolve("xmllint-wasm"));
  for (const name of ["junit", "checkstyle"]) {
    const xml = { fileName: name, contents: readFileSync(out(name), "utf8") };
    const isTyped = name === "junit" && xsd !== undefined;
    const schema = isTyped ? [readFileSync(xsd, "utf8")] : undefined;
    const { valid, errors } = await validateXML({
      xml: [xml],
      ...(schema ? { schema } : { normalization: "format" }),
    });
    const texts = errors.map(({ message }) => message).join("\n");
    report(`${name}${isTyped ? ", by its schema" : ""}`, valid, texts);
  }
  const { parse } = await import(require.resolve("junit2json"));
  const { tests, testsuite } = await parse(readFileSync(out("junit"), "utf8"));
  const cases = testsuite.reduce((sum, { testcase }) => sum + testcase.length, 0);
  report("junit, its count", tests === cases, `${tests} tests, ${cases} cases`);
}

function report(what, isRight, details) {
  console.log(`${isRight ? "right" : "WRONG"}  ${what}  ${details}`.trimEnd());
  if (!isRight) process.exitCode = 1;
}
