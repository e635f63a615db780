import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { relative } from "node:path";
import { discover } from "../../src/runner/discovery.ts";
import { newProject, type Project } from "./fixture.ts";

const GO = "package p\n";

async function find({ root }: Project, ...patterns: string[]): Promise<string[]> {
  const { files, problems } = await discover(patterns, root);
  return [
    ...files.map(({ path }) => relative(root, path)),
    ...problems.map(({ path, message }) => `${path}! ${message}`),
  ];
}

test("a directory gives its Go files, without what is not the project's own", async () => {
  using project = newProject({
    "a.go": GO,
    "b/c.go": GO,
    "b/readme.md": "",
    "vendor/v/v.go": GO,
    "b/testdata/t.go": GO,
    "node_modules/n/n.go": GO,
    ".hidden/h.go": GO,
    "_examples/e.go": GO,
    "_skipped.go": GO,
    ".skipped.go": GO,
  });
  expect(await find(project, ".")).toEqual(["a.go", "b/c.go"]);
  expect(await find(project, project.root)).toEqual(["a.go", "b/c.go"]);
});

test("what is left out is found when it is asked for by its own path", async () => {
  using project = newProject({
    "vendor/v/v.go": GO,
    "vendor/v/testdata/t.go": GO,
    "_examples/e.go": GO,
    "_skipped.go": GO,
  });
  expect(await find(project, "vendor")).toEqual(["vendor/v/v.go"]);
  expect(await find(project, "vendor/v/testdata/t.go")).toEqual(["vendor/v/testdata/t.go"]);
  expect(await find(project, "_examples", "_skipped.go")).toEqual([
    "_examples/e.go",
    "_skipped.go",
  ]);
  expect(await find(project, "vendor/**/*.go")).toEqual(["vendor/v/v.go"]);
  expect(await find(project, "**/testdata/*.go")).toEqual([
    expect.stringContaining("**/testdata/*.go! No Go file in"),
  ]);
  expect(await find(project, "vendor/**/testdata/*.go")).toEqual(["vendor/v/testdata/t.go"]);
});

test("paths that git ignores are left out; nested and negated patterns count", async () => {
  using project = newProject({
    ".git/HEAD": "",
    ".gitignore": "gen/\n*.pb.go\n/top.go\nlogs/*\n!logs/keep.go\nCase.go\n",
    "top.go": GO,
    "sub/top.go": GO,
    "sub/x.pb.go": GO,
    "sub/case.go": GO,
    "sub/.gitignore": "!x.pb.go\nlocal.go\n",
    "sub/local.go": GO,
    "sub/deep/local.go": GO,
    "gen/g.go": GO,
    "logs/l.go": GO,
    "logs/keep.go": GO,
  });
  const expected = ["logs/keep.go", "sub/case.go", "sub/top.go", "sub/x.pb.go"];
  expect(await find(project, ".")).toEqual(expected);
  expect(await find(project, "sub")).toEqual(["sub/case.go", "sub/top.go", "sub/x.pb.go"]);
  expect(await find(project, "sub/deep")).toEqual([
    expect.stringContaining("sub/deep! No Go file"),
  ]);
});

test("an ignored file or directory is found when it is asked for", async () => {
  using project = newProject({
    ".git/HEAD": "",
    ".gitignore": "gen/\n",
    "gen/g.go": GO,
    "gen/deep/d.go": GO,
  });
  expect(await find(project, "gen/g.go")).toEqual(["gen/g.go"]);
  expect(await find(project, "gen")).toEqual(["gen/deep/d.go", "gen/g.go"]);
  expect(await find(project, "gen/deep")).toEqual(["gen/deep/d.go"]);
});

test("an ignore file above the repository does not count", async () => {
  using project = newProject({ ".gitignore": "*.go\n", "repo/.git/HEAD": "", "repo/a.go": GO });
  expect(await find(project, "repo")).toEqual(["repo/a.go"]);
});

