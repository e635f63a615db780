import { expect, test } from "@jest/globals";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { GoSourceCode, SyntaxTree } from "../../src/index.ts";
import { disk, moduleCacheOf } from "../../src/source/disk.node.ts";
import { NO_FILES, type FileSystem } from "../../src/source/file-system.ts";
import { newProject } from "../runner/fixture.ts";

test("the disk gives texts, and lists files and directories by their names", () => {
  using project = newProject({ "a/c.go": "\uFEFFpackage a\n", "a/b.txt": "b\uFEFF" });
  const inA = (name: string) => project.path(`a/${name}`);
  for (const name of ["z", "y.go"]) mkdirSync(inA(name));
  writeFileSync(inA("B.go"), "");
  symlinkSync(inA("c.go"), inA("link.go"));
  symlinkSync(inA("z"), inA("link"));
  const directory = project.path("a");
  expect(disk.listFiles(directory)).toEqual(["B.go", "b.txt", "c.go"]);
  expect(disk.listDirectories(directory)).toEqual(["y.go", "z"]);
  const texts = ["c.go", "b.txt", "link.go", "B.go"].map((name) => disk.readText(inA(name)));
  expect(texts).toEqual(["package a\n", "b\uFEFF", "package a\n", ""]);
});

test("what the disk cannot read counts as missing", () => {
  using project = newProject({ "a/x.txt": "", "b.go/x.txt": "" });
  for (const name of ["none.go", "none.txt", "a", "b.go"]) {
    expect(disk.readText(project.path(name))).toBeNull();
  }
  for (const name of ["none", "a/x.txt"]) {
    expect(disk.listFiles(project.path(name))).toEqual([]);
    expect(disk.listDirectories(project.path(name))).toEqual([]);
  }
});

test("the disk has the standard library", () => {
  expect(disk.standardLibrary()["errors"]).toMatch(/^package errors\n[^]*func New\(/u);
});

test.each([
  [{ GOMODCACHE: "/cache", GOPATH: "/go" }, "/cache"],
  [{ GOPATH: "/go" }, join("/go", "pkg", "mod")],
  [{ GOMODCACHE: "", GOPATH: ["/go", "/other"].join(delimiter) }, join("/go", "pkg", "mod")],
  [{ GOPATH: "" }, join(homedir(), "go", "pkg", "mod")],
  [{}, join(homedir(), "go", "pkg", "mod")],
])("the module cache of the environment %j", (environment, directory) => {
  expect(moduleCacheOf(environment)).toBe(directory);
});

test("without files nothing is there", () => {
  expect(NO_FILES).toMatchObject({ moduleCache: null });
  expect(NO_FILES.readText("/a.go")).toBeNull();
  expect([NO_FILES.listFiles("/"), NO_FILES.listDirectories("/")]).toEqual([[], []]);
  expect(NO_FILES.standardLibrary()).toEqual({});
});

test("the running rule reads the tree when it asks for the files around a file", () => {
  const asked: string[] = [];
  const forRules: FileSystem = { ...NO_FILES };
  const files = { ...NO_FILES, forRules, beforeReading: (what: string) => asked.push(what) };
  const tree = SyntaxTree.parse("package p\n");
  const sourceCode = new GoSourceCode(tree, {}, { path: "/p/a.go", files });
  expect([sourceCode.path, sourceCode.fileSystem]).toEqual(["/p/a.go", files]);
  expect([...sourceCode.treeReaders, ...asked]).toEqual([]);
  sourceCode.runningRule = () => "x/it";
  expect(sourceCode.files).toBe(forRules);
  expect([...sourceCode.treeReaders, ...asked]).toEqual(["x/it", "tree"]);
});

test("a file alone has no path, no files around it, and options that are off", () => {
  const text = "package p\n\nvar _ = g() //gopherwood:disable-line\nvar _ = h() //nolint\n";
  const sourceCode = new GoSourceCode(SyntaxTree.parse(text));
  const { directives, problems } = sourceCode.getDisableDirectives();
  expect(directives.map(({ type }) => type)).toEqual(["disable-line"]);
  expect(problems).toEqual([]);
  expect([sourceCode.path, sourceCode.isBrief]).toEqual(["", false]);
  expect(sourceCode.files).toBe(NO_FILES);
  expect([...sourceCode.treeReaders]).toEqual([""]);
});
