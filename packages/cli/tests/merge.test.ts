import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLEAN, FOO, Project } from "./project.ts";

const FILES = { "a.go": FOO, "b.go": CLEAN, "c.go": FOO, "d.go": CLEAN };

/** Returns a project with the reports of all shards, `1.json` and so on. */
async function sharded(total: number, ...args: readonly string[]): Promise<Project> {
  const project = new Project(FILES);
  for (let index = 1; index <= total; index += 1) {
    await write(project, `${index}/${total}`, `${index}.json`, ...args);
  }
  return project;
}

async function write(
  project: Project,
  shard: string,
  file: string,
  ...args: readonly string[]
) {
  const { code, stderr } = await project.run([
    "--shard",
    shard,
    "-f",
    "report",
    "-o",
    file,
    ...args,
  ]);
  expect([code < 2, stderr]).toEqual([true, ""]);
}

test("a shard lints its part, and the merged report is printed in any format", async () => {
  using project = await sharded(2);
  const part = await project.run(["--shard", "2/2"]);
  expect(part.stdout).toMatch(
    /^c\.go:4:2 .*\n\n✖ 1 problem \(1 error, 0 warnings\) in 1 file\n/u,
  );
  const whole = await project.run([]);
  expect(await project.run(["merge", "2.json", "1.json"])).toEqual(whole);
  const github = await project.run(["merge", "-f", "github", "1.json", "2.json"]);
  expect(github.stdout.match(/^::error/gmu)).toHaveLength(2);
});

test("the exit code is that of the whole run", async () => {
  using project = await sharded(2, "--rule", "demo/no-foo: warn");
  const merge = async (...args: string[]) =>
    await project.run(["merge", "1.json", "2.json", ...args]);
  expect((await merge()).code).toBe(0);
  expect((await merge("--max-warnings", "2")).code).toBe(0);
  expect(await merge("--max-warnings", "1")).toMatchObject({
    code: 1,
    stderr: "gopherwood: too many warnings: 2 (maximum: 1).\n",
  });
});

test("a problem of the run is there once, one of a file where it is", async () => {
  using project = new Project(FILES, {
    config:
      'import { base } from "./plugin.mjs";\n' +
      'export default [base, { files: ["c.go"], rules: { "demo/throws": "error" } }];\n',
  });
  const paths = [".", "missing"];
  for (const index of [1, 2]) {
    const args = ["--shard", `${index}/2`, "-f", "report", "-o", `${index}.json`, ...paths];
    expect((await project.run(args)).code).toBe(2);
  }
  const { code, stderr } = await project.run(["merge", "1.json", "2.json"]);
  expect(code).toBe(2);
  expect(stderr.match(/No such file/gu)).toHaveLength(1);
  expect(stderr.match(/no luck/gu)).toHaveLength(1);
  expect(stderr).toBe((await project.run(paths)).stderr);
});

test("the baseline is subtracted once: what moved to another shard is old, a copy is new", async () => {
  using project = new Project({ "a.go": FOO, "d.go": CLEAN });
  await project.run(["baseline"]);
  project.remove("a.go");
  for (const name of ["b.go", "c.go", "e.go"]) project.write(name, FOO);
  const whole = await project.run([]);
  expect(whole.stdout).toContain("1 old violation in gopherwood-baseline.json\n");
  for (const index of [1, 2, 3]) {
    const args = ["--shard", `${index}/3`, "-f", `report=${index}.json`, "-f", "stylish"];
    const { stdout } = await project.run(args);
    expect(stdout).not.toContain("fixed");
  }
  expect(await project.run(["merge", "1.json", "2.json", "3.json"])).toEqual(whole);
});

