import { describe, expect, jest, test } from "@jest/globals";
import {
  GoSourceCode,
  projectIndexOf,
  SyntaxTree,
  type IndexedFile,
  type IndexedPackage,
  type ProjectIndex,
} from "../../../src/index.ts";
import type { FileSystem } from "../../../src/source/file-system.ts";
import { fileSystem, MOD, type Files } from "../module-files.ts";

/** The index that a rule gets in a file; the file need not be there. */
function indexFor(path: string, files: FileSystem): ProjectIndex {
  return projectIndexOf(new GoSourceCode(SyntaxTree.parse("package m\n"), {}, { path, files }));
}

const indexOf = (files: Files) => indexFor("/m/any.go", fileSystem(files));
const paths = (files: readonly IndexedFile[]) => files.map(({ path }) => path);
const named = (packages: readonly IndexedPackage[]) =>
  packages.map(({ directory, name }) => `${directory} ${name}`);

const importing = (name: string, ...imports: string[]) =>
  `package ${name}\nimport (\n${imports.join("\n")}\n)\n`;

const TREE = {
  ...MOD,
  "/m/m.go": importing("m", '"fmt"', '"example.com/m/client"'),
  "/m/client/client.go": "package client\nfunc New() {}\n",
  "/m/client/client_test.go": importing("client_test", '"example.com/m/client"', '"testing"'),
  "/m/client/run.go": `//go:build ignore\n\n${importing("main", '"fmt"')}`,
  "/m/tools/tool.go": importing("tools", 'c "example.com/m/client"'),
};

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

describe("imports", () => {
  test("who imports a path", () => {
    const index = indexOf(TREE);
    expect(named(index.importersOf("example.com/m/client"))).toEqual([
      "/m m",
      "/m/client client_test",
      "/m/tools tools",
    ]);
    expect(paths(index.filesImporting("fmt"))).toEqual(["/m/m.go", "/m/client/run.go"]);
    expect(index.filesImporting("example.com/m")).toEqual([]);
  });

  test("what a package imports, each path once", () => {
    const index = indexOf({ ...TREE, "/m/n.go": importing("m", '"os"', '"fmt"', 'f "fmt"') });
    const imports = ["example.com/m/client", "fmt", "os"];
    expect(index.importeesOf("example.com/m")).toEqual(imports);
    const [one] = index.packagesIn("/m");
    expect(one && index.importeesOf(one)).toEqual(imports);
    expect(paths(index.filesImporting("fmt"))).toContain("/m/n.go");
    expect(index.filesImporting("fmt").filter(({ path }) => path === "/m/n.go")).toHaveLength(
      1,
    );
  });

  test("blank, dot and named imports are imports; comments and strings are not", () => {
    const text = `package m
      import _ "example.com/blank"
      import . "example.com/dot"
      import other "example.com/named"
      import ( // "example.com/comment"
        \`example.com/raw\` /* "example.com/block" */
      )
      // import "example.com/line"
      const text = \`
      import "example.com/string"
      \`
      func f() { _ = "import \\"example.com/body\\"" }`;
    const index = indexOf({ ...MOD, "/m/m.go": text });
    expect(index.fileAt("/m/m.go")?.imports).toEqual([
      { alias: "_", path: "example.com/blank" },
      { alias: ".", path: "example.com/dot" },
      { alias: "other", path: "example.com/named" },
      { alias: null, path: "example.com/raw" },
    ]);
    expect(index.importeesOf("example.com/m")).toHaveLength(4);
  });

  test("packages that import each other", () => {
    const index = indexOf({
      ...MOD,
      "/m/a/a.go": importing("a", '"example.com/m/b"'),
      "/m/b/b.go": importing("b", '"example.com/m/a"'),
    });
    expect(named(index.importersOf("example.com/m/a"))).toEqual(["/m/b b"]);
    expect(named(index.importersOf("example.com/m/b"))).toEqual(["/m/a a"]);
  });
});

