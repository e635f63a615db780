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
  expect(stdout).toContain("**Verdict**: ❌ non-compliant");
  expect(stdout).toContain("## Appendix");
  expect(stdout).toMatch(/[^\n]\n$/u);
});

test("--appendix decides what follows the first page", async () => {
  using project = new Project({ "a.go": FOO });
  const write = async (size: string) => {
    const { stdout } = await project.run(["-f", "markdown", "--appendix", size], { env: DAY });
    return stdout;
  };
  const [none, short, full] = [await write("none"), await write("short"), await write("full")];
  const page = none.slice(0, none.indexOf("<!--")).trimEnd();
  expect(page).toContain("**Verdict**");
  expect(short.startsWith(`${page}\n\n## Appendix\n`)).toBe(true);
  expect(full.startsWith(`${page}\n\n## Appendix\n`)).toBe(true);
  expect(full).toContain("**Violations**: 1 site in 1 file.");
  expect(await project.run(["--appendix", "long"])).toMatchObject({ code: 2 });
});

test("a second run does not read what the first one wrote", async () => {
  const settings = {
    gopherwood: {
      systems: [
        { name: "Old", status: "deprecated", files: ["old/**"], documentation: ["**/*.md"] },
      ],
    },
  };
  using project = new Project(
    { "go.mod": "module m\n", "old/a.go": FOO, "README.md": "See `old/a.go`.\n" },
    {
      config:
        'import { base } from "./plugin.mjs";\n' +
        `export default [base, { settings: ${JSON.stringify(settings)} }];\n`,
    },
  );
  const write = async (file: string) => {
    await project.run(["-f", "markdown", "-o", file], { env: DAY });
    return readFileSync(join(project.root, file), "utf8");
  };
  const first = await write("REPORT.md");
  expect(first).toContain("- `README.md:1` names `old/a.go`");
  expect(await write("REPORT.md")).toBe(first);
  expect(await write("other.md")).toBe(first);
  project.write("REPORT.md", "See `old/a.go`.\n");
  expect(await write("REPORT.md")).toBe(first);
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

test("compare warns of a run that had problems, and skips a byte order mark", async () => {
  using project = new Project({ "a.go": FOO });
  await project.run(["-f", "report", "-o", "before.json"]);
  await project.run(["-f", "report", "-o", "after.json", "a.go", "missing.go"]);
  const failed = await project.run(["compare", "before.json", "after.json"]);
  expect(failed.code).toBe(2);
  expect(failed.stdout).toContain("**The later report has 1 problem**");
  const text = readFileSync(join(project.root, "before.json"), "utf8");
  project.write("mark.json", `\uFEFF${text}`);
  expect((await project.run(["compare", "before.json", "mark.json"])).code).toBe(0);
});

test("compare refuses what is no report, and says what to do", async () => {
  using project = new Project({
    "old.json": '{ "schema": "1.0" }',
    "new.json": '{ "schema": "2.0" }',
    "hollow.json": '{ "schema": "1.3" }',
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
      /^gopherwood: (?:old|new).json is a report of version [12]\.0, .*: write it again with 'gopherwood/u,
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
