import { describe, expect, test } from "@jest/globals";
import { GoSourceCode, projectIndexOf, SyntaxTree } from "../../../src/index.ts";
import type { FileSystem } from "../../../src/source/file-system.ts";
import { fileSystem, MOD, type Files } from "../module-files.ts";
import { indexFor, indexOf, named, paths, TREE } from "./indexes.ts";

describe("packages and their files", () => {
  test("a directory has one for each name in its files, libraries first", () => {
    const index = indexOf(TREE);
    expect(named(index.packages())).toEqual([
      "/m m",
      "/m/client client",
      "/m/client main",
      "/m/client client_test",
      "/m/tools tools",
    ]);
    expect(index.packagesIn("/m/client").map(({ importPath }) => importPath)).toEqual([
      "example.com/m/client",
      "example.com/m/client",
      "example.com/m/client_test",
    ]);
    expect(named(index.packagesOf("example.com/m/client_test"))).toEqual([
      "/m/client client_test",
    ]);
    expect(index.packagesOf("example.com/m/nowhere")).toEqual([]);
  });

  test("of all builds, with the tests inside", () => {
    const [one, ...others] = indexOf({
      ...MOD,
      "/m/a_windows.go": "package m\n",
      "/m/a_linux.go": "//go:build linux\n\npackage m\n",
      "/m/a_test.go": "package m\n",
      "/m/_b.go": "package m\n",
      "/m/.c.go": "package m\n",
      "/m/d.txt": "package m\n",
    }).packages();
    expect(paths(one?.files ?? [])).toEqual([
      "/m/a_linux.go",
      "/m/a_test.go",
      "/m/a_windows.go",
    ]);
    expect(one?.files.map(({ isTest }) => isTest)).toEqual([false, true, false]);
    expect(others).toEqual([]);
  });

  test("a file by its path", () => {
    const index = indexOf(TREE);
    expect(index.fileAt("/m/client/run.go")?.package.name).toBe("main");
    expect(index.fileAt("/m/client/none.go")).toBeNull();
  });

  test("a file that is no Go is a file of a package without a name", () => {
    const index = indexOf({ ...MOD, "/m/a.go": "<<<<<<< HEAD\n", "/m/b.go": "" });
    expect(named(index.packages())).toEqual(["/m "]);
    expect(index.packages()[0]?.files).toHaveLength(2);
  });

  test("a directory under no go.mod has no import path", () => {
    const index = indexFor("/s/a.go", fileSystem({ "/s/a.go": "package s\n" }));
    expect(index.packages()).toMatchObject([
      { directory: "/s", importPath: null, moduleDirectory: null },
    ]);
    expect(index.packagesOf("")).toEqual([]);
  });

  test("a file that is nowhere has an empty tree around it", () => {
    const index = projectIndexOf(new GoSourceCode(SyntaxTree.parse("package m\n")));
    expect(index.packages()).toEqual([]);
    expect(index.importersOf("fmt")).toEqual([]);
  });
});

describe("what belongs to the tree", () => {
  const file = "package x\n";

  test("vendored packages, test data and hidden directories do not", () => {
    const names = ["vendor/x", "a/vendor/x", "testdata", "node_modules/x", ".x", "_x"];
    const left: Files = Object.fromEntries(
      names.map((name) => [`/m/${name}/x.go`, file] as const),
    );
    const index = indexOf({ ...MOD, ...left, "/m/vendors/x.go": file });
    expect(named(index.packages())).toEqual(["/m/vendors x"]);
  });

  test.each<[string, string, string, string[]]>([
    ["the outermost module", "/r/a/b/x.go", "/r/a", ["/r/a/go.mod", "/r/a/b/go.mod"]],
    ["the repository", "/r/a/b/x.go", "/r", ["/r/.git/HEAD", "/r/a/go.mod", "/go.mod"]],
    ["a linked work tree", "/r/a/b/x.go", "/r/a", ["/r/a/.git", "/r/.git/HEAD", "/r/go.mod"]],
    ["the workspace", "/r/a/b/x.go", "/r", ["/r/go.work", "/r/a/go.mod"]],
    ["the workspace of repositories", "/r/a/x.go", "/r", ["/r/go.work", "/r/a/.git/HEAD"]],
    ["a workspace in the repository", "/r/a/x.go", "/r", ["/r/.git/HEAD", "/r/a/go.work"]],
    ["the directory without a module", "/r/a/x.go", "/r/a", ["/r/b/go.mod"]],
  ])("its top is %s", (_name, path, root, marks) => {
    const files = Object.fromEntries(marks.map((mark) => [mark, ""]));
    expect(indexFor(path, fileSystem(files)).root).toBe(root);
  });

  test("nested modules do, under their own paths", () => {
    const index = indexOf({
      ...TREE,
      "/m/api/go.mod": "module example.com/api\n",
      "/m/api/v1/v1.go": "package v1\n",
    });
    expect(index.packagesOf("example.com/api/v1")).toMatchObject([
      { directory: "/m/api/v1", moduleDirectory: "/m/api" },
    ]);
    expect(index.packagesOf("example.com/m/api/v1")).toEqual([]);
  });

  test("links that lead back up have an end", () => {
    const files = fileSystem({ ...MOD, "/m/m.go": "package m\nfunc One() {}\n" });
    const loop: FileSystem = {
      ...files,
      listFiles: () => ["go.mod", "m.go"],
      readText: (path) => files.readText(path.replace(/(?:\/link|\/back)+/u, "")),
      listDirectories: () => ["back", "link"],
    };
    expect(
      indexFor("/m/m.go", loop).declarationsOf("example.com/m", "One").length,
    ).toBeLessThan(10);
  });

  test("directories with the same content inside each other do", () => {
    const index = indexOf({ ...MOD, "/m/v1/m.go": file, "/m/v1/v1/m.go": file });
    expect(named(index.packages())).toEqual(["/m/v1 x", "/m/v1/v1 x"]);
  });
});