describe("what an import path means", () => {
  const from = (index: ProjectIndex, directory: string) => {
    const [first] = index.packagesIn(directory);
    if (!first) throw new Error(`There is no package in ${directory}.`);
    return first;
  };

  test("the library of a directory, not the program or the tests beside it", () => {
    const index = indexOf({ ...TREE, "/m/only/a_test.go": "package only\n" });
    const root = from(index, "/m");
    expect(index.packageFor("example.com/m/client", root)?.name).toBe("client");
    expect(index.packageFor("example.com/m/only", root)).toBeNull();
    expect(index.packageFor("example.com/m/none", root)).toBeNull();
    expect(index.packageFor("./client", root)?.name).toBe("client");
    expect(index.packageFor("../m", root)?.name).toBe("m");
    expect(index.directoryOf("./none", root)).toBeNull();
  });

  test("of two modules with the same path each has its own importers", () => {
    const index = indexFor(
      "/r/a/x.go",
      fileSystem({
        "/r/.git/HEAD": "",
        "/r/a/go.mod": "module example.com/m\n",
        "/r/a/lib/lib.go": "package lib\n",
        "/r/a/a.go": importing("a", '"example.com/m/lib"'),
        "/r/b/go.mod": "module example.com/m\n",
        "/r/b/lib/lib.go": "package lib\n",
        "/r/b/b.go": importing("b", '"example.com/m/lib"'),
      }),
    );
    const both = index.packagesOf("example.com/m/lib");
    expect(named(both)).toEqual(["/r/a/lib lib", "/r/b/lib lib"]);
    expect(both.map(({ moduleDirectory }) => moduleDirectory)).toEqual(["/r/a", "/r/b"]);
    expect(both.map((one) => named(index.importersOf(one)))).toEqual([["/r/a a"], ["/r/b b"]]);
    expect(named(index.importersOf("example.com/m/lib"))).toEqual(["/r/a a", "/r/b b"]);
  });

  test("a replaced module is imported by another path than its own", () => {
    const index = indexOf({
      "/m/go.mod": "module example.com/m\nreplace example.com/lib => ./fork\n",
      "/m/m.go": importing("m", '"example.com/lib"'),
      "/m/fork/go.mod": "module example.com/fork\n",
      "/m/fork/fork.go": "package lib\n",
    });
    const fork = from(index, "/m/fork");
    expect(fork.importPath).toBe("example.com/fork");
    expect(paths(index.filesImporting(fork))).toEqual(["/m/m.go"]);
    expect(index.filesImporting("example.com/fork")).toEqual([]);
  });

  test("a directory that is left out is found, but is no package of the tree", () => {
    const index = indexOf({
      ...TREE,
      "/m/vendor/modules.txt": "",
      "/m/vendor/example.com/other/other.go": "package other\nfunc New() {}\n",
      "/m/testdata/t/t.go": "package t\n",
    });
    const root = from(index, "/m");
    expect(index.directoryOf("example.com/other", root)).toBe("/m/vendor/example.com/other");
    expect(index.packageFor("example.com/other", root)).toBeNull();
    expect(index.directoryOf("example.com/m/testdata/t", root)).toBe("/m/testdata/t");
    expect(index.directoryOf("example.com/m/gone", root)).toBeNull();
    expect(index.directoryOf("fmt", root)).toBeNull();
  });
});

describe("declarations by name", () => {
  const index = indexOf({
    ...MOD,
    "/m/m.go": `package m
      const ( First = iota; _; Second )
      var a, b = 1, 2
      type ( Engine[T any] struct { First int }; Other = Engine[int] )
      func New() { type Local int; var First = 1; _ = First }
      func (e *Engine[T]) Start() {}
      var _ = Engine[int]{}
      func init() {}
      func init() {}`,
    "/m/n/n.go": "package n\nfunc New() {}\n// func First() {}\n",
  });
  const found = (name: string) =>
    index
      .declarationsNamed(name)
      .map(({ kind, receiver, file }) => [kind, receiver ?? "", file.path].join(" "));

  test.each([
    ["First", "const  /m/m.go"],
    ["Second", "const  /m/m.go"],
    ["b", "var  /m/m.go"],
    ["Engine", "type  /m/m.go"],
    ["Other", "type  /m/m.go"],
    ["Start", "method Engine /m/m.go"],
  ])("%s", (name, declaration) => {
    expect(found(name)).toEqual([declaration]);
  });

  test("in two packages, and twice in a file", () => {
    expect(found("New")).toEqual(["func  /m/m.go", "func  /m/n/n.go"]);
    expect(found("init")).toHaveLength(2);
  });

  test.each(["Local", "_", "T", "constructor", "__proto__"])("not %s", (name) => {
    expect(found(name)).toEqual([]);
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
    expect(indexFor("/m/m.go", loop).declarationsNamed("One").length).toBeLessThan(10);
  });

  test("directories with the same content inside each other do", () => {
    const index = indexOf({ ...MOD, "/m/v1/m.go": file, "/m/v1/v1/m.go": file });
    expect(named(index.packages())).toEqual(["/m/v1 x", "/m/v1/v1 x"]);
  });
});