describe("--shard refuses", () => {
  test.each(["0/4", "5/4", "x", "1", "1/0", "-1/2", "1/2/3", "1.5/2"])("%s", async (shard) => {
    using project = new Project(FILES);
    const { code, stdout, stderr } = await project.run(["--shard", shard]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("It must be a shard and the number of all, as in 2/4.");
  });

  test.each([
    [["--stdin", "--stdin-filename", "a.go"], "--stdin is one file: leave out --shard."],
    [["--since", "HEAD"], "--since lints little: leave out --shard."],
  ])("%j", async (args, message) => {
    using project = new Project(FILES);
    expect(await project.run(["--shard", "1/2", ...args])).toEqual({
      code: 2,
      stdout: "",
      stderr: `gopherwood: ${message}\n`,
    });
  });
});

describe("merge refuses", () => {
  /** Rewrites a report. */
  function edit(
    project: Project,
    name: string,
    change: (report: Record<string, unknown>) => void,
  ) {
    const report = JSON.parse(readFileSync(join(project.root, name), "utf8")) as Record<
      string,
      unknown
    >;
    change(report);
    project.write(name, JSON.stringify(report));
  }

  const cases: [
    what: string,
    prepare: (project: Project) => unknown,
    reports: readonly string[],
    message: string,
  ][] = [
    [
      "no report",
      () => null,
      [],
      "missing required argument 'reports'\nTry 'gopherwood merge --help'.",
    ],
    [
      "a missing shard",
      () => null,
      ["3.json", "1.json"],
      "The report of shard 2 of 3 is missing.",
    ],
    ["missing shards", () => null, ["2.json"], "The reports of shards 1, 3 of 3 are missing."],
    [
      "a shard twice",
      () => null,
      ["1.json", "2.json", "./2.json", "3.json"],
      "2.json and ./2.json are both shard 2 of 3: name each once.",
    ],
    [
      "shards of different runs",
      (project) => write(project, "2/2", "2.json"),
      ["1.json", "2.json"],
      "1.json and 2.json are of runs in 3 and in 2 shards: merge the shards of one run.",
    ],
    [
      "shards of different files",
      async (project) => {
        project.write("e.go", CLEAN);
        await write(project, "3/3", "3.json");
      },
      ["1.json", "2.json", "3.json"],
      "1.json and 3.json are shards of different files: run all shards with the same paths, in checkouts that are alike.",
    ],
    [
      "shards of different rules",
      (project) =>
        write(
          project,
          "3/3",
          "3.json",
          "--rule",
          "demo/throws: off",
          "--rule",
          "demo/no-foo: off",
        ),
      ["1.json", "2.json", "3.json"],
      "1.json and 3.json were made with different rules or settings: use one config for all shards.",
    ],
    [
      "shards of different versions",
      (project) => {
        edit(
          project,
          "2.json",
          (report) => (report["tool"] = { name: "gopherwood", version: "9.9.9" }),
        );
      },
      ["1.json", "2.json", "3.json"],
      "1.json and 2.json were written by different versions of gopherwood: use one for all shards.",
    ],
    [
      "shards of different commits",
      (project) => {
        edit(project, "2.json", (report) => (report["commit"] = { hash: "b".repeat(40) }));
      },
      ["1.json", "2.json", "3.json"],
      `1.json and 2.json are of different commits, none and ${"b".repeat(40)}: merge the shards of one.`,
    ],
    [
      "the report of a whole run",
      (project) => project.run(["-f", "report=whole.json"]),
      ["whole.json"],
      "whole.json is not the report of a shard: write each with 'gopherwood --shard 1/4 --format report --output-file shard-1.json'.",
    ],
    [
      "a file that is not there",
      () => null,
      ["none.json"],
      "none.json cannot be read as a report: ",
    ],
    [
      "what is no report",
      (project) => {
        project.write("2.json", '{ "schema": "1.4", "files": [] }');
      },
      ["2.json"],
      "2.json is no report: write one with",
    ],
  ];

  test.each(cases)("%s", async (_, prepare, reports, message) => {
    using project = await sharded(3);
    await prepare(project);
    const { code, stdout, stderr } = await project.run(["merge", ...reports]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^gopherwood: [^\n]*\n(?:Try [^\n]*\n)?$/u);
    expect(stderr).toContain(message);
  });

  test("a directory without the files, or at another commit", async () => {
    using project = await sharded(2);
    mkdirSync(join(project.root, "below"));
    const below = await project.run(["merge", "../1.json", "../2.json"], { cwd: "below" });
    expect(below).toMatchObject({ code: 2, stdout: "" });
    expect(below.stderr).toMatch(/^gopherwood: a\.go of the reports is not in .*below: run /u);
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
        cwd: project.root,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", "a.go");
    git("commit", "--quiet", "--message", "one");
    const { code, stderr } = await project.run(["merge", "1.json", "2.json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^gopherwood: The reports are of no commit, and .* is at [0-9a-f]{40}: run /u,
    );
  });
});

test("merge tells how it is used", async () => {
  using project = new Project({});
  const { code, stdout, stderr } = await project.run(["merge", "--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Usage: gopherwood merge [options] <reports...>");
});
