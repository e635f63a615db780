import { describe, expect, test } from "@jest/globals";
import { MOD } from "../module-files.ts";
import { indexOf } from "./indexes.ts";

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
  const found = (name: string, importPath = "example.com/m") =>
    index
      .declarationsOf(importPath, name)
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

  test("of one of two packages, and twice in a file", () => {
    expect(found("New")).toEqual(["func  /m/m.go"]);
    expect(found("New", "example.com/m/n")).toEqual(["func  /m/n/n.go"]);
    expect(found("New", "example.com/m/o")).toEqual([]);
    expect(found("init")).toHaveLength(2);
  });

  test.each(["Local", "_", "T", "constructor", "__proto__"])("not %s", (name) => {
    expect(found(name)).toEqual([]);
  });
});
