import { describe, expect, test } from "@jest/globals";
import { GoSourceCode, semanticsOf, SyntaxTree } from "../../../src/index.ts";
import { fileSystem, MOD } from "../module-files.ts";

const FILE = `package m

import (
	"sync"

	. "example.com/m/dot"
	_ "example.com/m/blank"
	other "example.com/m/lib"
	"example.com/m/odd-path"
)

type T struct{}

func use(x sync.Mutex, y other.T) {}
`;

const FILES = {
  ...MOD,
  "/m/m.go": FILE,
  "/m/n.go": "package m\nfunc Elsewhere() {}\nfunc max() {}\n",
  "/m/dot/dot.go": "package dot\nvar Dotted int\n",
  "/m/lib/lib.go": "package lib\ntype T struct{}\n",
  "/m/odd-path/a.go": "package named\n",
};

function read(text = FILE, path = "/m/m.go") {
  const tree = SyntaxTree.parse(text);
  const sourceCode = new GoSourceCode(tree, {}, { path, files: fileSystem(FILES) });
  return { tree, semantics: semanticsOf(sourceCode) };
}

describe("the names of a file", () => {
  test.each([
    ["T", true],
    ["Elsewhere", true],
    ["sync", true],
    ["other", true],
    ["named", true],
    ["lib", false],
    ["Dotted", false],
    ["x", false],
    ["string", false],
    ["Missing", false],
  ])("the file block declares %s: %s", (name, expected) => {
    expect(read().semantics.isDeclaredInFileBlock(name)).toBe(expected);
  });

  test.each([
    ["example.com/m/lib", "lib"],
    ["example.com/m/odd-path", "named"],
    ["sync", "sync"],
    ["example.com/unread", null],
  ])("the package of %s is called %s", (importPath, name) => {
    expect(read().semantics.nameOfPackage(importPath)).toBe(name);
  });

  test("imports with a dot or a blank have no name", () => {
    const { semantics } = read();
    expect(semantics.imports.map(({ alias, name }) => [alias, name])).toEqual([
      [null, "sync"],
      [".", null],
      ["_", null],
      ["other", "other"],
      [null, "named"],
    ]);
    expect(semantics.dotImports).toEqual(["example.com/m/dot"]);
  });

  test("an import is known by the package of a type, and by no other node", () => {
    const { tree, semantics } = read();
    const packages = tree.nodesOfKind(["qualified_type"]).map((type) => type.package);
    expect(packages.map((node) => semantics.importOf(node)?.path)).toEqual([
      "sync",
      "example.com/m/lib",
    ]);
    const types = tree.nodesOfKind(["qualified_type", "type_identifier"]);
    expect(types.map((node) => semantics.importOf(node))).toEqual(types.map(() => null));
  });

  test("a name of the universe is another one if the package declares it", () => {
    const { tree, semantics } = read("package m\nfunc f() { max(); min() }\n");
    const called = tree.nodesOfKind(["call_expression"]).map((call) => call.function);
    expect(called.map((node) => semantics.resolve(node)?.isUniverse ?? null)).toEqual([
      null,
      true,
    ]);
  });

  test.each([
    ["package m\n", "m"],
    ["// Package m is.\n\npackage m // m\n", "m"],
    ["", ""],
    ["func f() {}\n", ""],
  ])("the package of %j is called %j", (text, name) => {
    expect(read(text).semantics.packageName).toBe(name);
  });

  test("an import has the kind of one, and is not the package's", () => {
    const { semantics } = read();
    expect(semantics.symbolAt("other", 0)).toMatchObject({
      kind: "import",
      packageLevel: false,
      import: { path: "example.com/m/lib" },
    });
    expect(semantics.symbolAt("T", 0)).toMatchObject({ kind: "type", packageLevel: true });
  });
});

test("a field has its name in a literal, whatever else is called so", () => {
  const { tree, semantics } = read(
    "package m\ntype S struct { g, T any }\ntype T int\nfunc g() {}\nvar _ = S{g: 1, T: 2}\n",
  );
  const keys = tree.nodesOfKind(["keyed_element"]).map(({ key }) => key.namedChildren[0]);
  expect(keys.map((key) => key && semantics.resolve(key))).toEqual([null, null]);
});
