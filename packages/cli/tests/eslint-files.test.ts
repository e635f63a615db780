// The same ignores, configs and arguments choose the same files, and give the same exit code, in
// gopherwood and in ESLint.
import { expect, test } from "@jest/globals";
import { ESLint } from "eslint";
import { join } from "node:path";
import { FOO, Project } from "./project.ts";

const NAMES = [
  "a.go",
  "b.go",
  "sub/a.go",
  "sub/c.go",
  "sub/deep/d.go",
  "gen/g.go",
  "gen/keep/k.go",
];
const FILES = Object.fromEntries(NAMES.map((name) => [name, FOO]));

/** Returns the text of a config: the rule, and more objects as they are written. */
function configOf(...more: string[]): string {
  return [
    'import { base } from "PLUGIN";',
    'export default [{ ignores: ["**/*.mjs"] }, base,',
    '  { files: ["**/*.go"], rules: { "demo/no-foo": "error" } },',
    `  ${more.join(",\n  ")}];`,
  ].join("\n");
}

/** Returns a config that ignores some patterns. */
function ignoring(...patterns: string[]): string {
  return configOf(`{ ignores: ${JSON.stringify(patterns)} }`);
}

interface Setup {
  /** The config of each directory, by the directory. Default: one at the top. */
  readonly configs?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly cwd?: string;
}

const BROKEN = 'throw new Error("broken");';

const SETUPS: readonly [name: string, setup: Setup][] = [
  // Files that a config ignores.
  ...[
    ["gen"],
    ["gen/"],
    ["gen/*"],
    ["gen/**"],
    ["gen/**/*"],
    ["/gen"],
    ["./gen"],
    ["**/gen"],
    ["**/gen/"],
    ["**/deep/**"],
    ["GEN/"],
    ["a.go"],
    ["**/a.go"],
    ["*.go"],
    ["**/*.go"],
    ["sub/*"],
    ["sub/*.go"],
    ["{gen,sub}/**"],
    ["[gs]*/"],
    ["s?b/"],
    ["!(a).go"],
    ["gen/**", "!gen/keep/**"],
    ["gen/**/*", "!gen/keep/**"],
    ["gen/*", "!gen/keep/"],
    ["**/*.go", "!a.go"],
    ["*", "!sub/", "sub/*", "!sub/deep/"],
    ["!a.go"],
  ].map((patterns): [string, Setup] => [
    `ignores ${JSON.stringify(patterns)}`,
    { configs: { "": ignoring(...patterns) } },
  ]),
  ...[
    '{ files: ["**/*.go"], ignores: ["gen/**"], rules: { "demo/no-foo": "off" } }',
    '{ files: ["sub/**"], rules: { "demo/no-foo": "off" } }',
    '{ files: [["**/*.go", "!**/a.go"]], rules: { "demo/no-foo": "off" } }',
    '{ basePath: "sub", ignores: ["deep/"] }',
    '{ basePath: "sub", files: ["*.go"], rules: { "demo/no-foo": "warn" } }',
    '{ name: "mine", ignores: ["sub/"] }',
    '{ ignores: ["sub/"], rules: { "demo/no-foo": "off" } }',
    '{ ignores: [(path) => path.endsWith("b.go")] }',
    '{ ignores: "gen" }',
    "{ ignores: [1] }",
    "undefined",
    "[[{ ignores: ['sub/'] }]]",
    '{ rules: { "demo/none": "error" } }',
    "{ nonsense: true }",
  ].map((object): [string, Setup] => [object, { configs: { "": configOf(object) } }]),
  // Files that the arguments name.
  ...[
    ["a.go"],
    ["a.go", "gen/g.go"],
    ["gen/g.go"],
    ["gen/g.go", "--max-warnings", "0"],
    ["gen/g.go", "--max-warnings", "0", "--no-warn-ignored"],
    ["gen/g.go", "--no-ignore"],
    ["--no-ignore"],
    ["gen"],
    ["gen/"],
    ["gen", "a.go"],
    ["gen", "--no-ignore"],
    ["gen/**/*.go"],
    ["gen", "--no-error-on-unmatched-pattern"],
    ["nope"],
    ["nope.go", "a.go"],
    ["nope.go", "a.go", "--no-error-on-unmatched-pattern"],
    ["*.nope"],
    ["*.go"],
    ["**/*.go"],
    ["sub/*.go"],
    ["sub/**/a.go", "a.go", "./a.go"],
    ["{a,b}.go"],
    ["sub/../a.go"],
    ["./sub"],
    ["s*"],
    ["--pass-on-no-patterns"],
    ["--ignore-pattern", "a.go"],
    ["--ignore-pattern", "sub/"],
    ["--ignore-pattern", "!gen/"],
    ["--ignore-pattern", "**/*.go"],
    ["--ignore-pattern", "a.go", "a.go"],
  ].map((args): [string, Setup] => [
    `gen/ is ignored: ${args.join(" ")}`,
    { configs: { "": ignoring("gen/") }, args },
  ]),
  ...[
    [],
    ["../a.go"],
    [".."],
    ["../gen"],
    ["../*.go"],
    ["--ignore-pattern", "a.go"],
    ["--ignore-pattern", "deep"],
  ].map((args): [string, Setup] => [
    `in sub: ${args.join(" ")}`,
    { configs: { "": ignoring("gen/") }, args, cwd: "sub" },
  ]),
  // Places of configs.
  ["no config", { configs: {} }],
  ["an empty config", { configs: { "": "export default [];" }, args: ["**/*.go"] }],
  ["a broken config", { configs: { "": BROKEN } }],
  ["only a config further down", { configs: { sub: configOf() }, args: ["sub"] }],
  ["only a config further down, from above", { configs: { sub: configOf() } }],
  ["a config further down", { configs: { "": configOf(), sub: ignoring("deep/") } }],
  ["a broken config further down", { configs: { "": configOf(), sub: BROKEN } }],
  ["a broken config in what is ignored", { configs: { "": ignoring("sub/"), sub: BROKEN } }],
  ["a config in what is ignored", { configs: { "": ignoring("sub/**"), sub: configOf() } }],
  [
    "a config in what is ignored, and a file of its directory",
    { configs: { "": ignoring("sub/"), sub: configOf() }, args: ["sub/c.go"] },
  ],
  [
    "a config further down that ignores its own directory",
    { configs: { "": configOf(), sub: ignoring("../sub", "sub/") } },
  ],
];

