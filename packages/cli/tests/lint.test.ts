import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLEAN, FOO, Project } from "./project.ts";

const MESSAGE = "a.go:4:2  error    Do not use foo.  demo/no-foo\n";
const SUMMARY = "\n✖ 1 problem (1 error, 0 warnings) in 1 file\n";

test("findings: standard output and exit code 1", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN });
  const expected = { code: 1, stdout: MESSAGE + SUMMARY, stderr: "" };
  expect(await project.run([])).toEqual(expected);
  expect(await project.run(["a.go"])).toEqual(expected);
  expect(await project.run(["./..."])).toEqual(expected);
});

test("nothing found: exit code 0", async () => {
  using project = new Project({ "b.go": CLEAN });
  expect(await project.run(["."])).toEqual({
    code: 0,
    stdout: "✔ no problems in 1 file\n",
    stderr: "",
  });
});

test("a path that is not there: exit code 2, and the rest is linted", async () => {
  using project = new Project({ "a.go": FOO });
  const { code, stdout, stderr } = await project.run(["nope", "a.go"]);
  expect(code).toBe(2);
  expect(stdout).toBe(MESSAGE + SUMMARY);
  expect(stderr).toBe(
    `gopherwood: nope: No such file or directory: ${join(project.root, "nope")}.\n`,
  );
});

test("no Go file: exit code 2, and where it was looked for", async () => {
  using project = new Project({});
  const { code, stdout, stderr } = await project.run([]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`gopherwood: .: No Go file was found in ${project.root}.`);
});

test("a rule that does not end: it is named, with the option that gives it more time", async () => {
  using project = new Project(
    { "a.go": FOO },
    {
      config: `
import { base } from "./plugin.mjs";
const endless = { create() { for (;;); } };
export default [
  base,
  { files: ["**/*.go"], plugins: { own: { rules: { endless } } }, rules: { "own/endless": "error" } },
];
`,
    },
  );
  // Other threads would look for the packages in a project without any.
  const limits = ["--rule-timeout", "0.2", "--concurrency", "off"];
  const { code, stderr } = await project.run(limits);
  expect(stderr).toContain(
    "a.go: own/endless: The rule did not end within 0.2 s: it is off for the rest of the run. " +
      "--rule-timeout gives it more time.",
  );
  expect(code).toBe(2);
});

test("a rule that throws: exit code 2, and the findings of the others", async () => {
  using project = new Project({ "a.go": FOO });
  expect(await project.run(["--rule", "demo/throws: error"])).toEqual({
    code: 2,
    stdout: MESSAGE + SUMMARY,
    stderr: "gopherwood: a.go: demo/throws: The rule threw: no luck\n",
  });
});

test("a wrong config: exit code 2, one message, nothing on standard output", async () => {
  using project = new Project({ "a.go": FOO }, { config: 'throw new Error("no luck");' });
  expect(await project.run([])).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^gopherwood: .*gopherwood\.config\.mjs:1:7: the config cannot be loaded: no luck\n$/u,
    ),
  });
});

test("--rule: ESLint's syntax, JSON, several", async () => {
  using project = new Project({ "a.go": FOO });
  const codes = [
    ["demo/no-foo: off"],
    ["demo/no-foo: 0"],
    ['{"demo/no-foo": "off"}'],
    ["demo/no-foo: [warn, {mode: a}]"],
    ['{"demo/no-foo": ["warn", {"mode": "a"}]}'],
    ["demo/no-foo: error", "demo/no-foo: warn"],
    ["demo/no-foo: [error, {mode: c}]"],
    ["demo/no-fo: error"],
    ["demo/no-foo: loud"],
    ["demo/no-foo"],
    ["{"],
  ].map(async (rules) => {
    const { code } = await project.run(rules.flatMap((rule) => ["--rule", rule]));
    return code;
  });
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
  const { stderr } = await project.run(["--rule", "demo/no-foo: [error, {mode: c}]"]);
  expect(stderr).toMatch(
    /^gopherwood: --rule: .*demo\/no-foo[^]* \[\{ mode\?: "a" \| "b" \}\]/u,
  );
});

