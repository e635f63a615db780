import { describe, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Project } from "./project.ts";

const CONFIG = `
import errors from "@gopherwood/rules-error-handling";
import { base } from "./plugin.mjs";
export default [
  { ...base, plugins: { ...base.plugins, "error-handling": errors } },
  { files: ["**/*.go"], rules: { "demo/no-foo": "error", "error-handling/no-ignored-errors": "error" } },
];
`;

const FILES = {
  "go.mod": "module example.com/m\n\ngo 1.22\n",
  "a/a.go": "package a\n\nfunc Save() {}\n\nfunc old() {\n\tfoo()\n}\n",
  "a/same.go": "package a\n\nfunc use() {\n\tSave()\n\tfoo()\n}\n",
  "b/b.go": 'package b\n\nimport "example.com/m/a"\n\nfunc use() {\n\ta.Save()\n\tfoo()\n}\n',
  "c/c.go": "package c\n\nfunc Save() {}\n\nfunc use() {\n\tSave()\n\tfoo()\n}\n",
};

/** A project in a git repository. */
class Repository extends Project {
  constructor(files: Record<string, string> = FILES) {
    super(files, { config: CONFIG });
    this.git("init", "-q", "-b", "main");
    this.commit();
  }

  git(...args: string[]): string {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    return execFileSync("git", [...who, ...args], {
      cwd: this.root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  }

  commit(): void {
    this.git("add", "-A");
    this.git("commit", "-qm", "change");
  }

  /** Returns the findings as `path:line rule`, those that are caused elsewhere with a `*`. */
  async findings(...args: string[]): Promise<string[]> {
    const { stdout, stderr } = await this.run(["-f", "json", ...args]);
    expect(stderr).toBe("");
    const results = JSON.parse(stdout) as {
      filePath: string;
      messages: { line: number; ruleId: string; message: string }[];
    }[];
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => {
        const isElsewhere = message.endsWith(" (Caused by a change elsewhere.)");
        const place = `${filePath.slice(this.root.length + 1)}:${line}`;
        return `${place} ${ruleId.split("/")[1]}${isElsewhere ? " *" : ""}`;
      }),
    );
  }
}

test("nothing changed: nothing is reported, whatever there is", async () => {
  using project = new Repository();
  expect(await project.findings("--since", "HEAD")).toEqual([]);
  expect((await project.run(["--since", "HEAD"])).code).toBe(0);
});

test("changed lines are reported: staged, unstaged, untracked; and whole files if asked", async () => {
  using project = new Repository();
  project.write("a/a.go", FILES["a/a.go"].replace("foo()", "foo()\n\tfoo(2)"));
  project.git("add", "a/a.go");
  project.write("c/c.go", FILES["c/c.go"].replace("\tSave()\n", "\tfoo(3)\n"));
  project.write("d/d.go", "package d\n\nfunc f() {\n\tfoo()\n}\n");
  project.write("ignored/e.go", "package e\n\nfunc f() {\n\tfoo()\n}\n");
  project.write(".gitignore", "ignored\n");
  const changed = ["a/a.go:7 no-foo", "c/c.go:6 no-foo", "d/d.go:4 no-foo"];
  expect(await project.findings("--since", "HEAD")).toEqual(changed);
  expect(await project.findings("--since", "HEAD", "a", "./c/...")).toEqual(
    changed.slice(0, 2),
  );
  expect(await project.findings("--since", "HEAD", "d/*.go")).toEqual(changed.slice(2));
  expect(await project.findings("--since", "HEAD", "c/c.go", "d/no.go")).toEqual([
    "c/c.go:6 no-foo",
  ]);
  const below = await project.run(["--since", "HEAD", "-f", "agent"], { cwd: "c" });
  expect(below.stdout).toContain("1 error, 0 warnings in ");
  expect(below.stdout).toMatch(/^c\.go:6:2 error demo\/no-foo: /u);
  expect(await project.findings("--since", "HEAD", "--since-whole-files")).toEqual([
    ...["a/a.go:6 no-foo", "a/a.go:7 no-foo", "c/c.go:6 no-foo", "c/c.go:7 no-foo"],
    "d/d.go:4 no-foo",
  ]);
  expect((await project.run(["--since", "HEAD"])).code).toBe(1);
  project.commit();
  expect(await project.findings("--since", "HEAD")).toEqual([]);
  expect(await project.findings("--since", "HEAD~1")).toEqual(changed);
});

test("a change of a declaration: what it causes elsewhere, and nothing that was there", async () => {
  using project = new Repository();
  const failing = "func Save() error { return nil }";
  project.write("a/a.go", FILES["a/a.go"].replace("func Save() {}", failing));
  project.write("c/c.go", FILES["c/c.go"].replace("func Save() {}", failing));
  expect(await project.findings("--since", "HEAD")).toEqual([
    "a/same.go:4 no-ignored-errors *",
    "b/b.go:6 no-ignored-errors *",
    "c/c.go:6 no-ignored-errors *",
  ]);
});

test("what a change causes through a package between, and what another module causes", async () => {
  const closer = (result: string) =>
    `package lib\n\ntype File struct{}\n\nfunc (File) Save() ${result}{}\n`;
  using project = new Repository({
    "go.mod": "module example.com/m\n\nreplace example.com/lib => ./one\n",
    "one/go.mod": "module example.com/lib\n",
    "one/lib.go": closer(""),
    "two/go.mod": "module example.com/lib\n",
    "two/lib.go": closer("error "),
    "files/open.go":
      'package files\n\nimport "example.com/lib"\n\nfunc Open() lib.File { return lib.File{} }\n',
    "app/app.go":
      'package app\n\nimport "example.com/m/files"\n\nfunc f() {\n\tfiles.Open().Save()\n}\n',
  });
  project.write("one/lib.go", closer("error "));
  expect(await project.findings("--since", "HEAD")).toEqual([
    "app/app.go:6 no-ignored-errors *",
  ]);
  project.git("reset", "-q", "--hard");
  expect(await project.findings("--since", "HEAD")).toEqual([]);
  project.write("go.mod", "module example.com/m\n\nreplace example.com/lib => ./two\n");
  expect(await project.findings("--since", "HEAD")).toEqual([
    "app/app.go:6 no-ignored-errors *",
  ]);
});

