import { describe, expect, test } from "@jest/globals";
import type { ProjectIndex } from "../../../src/index.ts";
import { EditedModule } from "../edited-module.ts";
import { MOD } from "../module-files.ts";

const GO_FILES = {
  "/m/m.go": 'package m\nimport "example.com/m/a"\n',
  "/m/a/a.go": "package a\nfunc First() {}\n",
  "/m/a/run.go": "package main\nfunc main() {}\n",
  "/m/a/b/b.go": "package b\nfunc Second() {}\n",
  "/m/a/b/c/c.go": "package c\n",
  "/m/a-b/x.go": "package x\n",
  "/m/a.b/x.go": "package x\n",
  "/m/z/z_test.go": "package z_test\n",
};
const TREE = { ...MOD, ...GO_FILES };

const packagesIn = (index: ProjectIndex) =>
  index.packages().map(({ directory, name, files }) => `${directory} ${name} ${files.length}`);

/** The packages of a tree that was never read before. */
const readAnew = (files: Readonly<Record<string, string>>) =>
  packagesIn(new EditedModule(files).indexFor("/m/any.go"));

describe("an index after a change", () => {
  test.each(Object.entries(GO_FILES))(
    "is in the same order as one that is read anew, without %s and with it",
    (path, text) => {
      const without = Object.fromEntries(
        Object.entries(TREE).filter(([other]) => other !== path),
      );
      const module = new EditedModule(without);
      module.indexFor("/m/any.go").packages();
      module.change({ [path]: text });
      expect(packagesIn(module.indexFor("/m/any.go"))).toEqual(readAnew(TREE));
      module.change({ [path]: null });
      expect(packagesIn(module.indexFor("/m/any.go"))).toEqual(readAnew(without));
    },
  );

  test("of several directories is so too", () => {
    const module = new EditedModule(MOD);
    module.indexFor("/m/any.go").packages();
    module.change(GO_FILES);
    expect(packagesIn(module.indexFor("/m/any.go"))).toEqual(readAnew(TREE));
  });

  test("shares what it read of other directories", () => {
    const module = new EditedModule(TREE);
    const before = module.indexFor("/m/any.go");
    const [known] = before.packagesIn("/m/a/b");
    module.change({ "/m/a/a.go": "package a\nfunc Third() {}\n" });
    const after = module.indexFor("/m/any.go");
    expect(after).not.toBe(before);
    expect(after.packagesIn("/m/a/b")).toEqual([known]);
    expect(after.packagesIn("/m/a/b")[0]).toBe(known);
    expect(after.readingTime).toBe(before.readingTime);
    expect(module.reads.filter((path) => path.endsWith(".go"))).toEqual([
      "/m/a/a.go",
      "/m/a/run.go",
    ]);
  });

  test("answers of declarations and imports as they are now", () => {
    const module = new EditedModule(TREE);
    const before = module.indexFor("/m/any.go");
    const names = (index: ProjectIndex) =>
      ["First", "Third"].map((name) =>
        index.declarationsOf("example.com/m/a", name).map(({ file }) => file.path),
      );
    const importers = (index: ProjectIndex) =>
      index.filesImporting("example.com/m/a").map(({ path }) => path);
    expect([names(before), importers(before)]).toEqual([[["/m/a/a.go"], []], ["/m/m.go"]]);
    module.change({
      "/m/a/a.go": "package a\nfunc Third() {}\n",
      "/m/m.go": "package m\n",
      "/m/z/z.go": 'package z\nimport "example.com/m/a"\n',
    });
    const after = module.indexFor("/m/any.go");
    expect([names(after), importers(after)]).toEqual([[[], ["/m/a/a.go"]], ["/m/z/z.go"]]);
    expect(after.fileAt("/m/z/z.go")?.package.importPath).toBe("example.com/m/z");
    expect(names(before)).toEqual([["/m/a/a.go"], []]);
  });

  test.each([
    "/m/vendor/x/x.go",
    "/m/a/testdata/x.go",
    "/m/.git/x.go",
    "/else/x.go",
    "/mm/x.go",
  ])("does not include %s", (path) => {
    const module = new EditedModule(TREE);
    const before = packagesIn(module.indexFor("/m/any.go"));
    module.change({ [path]: "package x\n" });
    const after = module.indexFor("/m/any.go");
    expect(packagesIn(after)).toEqual(before);
    expect(after.includes(path.slice(0, path.lastIndexOf("/")))).toBe(false);
  });

  test.each(["/m", "/m/a", "/m/vendors", "/m/a/b.c"])("includes %s", (directory) => {
    expect(new EditedModule(TREE).indexFor("/m/any.go").includes(directory)).toBe(true);
  });

  test("is read as late as one that did not change", () => {
    const module = new EditedModule(TREE);
    const before = module.indexFor("/m/any.go");
    module.change({ "/m/a/a.go": "package a\n" });
    expect(module.indexFor("/m/any.go")).toBe(before);
    expect(module.reads.filter((path) => path.endsWith(".go"))).toEqual([]);
    expect(packagesIn(before)).toContain("/m/a a 1");
  });

  test("is another one after a change of a go.mod", () => {
    const module = new EditedModule(TREE);
    const before = module.indexFor("/m/any.go");
    expect(before.packagesOf("example.com/m/a")).toHaveLength(2);
    module.change({ "/m/go.mod": "module example.com/other\n" });
    const after = module.indexFor("/m/any.go");
    expect(after.packagesOf("example.com/m/a")).toEqual([]);
    expect(after.packagesOf("example.com/other/a")).toHaveLength(2);
  });
});
