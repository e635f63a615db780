import { describe, expect, jest, test } from "@jest/globals";
import type { FileSystem } from "../../../src/source/file-system.ts";
import { fileSystem } from "../module-files.ts";
import { indexFor, indexOf, TREE } from "./indexes.ts";

describe("how much is read", () => {
  const goFiles = (reads: readonly string[]) => reads.filter((path) => path.endsWith(".go"));

  test("nothing before the first question, each file once for imports, and a package's once for declarations", () => {
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
    const own = all.filter((path) => /^\/m\/[^/]+$/u.test(path));
    expect(readBy(() => index.declarationsOf("example.com/m", "New"))).toEqual(own);
    const others = () => {
      index.importersOf("fmt");
      index.declarationsOf("example.com/m", "Old");
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

  test("other files have another index", () => {
    expect(indexOf(TREE)).not.toBe(indexOf(TREE));
  });
});