interface Chosen {
  readonly code: number;
  /** The files with messages, relative and sorted. */
  readonly files?: readonly string[];
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly severity: number }[];
}

function chosen(root: string, results: readonly Result[]): string[] {
  return results
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath }) => filePath.slice(root.length + 1))
    .sort();
}

async function byGopherwood(project: Project, { args = [], cwd }: Setup): Promise<Chosen> {
  const outcome = await project.run([...args, "--format", "json"], cwd ? { cwd } : {});
  if (outcome.code === 2) return { code: 2 };
  const results = JSON.parse(outcome.stdout) as Result[];
  return { code: outcome.code, files: chosen(project.root, results) };
}

/** Does what ESLint's command does with some arguments. */
async function byESLint(project: Project, { args = [], cwd = "." }: Setup): Promise<Chosen> {
  const flags = new Set(args.filter((arg) => arg.startsWith("--")));
  const valueOf = (flag: string) => {
    const at = args.indexOf(flag);
    return at === -1 ? undefined : args[at + 1];
  };
  const values = ["--ignore-pattern", "--max-warnings"].map(valueOf);
  const patterns = args.filter((arg) => !arg.startsWith("--") && !values.includes(arg));
  const [ignorePattern, maxWarnings] = values;
  // A pattern may be a path as well.
  if (args.filter((arg) => arg === ignorePattern).length > 1) patterns.push(args.at(-1) ?? "");
  const eslint = new ESLint({
    cwd: join(project.root, cwd),
    ignore: !flags.has("--no-ignore"),
    warnIgnored: !flags.has("--no-warn-ignored"),
    errorOnUnmatchedPattern: !flags.has("--no-error-on-unmatched-pattern"),
    passOnNoPatterns: flags.has("--pass-on-no-patterns"),
    ...(ignorePattern !== undefined && { ignorePatterns: [ignorePattern] }),
  });
  const noPatterns = patterns.length === 0 && !flags.has("--pass-on-no-patterns");
  try {
    const results = await eslint.lintFiles(noPatterns ? ["."] : patterns);
    const errors = results.some(({ errorCount }) => errorCount > 0);
    const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
    const tooMany = maxWarnings !== undefined && warnings > Number(maxWarnings);
    return { code: errors || tooMany ? 1 : 0, files: chosen(project.root, results) };
  } catch {
    // It may be loading configs still.
    await eslint.calculateConfigForFile("a.go").catch(() => null);
    return { code: 2 };
  }
}

test.each(SETUPS)("%s", async (_name, setup) => {
  using project = new Project(FILES);
  project.remove("gopherwood.config.mjs");
  for (const [directory, text] of Object.entries(setup.configs ?? { "": configOf() })) {
    const config = text.replace("PLUGIN", join(project.root, "plugin.mjs"));
    for (const tool of ["gopherwood", "eslint"]) {
      project.write(join(directory, `${tool}.config.mjs`), config);
    }
  }
  expect(await byGopherwood(project, setup)).toEqual(await byESLint(project, setup));
});