test("--max-warnings and --quiet, as in ESLint", async () => {
  using project = new Project({ "a.go": FOO });
  const warn = ["--rule", "demo/no-foo: warn"];
  expect(await project.run([...warn, "--max-warnings", "1"])).toMatchObject({ code: 0 });
  const tooMany = await project.run([...warn, "--max-warnings=0"]);
  expect(tooMany).toMatchObject({
    code: 1,
    stderr: "gopherwood: too many warnings: 1 (maximum: 0).\n",
  });
  expect(await project.run([...warn, "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await project.run([...warn, "--quiet", "--max-warnings", "0"])).toMatchObject({
    code: 1,
    stdout: "",
  });
  expect(await project.run([...warn, "--quiet", "-f", "json"])).toMatchObject({
    stdout: "[]\n",
  });
});

test("--format json is ESLint's array; --format report is the report", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN });
  const json = await project.run(["--format", "json"]);
  const results = JSON.parse(json.stdout) as { filePath: string; errorCount: number }[];
  expect(results.map(({ filePath, errorCount }) => [filePath, errorCount])).toEqual([
    [join(project.root, "a.go"), 1],
    [join(project.root, "b.go"), 0],
  ]);
  const report = await project.run(["--format", "report"]);
  expect(JSON.parse(report.stdout)).toMatchObject({
    root: project.root,
    results,
    files: [{ outcome: "linted" }, { outcome: "nothing to say" }],
  });
});

test("--output-file gets what standard output would, without colours", async () => {
  using project = new Project({ "a.go": FOO });
  const asked = ["-o", "out/deep/r.txt"];
  expect(await project.run(asked, { isTTY: true })).toEqual({
    code: 1,
    stdout: "",
    stderr: "",
  });
  expect(readFileSync(join(project.root, "out/deep/r.txt"), "utf8")).toBe(MESSAGE + SUMMARY);
  expect(await project.run(["-o", "out"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`cannot be written to ${join(project.root, "out")}`),
  });
});

test("--stdin lints with the config of the file's path", async () => {
  using project = new Project({});
  const args = ["--stdin", "--stdin-filename", "a.go"];
  expect(await project.run(args, { stdin: FOO })).toEqual({
    code: 1,
    stdout: MESSAGE + SUMMARY,
    stderr: "",
  });
  expect(await project.run(args, { stdin: CLEAN })).toMatchObject({ code: 0 });
  expect(existsSync(join(project.root, "a.go"))).toBe(false);
  expect(await project.run(["--stdin"], { stdin: FOO })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--stdin-filename <path>"),
  });
  expect(await project.run([...args, "b.go"])).toMatchObject({ code: 2 });
});

test("--print-config, also of a file that has none", async () => {
  using project = new Project({});
  const printed = await project.run(["--print-config", "a.go"]);
  expect(JSON.parse(printed.stdout)).toMatchObject({
    language: "gopherwood/go",
    rules: { "demo/no-foo": [2, { mode: "a" }] },
  });
  expect(await project.run(["--print-config", "a.txt"])).toMatchObject({
    code: 0,
    stdout: "undefined\n",
  });
  expect(await project.run(["--print-config", "a.go", "."])).toMatchObject({ code: 2 });
});

test("--list-rules", async () => {
  using project = new Project({});
  const url = "";
  expect(JSON.parse((await project.run(["--list-rules", "-f", "json"])).stdout)).toEqual([
    { ruleId: "demo/no-foo", severity: "error", description: "Disallow foo.", url },
    { ruleId: "demo/throws", severity: "off", description: "", url: "" },
  ]);
  const { stdout } = await project.run(["--list-rules"]);
  expect(stdout).toBe(
    "RULE         SEVERITY  DESCRIPTION\n" +
      "demo/no-foo  error     Disallow foo.\n" +
      "demo/throws  off\n",
  );
});

test("--list-rules in a terminal that is too narrow for a table", async () => {
  using project = new Project({});
  expect((await project.run(["--list-rules"], { columns: 20 })).stdout).toBe(
    "error  demo/no-foo\n       Disallow foo.\noff    demo/throws\n",
  );
  expect((await project.run(["--list-rules"], { columns: 19 })).stdout).toContain(
    "\n       Disallow\n       foo.\n",
  );
});

test("--stats writes to standard error", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN });
  const { stdout, stderr } = await project.run(["--stats"]);
  expect(stdout).toBe(MESSAGE + SUMMARY);
  expect(stderr).toMatch(/^files +2\n {2}linted +1\n {2}nothing to say +1\n/u);
  expect(stderr).toMatch(/\nbytes +41\nlines +6\n/u);
  expect(stderr).toMatch(/\ndemo\/no-foo {2}1 /u);
});

test("--help and --version need no config; an unknown option gets a suggestion", async () => {
  using project = new Project({}, { config: null });
  expect(await project.run(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  expect(await project.run(["--help"])).toMatchObject({ code: 0, stderr: "" });
  expect(await project.run(["--quite"])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("Did you mean --quiet?"),
  });
  expect(await project.run(["-f", "xml"])).toMatchObject({ code: 2 });
  expect(await project.run(["--max-warnings", "few"])).toMatchObject({ code: 2 });
  expect(await project.run(["."])).toMatchObject({ code: 2 });
});

test("the version is the package's", async () => {
  const path = new URL("../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
  using project = new Project({}, { config: null });
  expect((await project.run(["-v"])).stdout).toBe(`${version}\n`);
});
