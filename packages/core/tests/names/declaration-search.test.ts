import { describe, expect, test } from "@jest/globals";
import { DeclarationSearch } from "../../src/names/module/declaration-search.ts";
import { readOutline } from "../../src/names/module/outline.ts";
import { EVERYTHING, toolchainFiles } from "../source/go-files.ts";

/** The declared names of a text that the search would pass over. */
function missedIn(text: string): string[] {
  const search = new DeclarationSearch(text);
  return readOutline(text)
    .flatMap(({ names }) => names)
    .filter((name) => !search.mayDeclare(name));
}

test.each([
  EVERYTHING,
  "package p; type A int; var B, C = 1, 2; func D() {}",
  "package p\nfunc\nA() {}\nfunc /* c */ B() {}\nfunc (t T)C() {}\nfunc(t *T[K]) D[X any]() {}",
  "package p\nvar A,\n\tB int\nvar C, D = 1, 2\nconst E = 1; const F, G = 2, 3",
  "package p\ntype (\nA int; B string\n\tC = B\n)\nconst (D, E = iota, iota\n F, G\n)",
  "package p\ntype (A struct{}; B struct{})\nvar ( C, D int )\nvar /* c */ (E (int))",
  "package p\r\n\r\nvar (\r\n\tA = 1\r\n\tB int\r\n)\r\nfunc\tC\t()\t{}\r\n",
  "package p\n// A is.\ntype A[T any] struct{}\n/* B */ var B int\nvar // c\n\tC int",
])("no declaration is passed over: %#", (text) => {
  expect(readOutline(text).length).toBeGreaterThan(0);
  expect(missedIn(text)).toEqual([]);
});

const files = toolchainFiles(300);

(files.length > 0 ? test : test.skip)("nor is one in the Go toolchain's files", () => {
  expect(files.map(({ name, text }) => [name, ...missedIn(text)])).toEqual(
    files.map(({ name }) => [name]),
  );
});

test("nothing is called by the empty name", () => {
  expect(new DeclarationSearch("package p\n\nvar a int\n").mayDeclare("")).toBe(false);
});

describe("what is no declaration is passed over", () => {
  test.each([
    "x.Name()",
    "return f(a).Name",
    "f(Name, 1)",
    "Name()",
    "var x Name",
    "x := []Name{}",
    "// Name is a name.",
    "x := T{Name: 1}",
    "var MyName, Names int",
    "func f() Name {",
    "g(func() (Name, error) { return nil })",
  ])("%s", (line) => {
    expect(new DeclarationSearch(`package p\n\n\t${line}\n`).mayDeclare("Name")).toBe(false);
  });
});
