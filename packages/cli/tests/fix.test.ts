import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { CLEAN, FOO, Project } from "./project.ts";

/** A rule that writes `bar` for calls of `foo`. */
const config = `
import core, { defineRule } from "@gopherwood/core";

const fix = defineRule({
  name: "demo/fix",
  meta: {
    type: "problem",
    docs: { description: "Disallow foo.", category: "demo" },
    messages: { foo: "Do not use foo." },
    fixable: "code",
    schema: [],
  },
  create: (context) => ({
    call_expression(node) {
      if (node.function.text !== "foo") return;
      const fix = (fixer) => fixer.replaceText(node.function, "bar");
      context.report({ node, messageId: "foo", fix });
    },
  }),
});

export default [
  {
    files: ["**/*.go"],
    plugins: { demo: { rules: { fix } }, gopherwood: core },
    language: "gopherwood/go",
    rules: { "demo/fix": "error" },
  },
];
`;

const FIXED = FOO.replaceAll("foo()", "bar()");

test("--fix writes the files, with their mode, and says what it did", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN }, { config });
  const path = join(project.root, "a.go");
  chmodSync(path, 0o640);
  const { code, stderr } = await project.run(["--fix"]);
  expect([code, stderr]).toEqual([0, "gopherwood: fixed 1 of 1; 0 suggestions; 0 by hand.\n"]);
  expect(readFileSync(path, "utf8")).toBe(FIXED);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect((await project.run(["--fix"])).stderr).toContain("fixed 0 of 0");
});

test("--fix-dry-run writes nothing: the results have the text", async () => {
  using project = new Project({ "a.go": FOO }, { config });
  const { stdout } = await project.run(["--fix-dry-run", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject([{ messages: [], output: FIXED }]);
  expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(FOO);
});

test("--diff prints what git apply takes, and writes nothing", async () => {
  using project = new Project({ "a.go": FOO }, { config });
  const { code, stdout } = await project.run(["--diff"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^--- a\/a\.go\n\+\+\+ b\/a\.go\n@@ /u);
  expect(stdout).toMatch(/\n-\s+foo\(\)\n\+\s+bar\(\)\n/u);
  expect(readFileSync(join(project.root, "a.go"), "utf8")).toBe(FOO);
});

test("git apply makes of --diff what --fix writes", async () => {
  const files = {
    "a.go": FOO,
    "deep/b.go": FOO.repeat(3),
    "with space.go": FOO,
    'quo"te.go': FOO,
    "umläut.go": FOO,
    "new\nline.go": FOO,
    "windows.go": FOO.replaceAll("\n", "\r\n"),
    "mark.go": `\uFEFF${FOO}`,
    "open.go": FOO.trimEnd(),
  };
  using project = new Project(files, { config });
  const { stdout: input } = await project.run(["--diff"]);
  const { status, stderr } = spawnSync("git", ["apply"], {
    cwd: project.root,
    input,
    encoding: "utf8",
    // A repository around the temporary directory is not asked.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: join(project.root, "..") },
  });
  expect([status, stderr]).toEqual([0, ""]);
  using fixed = new Project(files, { config });
  await fixed.run(["--fix"]);
  for (const name of Object.keys(files)) {
    const path = (root: string) => join(root, name);
    expect(readFileSync(path(project.root))).toEqual(readFileSync(path(fixed.root)));
    expect(readFileSync(path(fixed.root), "utf8")).toContain("bar()");
  }
});

test("--quiet fixes no warnings", async () => {
  using project = new Project(
    { "a.go": FOO },
    { config: config.replace('"demo/fix": "error"', '"demo/fix": "warn"') },
  );
  expect((await project.run(["--diff", "--quiet"])).stdout).toBe("");
  expect((await project.run(["--diff"])).stdout).toContain("bar()");
});

test("--diff and --fix-dry-run fix standard input; --fix cannot", async () => {
  using project = new Project({}, { config });
  const input = ["--stdin", "--stdin-filename", "c.go"];
  const diff = await project.run([...input, "--diff"], { stdin: FOO });
  expect(diff.stdout).toContain("+++ b/c.go");
  const fix = await project.run([...input, "--fix"], { stdin: FOO });
  expect([fix.code, fix.stderr]).toEqual([
    2,
    "gopherwood: --fix cannot write standard input: use --fix-dry-run or --diff.\n",
  ]);
});

test("--fix-type fixes for the rules of a type, and needs a fix option", async () => {
  using project = new Project({ "a.go": FOO }, { config });
  const none = await project.run(["--diff", "--fix-type", "layout"]);
  expect([none.stdout, none.stderr]).toEqual([
    "",
    "gopherwood: fixed 0 of 1; 1 not applied; 0 suggestions; 0 by hand.\n",
  ]);
  expect((await project.run(["--diff", "--fix-type", "problem"])).stdout).toContain("bar()");
  const alone = await project.run(["--fix-type", "problem"]);
  expect([alone.code, alone.stderr]).toEqual([
    2,
    "gopherwood: --fix-type and --suggestions need --fix, --fix-dry-run or --diff.\n",
  ]);
  expect((await project.run(["--fix", "--fix-type", "no"])).code).toBe(2);
});
