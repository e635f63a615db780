import { expect, test } from "@jest/globals";
import { TreeRoots } from "../../../src/semantics/modules/tree-roots.ts";
import { fileSystem } from "../module-files.ts";

test.each<[name: string, files: readonly string[], top: string | null]>([
  ["nothing", [], null],
  ["a module", ["/t/go.mod"], "/t"],
  ["the outermost of modules", ["/t/go.mod", "/t/r/m/go.mod"], "/t"],
  ["a workspace inside of a module", ["/t/go.mod", "/t/r/go.work"], "/t/r"],
  ["the nearest of workspaces", ["/t/go.work", "/t/r/go.work"], "/t/r"],
  ["the nearest of repositories", ["/t/.git/HEAD", "/t/r/.git/HEAD"], "/t/r"],
  ["a linked work tree or submodule", ["/t/.git/HEAD", "/t/r/.git"], "/t/r"],
  ["a repository around a workspace", ["/t/.git/HEAD", "/t/r/go.work"], "/t"],
  ["a workspace around a repository", ["/t/go.work", "/t/r/.git/HEAD"], "/t"],
  ["a module inside of a repository", ["/t/.git/HEAD", "/t/r/go.mod"], "/t"],
])("the top of a tree with %s", (_, names, top) => {
  const files = Object.fromEntries(names.map((name) => [name, ""]));
  const roots = new TreeRoots(fileSystem(files));
  expect(roots.topOf("/t/r/m/p")).toBe(top);
  expect(roots.rootOf("/t/r/m/p")).toBe(top ?? "/t/r/m/p");
});

test("each directory is read once", () => {
  const reads: string[] = [];
  const roots = new TreeRoots(fileSystem({ "/t/go.mod": "" }, reads));
  roots.topOf("/t/a/b");
  roots.topOf("/t/a/c");
  expect(new Set(reads).size).toBe(reads.length);
  expect(reads).not.toContain("/go.mod");
});