test("an ignore file that cannot be read is named, and the files are found", async () => {
  using project = newProject({ "a.go": GO, ".gitignore/x": "" });
  expect(await find(project, ".")).toEqual([
    "a.go",
    expect.stringMatching(/\.gitignore! Cannot be read: EISDIR/u),
  ]);
});

test("globs and Go's patterns", async () => {
  using project = newProject({
    "a.go": GO,
    "a_test.go": GO,
    "p/b.go": GO,
    "p/q/b_test.go": GO,
  });
  expect(await find(project, "**/*_test.go")).toEqual(["a_test.go", "p/q/b_test.go"]);
  expect(await find(project, "p/{b,x}.go")).toEqual(["p/b.go"]);
  expect(await find(project, "./p/*.go")).toEqual(["p/b.go"]);
  expect(await find(project, `${project.root}/p/**/*.go`)).toEqual(["p/b.go", "p/q/b_test.go"]);
  expect(await find(project, "./...")).toEqual([
    "a.go",
    "a_test.go",
    "p/b.go",
    "p/q/b_test.go",
  ]);
  expect(await find(project, "...")).toHaveLength(4);
  expect(await find(project, "p/...")).toEqual(["p/b.go", "p/q/b_test.go"]);
  expect(await find(project, "p/q/../*.go")).toEqual(["p/b.go"]);
});

test("a directory whose name has glob characters", async () => {
  using project = newProject({ "[x]/a.go": GO, "[x]/b/c.go": GO });
  expect(await find(project, "[x]")).toEqual(["[x]/a.go", "[x]/b/c.go"]);
  expect((await discover(["**/c.go"], project.path("[x]"))).files).toEqual([
    { path: project.path("[x]/b/c.go"), explicit: false },
  ]);
});

test("overlapping paths give each file once, in the order of their paths", async () => {
  using project = newProject({ "b.go": GO, "a/a.go": GO });
  expect((await discover(["b.go", ".", "a", "./...", "a/a.go"], project.root)).files).toEqual([
    { path: project.path("a/a.go"), explicit: true },
    { path: project.path("b.go"), explicit: true },
  ]);
});

test("links are followed only when they are asked for", async () => {
  using project = newProject({ "real/a.go": GO });
  symlinkSync(".", project.path("real/loop"));
  symlinkSync("real", project.path("link"));
  symlinkSync("a.go", project.path("real/b.go"));
  symlinkSync("nowhere.go", project.path("real/dangling.go"));
  symlinkSync("round.go", project.path("round.go"));
  expect(await find(project, ".")).toEqual(["real/a.go"]);
  expect(await find(project, "link")).toEqual(["link/a.go"]);
  expect(await find(project, "real/b.go")).toEqual(["real/b.go"]);
  expect(await find(project, "real/dangling.go")).toEqual([
    expect.stringContaining("real/dangling.go! No such file"),
  ]);
  expect(await find(project, "round.go")).toEqual([
    expect.stringContaining("round.go! Cannot be read"),
  ]);
});

test("what is neither a file nor a directory is named", async () => {
  using project = newProject({});
  expect(await find(project, "/dev/null")).toEqual([
    "/dev/null! Not a file or directory. Go code from a pipe is read with --stdin.",
  ]);
});

test("a directory may be named like a file", async () => {
  using project = newProject({ "x.go/y.go": GO, "empty.go/readme": "" });
  expect(await find(project, ".")).toEqual(["x.go/y.go"]);
  expect(await find(project, "x.go")).toEqual(["x.go/y.go"]);
  expect(await find(project, "empty.go")).toEqual([
    expect.stringContaining("empty.go! No Go file"),
  ]);
});

