import { expect, test } from "@jest/globals";
import { symlinkSync } from "node:fs";
import { relative } from "node:path";
import { discover } from "../../src/runner/discovery.ts";
import { newProject, type Project } from "./fixture.ts";

const GO = "package p\n";

function find({ root }: Project, ...patterns: string[]): string[] {
  const { files, problems } = discover(patterns, root);
  return [
    ...files.map(({ path }) => relative(root, path)),
    ...problems.map(({ path, message }) => `${path}! ${message}`),
  ];
}

test("a directory gives its Go files, without what is not the project's own", () => {
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
  expect(find(project, ".")).toEqual(["a.go", "b/c.go"]);
  expect(find(project, project.root)).toEqual(["a.go", "b/c.go"]);
});

test("what is left out is found when it is asked for by its own path", () => {
  using project = newProject({
    "vendor/v/v.go": GO,
    "vendor/v/testdata/t.go": GO,
    "_examples/e.go": GO,
    "_skipped.go": GO,
  });
  expect(find(project, "vendor")).toEqual(["vendor/v/v.go"]);
  expect(find(project, "vendor/v/testdata/t.go")).toEqual(["vendor/v/testdata/t.go"]);
  expect(find(project, "_examples", "_skipped.go")).toEqual(["_examples/e.go", "_skipped.go"]);
  expect(find(project, "vendor/**/*.go")).toEqual(["vendor/v/v.go"]);
  expect(find(project, "**/testdata/*.go")).toEqual([
    expect.stringContaining("**/testdata/*.go! No Go file in"),
  ]);
  expect(find(project, "vendor/**/testdata/*.go")).toEqual(["vendor/v/testdata/t.go"]);
});

test("paths that git ignores are left out; nested and negated patterns count", () => {
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
  expect(find(project, ".")).toEqual(expected);
  expect(find(project, "sub")).toEqual(["sub/case.go", "sub/top.go", "sub/x.pb.go"]);
  expect(find(project, "sub/deep")).toEqual([expect.stringContaining("sub/deep! No Go file")]);
});

test("an ignored file or directory is found when it is asked for", () => {
  using project = newProject({
    ".git/HEAD": "",
    ".gitignore": "gen/\n",
    "gen/g.go": GO,
    "gen/deep/d.go": GO,
  });
  expect(find(project, "gen/g.go")).toEqual(["gen/g.go"]);
  expect(find(project, "gen")).toEqual(["gen/deep/d.go", "gen/g.go"]);
  expect(find(project, "gen/deep")).toEqual(["gen/deep/d.go"]);
});

test("an ignore file above the repository does not count", () => {
  using project = newProject({ ".gitignore": "*.go\n", "repo/.git/HEAD": "", "repo/a.go": GO });
  expect(find(project, "repo")).toEqual(["repo/a.go"]);
});

test("an ignore file that cannot be read is named, and the files are found", () => {
  using project = newProject({ "a.go": GO, ".gitignore/x": "" });
  expect(find(project, ".")).toEqual([
    "a.go",
    expect.stringMatching(/\.gitignore! Cannot be read: EISDIR/u),
  ]);
});

test("globs and Go's patterns", () => {
  using project = newProject({
    "a.go": GO,
    "a_test.go": GO,
    "p/b.go": GO,
    "p/q/b_test.go": GO,
  });
  expect(find(project, "**/*_test.go")).toEqual(["a_test.go", "p/q/b_test.go"]);
  expect(find(project, "p/{b,x}.go")).toEqual(["p/b.go"]);
  expect(find(project, "./p/*.go")).toEqual(["p/b.go"]);
  expect(find(project, `${project.root}/p/**/*.go`)).toEqual(["p/b.go", "p/q/b_test.go"]);
  expect(find(project, "./...")).toEqual(["a.go", "a_test.go", "p/b.go", "p/q/b_test.go"]);
  expect(find(project, "...")).toHaveLength(4);
  expect(find(project, "p/...")).toEqual(["p/b.go", "p/q/b_test.go"]);
  expect(find(project, "p/q/../*.go")).toEqual(["p/b.go"]);
});

test("a directory whose name has glob characters", () => {
  using project = newProject({ "[x]/a.go": GO, "[x]/b/c.go": GO });
  expect(find(project, "[x]")).toEqual(["[x]/a.go", "[x]/b/c.go"]);
  expect(discover(["**/c.go"], project.path("[x]")).files).toEqual([
    { path: project.path("[x]/b/c.go"), explicit: false },
  ]);
});

test("overlapping paths give each file once, in the order of their paths", () => {
  using project = newProject({ "b.go": GO, "a/a.go": GO });
  expect(discover(["b.go", ".", "a", "./...", "a/a.go"], project.root).files).toEqual([
    { path: project.path("a/a.go"), explicit: true },
    { path: project.path("b.go"), explicit: true },
  ]);
});

test("links are followed only when they are asked for", () => {
  using project = newProject({ "real/a.go": GO });
  symlinkSync(".", project.path("real/loop"));
  symlinkSync("real", project.path("link"));
  symlinkSync("a.go", project.path("real/b.go"));
  symlinkSync("nowhere.go", project.path("real/dangling.go"));
  symlinkSync("round.go", project.path("round.go"));
  expect(find(project, ".")).toEqual(["real/a.go"]);
  expect(find(project, "link")).toEqual(["link/a.go"]);
  expect(find(project, "real/b.go")).toEqual(["real/b.go"]);
  expect(find(project, "real/dangling.go")).toEqual([
    expect.stringContaining("real/dangling.go! No such file"),
  ]);
  expect(find(project, "round.go")).toEqual([
    expect.stringContaining("round.go! Cannot be read"),
  ]);
});

test("a directory may be named like a file", () => {
  using project = newProject({ "x.go/y.go": GO, "empty.go/readme": "" });
  expect(find(project, ".")).toEqual(["x.go/y.go"]);
  expect(find(project, "x.go")).toEqual(["x.go/y.go"]);
  expect(find(project, "empty.go")).toEqual([expect.stringContaining("empty.go! No Go file")]);
});

test("each path that gives nothing is named, with where it was looked for", () => {
  using project = newProject({ "a.go": GO, "docs/x.md": "" });
  const found = find(project, "nope", "nope/...", "docs", "*.proto", "a.go/b.go", "a.go");
  expect(found).toEqual([
    "a.go",
    `nope! No such file or directory: ${project.path("nope")}.`,
    `nope/...! No such file or directory: ${project.path("nope")}.`,
    expect.stringContaining(`docs! No Go file was found in ${project.path("docs")}. `),
    expect.stringContaining(`*.proto! No Go file in ${project.root} matches. `),
    `a.go/b.go! No such file or directory: ${project.path("a.go/b.go")}.`,
  ]);
});
