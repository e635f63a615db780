import { describe, expect, test } from "@jest/globals";
import type { ProjectIndex } from "../../../src/index.ts";
import { fileSystem, MOD } from "../module-files.ts";
import { importing, indexFor, indexOf, named, paths, TREE } from "./indexes.ts";

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
});
