// The files that the command lints, and its words about the others.
import { expect, test } from "@jest/globals";
import { CLEAN, FOO, Project, type Outcome, type Terminal } from "./project.ts";

const IGNORING = `
import { base } from "./plugin.mjs";
export default [
  base,
  { files: ["**/*.go"], rules: { "demo/no-foo": "error" } },
  { ignores: ["gen/", "b.go"] },
];
`;

const FILES = { "a.go": FOO, "b.go": FOO, "gen/g.go": FOO, "vendor/v/v.go": FOO, "x.md": "" };

/** Returns the exit code, and the files with a message, sorted. */
async function linted(
  project: Project,
  args: readonly string[],
  terminal?: Terminal,
): Promise<unknown[]> {
  const { code, stdout } = await project.run([...args, "--format", "json"], terminal);
  const results = JSON.parse(stdout) as { filePath: string; messages: unknown[] }[];
  const found = results.filter(({ messages }) => messages.length > 0);
  return [code, ...found.map(({ filePath }) => filePath.slice(project.root.length + 1))];
}

test.each<[args: string[], expected: unknown[]]>([
  [[], [1, "a.go"]],
  [["--no-ignore"], [1, "a.go", "b.go", "gen/g.go"]],
  [["--ignore-pattern", "a.go", "--no-error-on-unmatched-pattern"], [0]],
  [
    ["--ignore-pattern", "!b.go", "--ignore-pattern", "a.go"],
    [1, "b.go"],
  ],
  [
    ["--no-ignore", "--ignore-pattern", "a.go"],
    [1, "a.go", "b.go", "gen/g.go"],
  ],
  [
    ["a.go", "b.go"],
    [1, "a.go", "b.go"],
  ],
  [
    ["a.go", "b.go", "--no-warn-ignored"],
    [1, "a.go"],
  ],
  [["b.go", "--no-warn-ignored", "--max-warnings", "0"], [0]],
  [
    ["b.go", "--max-warnings", "0"],
    [1, "b.go"],
  ],
  [["vendor/v/v.go"], [1, "vendor/v/v.go"]],
  [
    ["vendor/v/v.go", "gen/g.go", "b.go", "x.md", "a.go", "--force-exclude"],
    [1, "a.go"],
  ],
  [["vendor", "--force-exclude"], [0]],
  [
    ["nope", "a.go", "--no-error-on-unmatched-pattern"],
    [1, "a.go"],
  ],
  [["gen", "--no-error-on-unmatched-pattern"], [0]],
  [["--pass-on-no-patterns"], [0]],
  [
    ["a.go", "--pass-on-no-patterns"],
    [1, "a.go"],
  ],
])("%j", async (args, expected) => {
  using project = new Project(FILES, { config: IGNORING });
  expect(await linted(project, args)).toEqual(expected);
});

test.each([["gen"], ["gen/**/*.go"], ["nope"]])("%s has nothing to lint", async (path) => {
  using project = new Project(FILES, { config: IGNORING });
  expect((await project.run([path, "a.go"])).code).toBe(2);
});

test.each([
  ["lines", "a.go\r\nvendor/v/v.go\n\n"],
  ["NUL", "a.go\0vendor/v/v.go\0"],
])("--files-from reads paths from standard input: %s", async (_name, stdin) => {
  using project = new Project(FILES);
  const expected = [1, "a.go", "vendor/v/v.go"];
  expect(await linted(project, ["--files-from", "-"], { stdin })).toEqual(expected);
});

test("--files-from reads a file, beside paths; its names are no patterns", async () => {
  const names = ["new\nline.go", "*.go", "!a.go", "a...go"];
  using project = new Project({
    ...Object.fromEntries([...names, "named.go", "b.go"].map((name) => [name, FOO])),
    list: names.join("\0"),
  });
  const found = await linted(project, ["named.go", "--files-from", "list"]);
  expect(found.slice(1).sort()).toEqual([...names, "named.go"].sort());
});

test("an empty list of files is nothing to lint, and not the whole tree", async () => {
  using project = new Project(FILES);
  expect(await linted(project, ["--files-from", "-"], { stdin: "" })).toEqual([0]);
});

test("a list of files that cannot be read is named", async () => {
  using project = new Project({});
  const { code, stderr } = await project.run(["--files-from", "nope"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/The list of files cannot be read: .*ENOENT/u);
});

const SUPPRESSED = "package p\n\n//gopherwood:disable-next-line\nvar x = foo()\n";

test("--no-inline-config heeds no directive, and still knows syntax errors", async () => {
  using project = new Project({ "a.go": SUPPRESSED, "b.go": "package p\n\nvar foo = (\n" });
  const places = ({ stdout }: Outcome) => stdout.match(/^\S+:\d+:\d+/gmu);
  expect(places(await project.run([]))).toEqual(["b.go:3:1"]);
  const { code, ...outcome } = await project.run(["--no-inline-config"]);
  expect(code).toBe(1);
  expect(places({ code, ...outcome })).toEqual(["a.go:4:9", "b.go:3:1"]);
});

test.each([
  ["error", 1],
  ["2", 1],
  ["warn", 0],
  ["off", 0],
])("--report-unused-disable-directives-severity %s", async (severity, code) => {
  using project = new Project({ "a.go": "package p\n\n//gopherwood:disable-line\n" });
  const option = "--report-unused-disable-directives-severity";
  const outcome = await project.run([option, severity]);
  expect(outcome.code).toBe(code);
  expect(outcome.stdout.includes("Unused")).toBe(severity !== "off");
});

test("--debug says which config and files there are, on standard error", async () => {
  using project = new Project({ "a.go": CLEAN, "gen/g.go": CLEAN }, { config: IGNORING });
  const { stdout, stderr } = await project.run(["--debug"]);
  expect(stdout).toContain("no problems in 1 file");
  expect(stderr).toContain(`the config is ${project.root}/gopherwood.config.mjs`);
  expect(stderr).toContain(`${project.root}/gopherwood.config.mjs ignores it`);
  expect(stderr).toMatch(/a\.go: nothing to say in \d+ ms/u);
});

test.each([
  ["--rule-timeout", "soon", "It must be a number of seconds."],
  [
    "--report-unused-disable-directives-severity",
    "loud",
    "It must be one of off, warn, error.",
  ],
])("%s %s is refused", async (option, value, message) => {
  using project = new Project({});
  const { code, stderr } = await project.run([option, value]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("what a terminal would obey is printed as an escape, in every format", async () => {
  const name = "a\u001b[2J\u009b31m\n\u202e.go";
  using project = new Project({ [name]: FOO }, { config: IGNORING });
  for (const format of ["stylish", "json", "report", "markdown", "markdown-summary"]) {
    const { stdout, stderr } = await project.run([".", "nope\u001b[2J", "--format", format]);
    if (format !== "markdown-summary") expect(stdout).toContain("\\u001b[2J");
    expect(stderr).toContain("nope\\u001b[2J");
    expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  }
});
