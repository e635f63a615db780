import { expect, test } from "@jest/globals";
import { parentOf, resolvePath, splitPath } from "../../../src/semantics/modules/paths.ts";

test.each([
  ["/a/b", "/a"],
  ["/a", null],
  ["/", null],
  ["", null],
  ["C:/a", "C:"],
])("parentOf(%j) is %j", (directory, parent) => {
  expect(parentOf(directory)).toBe(parent);
});

test.each([
  ["/a/b", "c", "/a/b/c"],
  ["/a/b", "./c/", "/a/b/c"],
  ["/a/b", "../c//d", "/a/c/d"],
  ["/a/b", "../../..", ""],
  ["/a/b", ".", "/a/b"],
  ["/a/b", "/c/../d", "/d"],
])("resolvePath(%j, %j) is %j", (directory, path, resolved) => {
  expect(resolvePath(directory, path)).toBe(resolved);
});

test.each([
  ["/a/b.go", "/a", "b.go"],
  ["/b.go", "", "b.go"],
  ["b.go", "", "b.go"],
])("splitPath(%j) is %j and %j", (path, directory, name) => {
  expect(splitPath(path)).toEqual({ directory, name });
});
