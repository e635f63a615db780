import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLEAN, FOO, Project } from "./project.ts";

const DAY = { SOURCE_DATE_EPOCH: "1757203200" };

test("--format markdown writes the assessment, with findings in the exit code", async () => {
  using project = new Project({ "a.go": FOO });
  const { code, stdout, stderr } = await project.run(["-f", "markdown"], { env: DAY });
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(
    /^# gopherwood-cli-\w+: rule compliance\n\n- \*\*Date\*\*: 2025-09-07\n/u,
  );
  expect(stdout).toContain("**Violations**: 1 site in 1 file.");
  expect(stdout).toMatch(/[^\n]\n$/u);
});

test("--format markdown-summary is for a comment, and goes to a file as well", async () => {
  using project = new Project({ "a.go": CLEAN });
  const args = ["--format", "markdown-summary", "--output-file", "out/summary.md"];
  expect(await project.run(args, { env: DAY })).toEqual({ code: 0, stdout: "", stderr: "" });
  const text = readFileSync(join(project.root, "out/summary.md"), "utf8");
  expect(text).toMatch(/^## .*: rule compliance\n\n2025-09-07: no violation\./u);
});

test("without SOURCE_DATE_EPOCH the date is that of the clock", async () => {
  using project = new Project({ "a.go": CLEAN });
  const { stdout } = await project.run(["-f", "markdown"]);
  const year = String(new Date().getFullYear());
  expect(stdout).toMatch(new RegExp(String.raw`\*\*Date\*\*: ${year}-\d\d-\d\d`, "u"));
});

test("compare says what got better and worse", async () => {
  using project = new Project({ "a.go": FOO, "b.go": CLEAN });
  await project.run(["-f", "report", "-o", "before.json"]);
  project.write("b.go", FOO);
  await project.run(["-f", "report", "-o", "after.json"]);
  const worse = await project.run(["compare", "before.json", "after.json"]);
  expect([worse.code, worse.stderr]).toEqual([1, ""]);
  expect(worse.stdout).toMatch(/^## Worse: 1 violation more\n/u);
  const better = await project.run(["compare", "after.json", "before.json"]);
  expect(better.code).toBe(0);
  expect(better.stdout).toMatch(/^## Better: 1 violation less\n/u);
  const same = await project.run(["compare", "after.json", "after.json"]);
  expect(same.stdout).toMatch(/^## Nothing got better or worse\n/u);
});

test("compare refuses what is no report, and says what to do", async () => {
  using project = new Project({
    "old.json": '{ "schema": "1.0" }',
    "new.json": '{ "schema": "2.0" }',
    "hollow.json": '{ "schema": "1.1" }',
    "null.json": "null",
    "empty.json": "",
    "eslint.json": '[{ "filePath": "a.go", "messages": [] }]',
    "broken.json": "{",
  });
  const refused = async (...paths: string[]) => {
    const { code, stdout, stderr } = await project.run(["compare", ...paths]);
    expect([code, stdout]).toEqual([2, ""]);
    return stderr;
  };
  for (const version of ["old", "new"]) {
    expect(await refused(`${version}.json`, "old.json")).toMatch(
      /^gopherwood: (?:old|new).json is a report of version [12]\.0, .*: write it anew with 'gopherwood/u,
    );
  }
  for (const name of ["null", "hollow", "eslint"]) {
    expect(await refused(`${name}.json`, "old.json")).toBe(
      `gopherwood: ${name}.json is no report: write one with ` +
        `'gopherwood --format report --output-file ${name}.json'.\n`,
    );
  }
  expect(await refused("empty.json", "old.json")).toMatch(/cannot be read .*: it is empty\./u);
  expect(await refused("broken.json", "old.json")).toMatch(/broken.json cannot be read/u);
  expect(await refused("none.json", "old.json")).toMatch(/none.json cannot be read/u);
  expect(await refused("old.json")).toMatch(/takes two reports: gopherwood compare <before/u);
});

test("compare tells how it is used", async () => {
  using project = new Project({});
  const { code, stdout, stderr } = await project.run(["compare", "--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Usage: gopherwood compare/u);
});