test("a renamed file has changed where its text has; a removed directive shows what it hid", async () => {
  using project = new Repository({
    ...FILES,
    "c/c.go": `${FILES["c/c.go"]}\nfunc g() {\n\t//gopherwood:disable-next-line demo/no-foo -- old\n\tfoo(9)\n}\n`,
  });
  renameSync(join(project.root, "a/a.go"), join(project.root, "a/z.go"));
  project.write("a/z.go", `${FILES["a/a.go"]}\nfunc h() {\n\tfoo(7)\n}\n`);
  project.write("c/c.go", `${FILES["c/c.go"]}\nfunc g() {\n\tfoo(9)\n}\n`);
  project.git("add", "-A");
  expect(await project.findings("--since", "HEAD")).toEqual([
    "a/z.go:10 no-foo",
    "c/c.go:11 no-foo *",
  ]);
  rmSync(join(project.root, "a/z.go"));
  expect(await project.findings("--since", "HEAD", "a")).toEqual([]);
});

test("code that is taken out of a function that stays is new, as for a baseline", async () => {
  const before =
    "package a\n\nfunc Save() error { return nil }\n\nfunc old() {\n" +
    "\tif err := Save(); err != nil {\n\t\tpanic(err)\n\t}\n\tfoo()\n}\n";
  using project = new Repository({ ...FILES, "a/a.go": before });
  const after = before.replace("\tfoo()", "\ttaken()\n}\n\nfunc taken() {\n\tfoo()");
  await project.run(["baseline"]);
  project.write("a/a.go", after);
  const added = ["a/a.go:13 no-foo"];
  expect(await project.findings("--since", "HEAD", "--no-baseline")).toEqual(
    added.map((one) => `${one} *`),
  );
  expect(await project.findings("a")).toEqual(added);
});

test("merge-base is where the branch left the main branch", async () => {
  using project = new Repository();
  project.git("checkout", "-qb", "topic");
  project.write("d/d.go", "package d\n\nfunc f() {\n\tfoo()\n}\n");
  project.commit();
  project.git("checkout", "-q", "main");
  project.write("e/e.go", "package e\n\nfunc f() {\n\tfoo()\n}\n");
  project.commit();
  project.git("checkout", "-q", "topic");
  expect(await project.findings("--since", "merge-base")).toEqual(["d/d.go:4 no-foo"]);
});

test("the baseline is subtracted as well", async () => {
  using project = new Repository();
  project.write("c/c.go", FILES["c/c.go"].replace("\tSave()\n", "\tfoo(3)\n"));
  await project.run(["baseline"]);
  expect(await project.findings("--since", "HEAD")).toEqual([]);
  project.write("c/c.go", FILES["c/c.go"].replace("\tSave()\n", "\tfoo(3)\n\tfoo(4)\n"));
  expect(await project.findings("--since", "HEAD")).toEqual(["c/c.go:7 no-foo"]);
  const { stdout } = await project.run(["--since", "HEAD", "-f", "report"]);
  expect(JSON.parse(stdout)).toMatchObject({
    since: { name: "HEAD" },
    baseline: { fixed: [] },
  });
});

describe("what cannot be compared is said in one line", () => {
  test.each([
    [
      ["--since", "nope"],
      /^gopherwood: There is no revision nope here: 'git fetch' may bring it\.\n$/u,
    ],
    [["--since", "--all"], /There is no revision --all here/u],
    [["--since", "HEAD", "--fix"], /^gopherwood: --since cannot be combined with fixes/u],
    [["--since", "HEAD", "--stdin"], /^gopherwood: --since finds the files itself/u],
  ])("%j", async (args, message) => {
    using project = new Repository();
    const { code, stdout, stderr } = await project.run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test("no repository", async () => {
    using project = new Project(FILES, { config: CONFIG });
    const { code, stderr } = await project.run(["--since", "HEAD"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `gopherwood: ${project.root} is not in a git repository, so there is nothing to compare with.\n`,
    );
  });

  test("a shallow clone", async () => {
    using project = new Repository();
    project.write("d/d.go", "package d\n");
    project.commit();
    const first = project.git("rev-parse", "HEAD~1").trim();
    using clone = new Project({}, { config: null });
    const url = pathToFileURL(realpathSync(project.root)).href;
    mkdirSync(dirname(join(clone.root, "in")), { recursive: true });
    execFileSync("git", ["clone", "-q", "--depth", "1", url, "in"], { cwd: clone.root });
    const { code, stderr } = await clone.run(["--since", first], { cwd: "in" });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^gopherwood: This clone is shallow and lacks .*git fetch --unshallow/u,
    );
  });
});

test("sites are counted of the files that are shown, and not of those that were only looked at", async () => {
  using project = new Repository();
  project.write("a/a.go", FILES["a/a.go"].replace("old()", "older()"));
  const { stdout } = await project.run(["-f", "report", "--since", "HEAD"]);
  const { files, sites, evidence } = JSON.parse(stdout) as Report;
  expect(files.map(({ path }) => path)).toEqual(["a/a.go"]);
  const count = (wanted: string) => sites.filter(({ verdict }) => verdict === wanted).length;
  expect(evidence).toEqual({
    compliant: count("compliant"),
    undecided: count("undecided"),
    unread: [],
  });
});