test("each path that gives nothing is named, with where it was looked for", async () => {
  using project = newProject({ "a.go": GO, "docs/x.md": "" });
  const found = await find(project, "nope", "nope/...", "docs", "*.proto", "a.go/b.go", "a.go");
  expect(found).toEqual([
    "a.go",
    `nope! No such file or directory: ${project.path("nope")}.`,
    `nope/...! No such file or directory: ${project.path("nope")}.`,
    expect.stringContaining(`docs! No Go file was found in ${project.path("docs")}. `),
    expect.stringContaining(`*.proto! No Go file in ${project.root} matches. `),
    `a.go/b.go! No such file or directory: ${project.path("a.go/b.go")}.`,
  ]);
});

/** A real repository. */
function newRepository(files: Record<string, string>): Project {
  const project = newProject(files);
  spawnSync("git", ["init", "--quiet"], { cwd: project.root });
  return project;
}

test("git's own exclude file and the global one count after those of the tree", async () => {
  using project = newRepository({
    "a.go": GO,
    "mine.go": GO,
    "keep.go": GO,
    "home/ignore": "",
  });
  project.write(".git/info/exclude", "mine.go\nkeep.go\n");
  project.write(".gitignore", "!keep.go\n");
  project.write("home/global", "a.go\n");
  project.write("home/config", `[core]\n\texcludesFile = ${project.path("home/global")}\n`);
  expect(await find(project, ".")).toEqual(["a.go", "keep.go"]);
  const { GIT_CONFIG_GLOBAL: before } = process.env;
  process.env["GIT_CONFIG_GLOBAL"] = project.path("home/config");
  try {
    expect(await find(project, ".")).toEqual(["keep.go"]);
  } finally {
    if (before === undefined) delete process.env["GIT_CONFIG_GLOBAL"];
    else process.env["GIT_CONFIG_GLOBAL"] = before;
  }
});

test("a file that git tracks is found though a pattern ignores it", async () => {
  using project = newRepository({
    ".gitignore": "gen/\n*.pb.go\n",
    "gen/deep/tracked.go": GO,
    "gen/deep/not.go": GO,
    "a.pb.go": GO,
    "b.pb.go": GO,
  });
  const add = ["add", "--force", "gen/deep/tracked.go", "a.pb.go"];
  expect(spawnSync("git", add, { cwd: project.root }).status).toBe(0);
  expect(await find(project, ".")).toEqual(["a.pb.go", "gen/deep/tracked.go"]);
});

test("a directory that cannot hold what a glob asks for is not entered", async () => {
  using project = newProject({ "a.go": GO, "deep/.gitignore/x": "", "deep/b.go": GO });
  expect(await find(project, "*.go")).toEqual(["a.go"]);
});

describe("a directory that the config ignores", () => {
  const options = {
    isDirectoryIgnored: (path: string) => Promise.resolve(path.endsWith("/third_party")),
  };

  test("is not entered", async () => {
    using project = newProject({
      "a.go": GO,
      "third_party/.gitignore/x": "",
      "third_party/b.go": GO,
    });
    expect(await discover(["."], project.root, options)).toMatchObject({
      files: [{ path: project.path("a.go") }],
      problems: [],
    });
  });

  test("is named where nothing else is found", async () => {
    using project = newProject({ "third_party/b.go": GO });
    const { problems } = await discover(["**/*.go"], project.root, options);
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining(`The config ignores ${project.path("third_party")}.`),
      },
    ]);
  });
});

test("--force-exclude leaves named paths out as a search would, without a word", async () => {
  using project = newProject({
    ".gitignore": "gen/\n",
    "a.go": GO,
    "gen/g.go": GO,
    "vendor/v/v.go": GO,
    "_x.go": GO,
    "third_party/t.go": GO,
    "readme.md": "",
  });
  const named = [
    "a.go",
    "readme.md",
    "gen/g.go",
    "vendor/v/v.go",
    "vendor",
    "_x.go",
    "third_party/t.go",
  ];
  const { files, problems } = await discover(named, project.root, {
    forceExclude: true,
    isDirectoryIgnored: (path) => Promise.resolve(path === project.path("third_party")),
  });
  expect([files, problems]).toEqual([[{ path: project.path("a.go"), explicit: true }], []]);
});