describe("how much is read", () => {
  const goFiles = (reads: readonly string[]) => reads.filter((path) => path.endsWith(".go"));

  test("nothing before the first question, each file once for imports and once for declarations", () => {
    const reads: string[] = [];
    const files = fileSystem(TREE, reads);
    const index = indexFor("/m/m.go", files);
    const readBy = (question: () => void) => {
      reads.length = 0;
      question();
      return goFiles(reads).sort();
    };
    const all = goFiles(Object.keys(TREE)).sort();
    expect(goFiles(reads)).toEqual([]);
    expect(readBy(() => index.packages())).toEqual(all);
    expect(readBy(() => index.declarationsNamed("New"))).toEqual(all);
    const others = () => {
      index.importersOf("fmt");
      index.declarationsNamed("Old");
      for (const one of index.packages()) index.importersOf(one);
      expect(indexFor("/m/tools/tool.go", files)).toBe(index);
    };
    expect(readBy(others)).toEqual([]);
  });

  test("after a pause the tree is read anew; what took long is kept for longer", () => {
    let now = 0;
    const clock = jest.spyOn(performance, "now").mockImplementation(() => now);
    const asked = (path: string) => {
      if (path === "/m/m.go") now += 500;
      return TREE["/m/m.go"];
    };
    const files: FileSystem = { ...fileSystem(TREE), readText: asked };
    const after = (pause: number) => {
      now += pause;
      return indexFor("/m/m.go", files);
    };
    const first = after(0);
    expect(after(900)).toBe(first);
    const second = after(1100);
    expect(second).not.toBe(first);
    second.packages();
    expect(second.readingTime).toBe(500);
    expect(after(4000)).toBe(second);
    expect(after(6000)).not.toBe(second);
    clock.mockRestore();
  });

  test("an import path belongs to a module, whether it has such a package or not", () => {
    const index = indexOf({
      "/m/go.work": "go 1.22\n\nuse (\n\t./a\n\t./b\n)\n",
      "/m/a/go.mod":
        "module example.com/a\n\nrequire (\n\texample.com/a/far v1.0.0\n\texample.com/d v1.0.0\n)\n\nreplace (\n\texample.com/c => ../c\n\texample.com/out => ../../out\n\texample.com/gone => ../gone\n\texample.com/d v1.1.0 => ../d\n)\n",
      "/m/b/go.mod": "module example.com/b\n",
      "/m/c/go.mod": "module example.com/c\n",
      "/m/d/go.mod": "module example.com/d\n",
      "/out/go.mod": "module example.com/out\n",
    });
    const moduleFor = (path: string) => index.moduleFor(`example.com/${path}`, "/m/a/x");
    const module = (path: string, directory: string | null) => ({
      path: `example.com/${path}`,
      directory,
    });
    expect(moduleFor("a/x/y")).toEqual(module("a", "/m/a"));
    expect(moduleFor("a/far/x")).toEqual(module("a/far", null));
    expect(moduleFor("b")).toEqual(module("b", "/m/b"));
    expect(moduleFor("c/x")).toEqual(module("c", "/m/c"));
    expect(moduleFor("d/x")).toEqual(module("d", null));
    expect(moduleFor("out/x")).toEqual(module("out", null));
    expect(moduleFor("gone/x")).toEqual(module("gone", null));
    expect(moduleFor("ab")).toBeNull();
    expect(index.moduleFor("fmt", "/m/a")).toBeNull();
    expect(index.moduleFor("example.com/a", "/m")).toBeNull();
  });

  test("other files have another index", () => {
    expect(indexOf(TREE)).not.toBe(indexOf(TREE));
  });
});
