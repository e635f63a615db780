import { describe, expect, test } from "@jest/globals";
import { asking, keyTypesIn, MOD, typeIn } from "../module-files.ts";

const PACKAGES = {
  ...MOD,
  "/m/client/client.go":
    "package client\ntype Client struct{}\nfunc New() *Client { return nil }\n",
  "/m/dot/dot.go":
    "package dot\ntype Theirs struct{}\nfunc Make() Theirs { return Theirs{} }\n",
  "/m/go-lib/lib.go": "package other\ntype T struct{}\n",
  "/m/client/api/api.go": "package api\ntype Client struct{}\n",
};

/** The type of an expression whose names another file of the package declares. */
function typeWith(other: string, expression: string): string {
  const files = { ...PACKAGES, "/m/other.go": `package m\n${other}\n` };
  return typeIn("/m/ask.go", { ...files, "/m/ask.go": asking(expression) });
}

describe("imports of another file", () => {
  test.each([
    ["by its name", 'import "example.com/m/client"\nvar v client.Client', "client#Client"],
    ["by another name", 'import c "example.com/m/client"\nvar v c.Client', "client#Client"],
    [
      "by another name in a value",
      'import c "example.com/m/client"\nvar v = c.New()',
      "*example.com/m/client#Client",
    ],
    [
      "not by its own name then",
      'import c "example.com/m/client"\nvar v client.Client',
      "? no import of this file is known to be package 'client'",
    ],
    [
      "by the one with that name",
      'import c "example.com/m/client/api"\nimport "example.com/m/client"\nvar v c.Client',
      "client/api#Client",
    ],
    [
      "of a path in which another name is",
      'import "example.com/m/client/api"\nimport "example.com/m/client"\nvar v client.Client',
      "m/client#Client",
    ],
    [
      "whose name is not in its path",
      'import "example.com/m/go-lib"\nvar v other.T',
      "go-lib#T",
    ],
    ["with a dot", 'import . "example.com/m/dot"\nvar v Theirs', "m/dot#Theirs"],
    ["with a dot, in a value", 'import . "example.com/m/dot"\nvar v = Make()', "m/dot#Theirs"],
    ["without a dot", 'import "example.com/m/dot"\nvar v Theirs', "example.com/m#Theirs"],
    [
      "with another name and no dot",
      'import d "example.com/m/dot"\nvar v Theirs',
      "example.com/m#Theirs",
    ],
    [
      "with dots, of packages that are not there",
      'import . "a.com/a"\nimport . "a.com/b"\nvar v Theirs',
      "? 'Theirs' may come from a dot import",
    ],
    [
      "of nothing",
      "var v client.Client",
      "? no import of this file is known to be package 'client'",
    ],
  ])("%s", (_title, other, type) => {
    expect(typeWith(other, "v")).toContain(type);
  });
});

describe("declarations of another file", () => {
  const types = "type ID int\ntype List[T any] struct { head T; ids []ID }\n";
  const pairs = "func pair() (ID, error) { return 0, nil }\n";

  test.each([
    ["a blank name", "var v _", "v", "? '_' is not a name"],
    ["a function whose result is no type", "func v() map[ID]", "v()", "? '"],
    ["it is a function all the same", "func v() map[ID]", "v", "func"],
    ["a value of a group", "var (\n\tu = 1\n\tv ID = 2\n)", "v", "m#ID"],
    ["a value of a group without a type", "var (\n\tu ID\n\tv = 1.5\n)", "v", "#float64"],
    ["one of two results", `${pairs}var u, v = pair()`, "v", "#error"],
    ["the first of two results", `${pairs}var v, u = pair()`, "v", "m#ID"],
    ["a function in a variable", "var v = func(s string) ID { return 0 }", "v(``)", "m#ID"],
    ["an element of a literal", "var v = map[string]*ID{}", "v[``]", "*example.com/m#ID"],
    ["a constant of a local name", "const v = unread", "v", "?"],
    ["a constant of one of its group", "const (\n\tu = 1.5\n\tv = u\n)", "v", "#float64"],
    ["a constant of one of another", "const u ID = 1\nconst v = u", "v", "m#ID"],
    ["a value that no constant is", "const u ID = 1\nvar v = u", "v", "m#ID"],
    ["a field of an instance", "var v List[string]", "v.head", "#string"],
    ["a field of one, without a parameter", "var v List[string]", "v.ids", "[]m.ID"],
    [
      "a method of an instance",
      "func (l *List[E]) first() E { return l.head }\nvar v List[ID]",
      "v.first()",
      "m#ID",
    ],
    [
      "a method that names another type like its parameter",
      "func (l List[ID]) first() ID { return l.head }\nvar v List[string]",
      "v.first()",
      "#string",
    ],
    [
      "a generic function",
      "func v[A any](a A, f func(A) ID) []A { return nil }",
      "v(``, nil)",
      "[]string",
    ],
    [
      "a generic function of two",
      "func v[A, B any](a A, f func(A) B) B { return f(a) }",
      "v(1, func(int) ID { return 0 })",
      "m#ID",
    ],
    [
      "a generic function with arguments",
      "func v[A, B any]() map[A]B { return nil }",
      "v[ID, string]()",
      "map[m.ID]string",
    ],
    [
      "a generic function of a function that another file declares",
      "func v[A, B any](f func(A) B) map[A]B { return nil }\nfunc f(id ID) string { return `` }",
      "v(f)",
      "map[m.ID]string",
    ],
    [
      "a generic function of a method",
      "func v[A any](f func(A) error) A { panic(0) }\nfunc (id ID) set(other []ID) error { return nil }\nvar id ID",
      "v(id.set)",
      "[]m.ID",
    ],
    [
      "a generic function of a method of an instance, whose parameters are not known",
      "func v[A any](f func(A) error) A { panic(0) }\nfunc (l List[E]) set(other E) error { return nil }\nvar l List[ID]",
      "v(l.set)",
      "? the type argument for 'A' does not follow",
    ],
    ["a parameter of a type in brackets", "type Array [4]ID\nvar v Array", "v[0]", "m#ID"],
    [
      "a method of a pointer",
      "func (v *ID) set() error { return nil }\nvar v ID",
      "v.set()",
      "#error",
    ],
  ])("%s", (_title, other, expression, type) => {
    expect(typeWith(types + other, expression)).toContain(type);
  });
});

describe("files of a directory that is imported", () => {
  const type = (name: string, files: Readonly<Record<string, string>>) => {
    const ask = `package m\nimport "example.com/m/lib"\nfunc f() { _ = ${name}.New() }\n`;
    return typeIn("/m/ask.go", { ...MOD, ...files, "/m/ask.go": ask });
  };
  const New = "func New() error { return nil }\n";

  test("of one program", () => {
    expect(type("main", { "/m/lib/a.go": `package main\n${New}` })).toBe("#error");
  });

  test("of one file whose package clause is not written yet", () => {
    expect(type("lib", { "/m/lib/a.go": New })).toBe("#error");
  });

  test("of a library beside a file that cannot be read", () => {
    const files = { "/m/lib/a.go": "<<<<<<<\n", "/m/lib/b.go": `package lib\n${New}` };
    expect(type("lib", files)).toBe("#error");
  });

  test("of tests alone", () => {
    expect(type("lib", { "/m/lib/a_test.go": `package lib\n${New}` })).toMatch(/^\?/u);
  });

  test("of the library with the most files", () => {
    const files = {
      "/m/lib/a.go": "package lib\n",
      "/m/lib/b.go": `package odd\nfunc New() int { return 0 }\n`,
      "/m/lib/c.go": `package lib\n${New}`,
    };
    expect(type("lib", files)).toBe("#error");
    const odd = { "/m/lib/a.go": files["/m/lib/a.go"], "/m/lib/b.go": files["/m/lib/b.go"] };
    expect(type("lib", odd)).toMatch(/^\?/u);
  });

  test("of a library with more programs beside it", () => {
    const program = "package main\nfunc New() int { return 0 }\n";
    const files = {
      "/m/lib/a.go": program,
      "/m/lib/b.go": program,
      "/m/lib/c.go": `package lib\n${New}`,
    };
    expect(type("lib", files)).toBe("#error");
  });

  test("that Go passes over", () => {
    const odd = "package lib\nfunc New() int { return 0 }\n";
    const files = {
      "/m/lib/_a.go": odd,
      "/m/lib/.b.go": odd,
      "/m/lib/c.txt": odd,
      "/m/lib/d.go": `package lib\n${New}`,
    };
    expect(type("lib", files)).toBe("#error");
  });
});

test("a key is what another file declares, or the name of a field", () => {
  const other =
    "package m\ntype ID int\nconst one ID = 1\nconst name = 2.5\ntype User struct { name string }\n";
  const keysOf = (value: string) =>
    keyTypesIn("/m/ask.go", {
      ...PACKAGES,
      "/m/other.go": other,
      "/m/ask.go": `package m\nvar ask = ${value}\n`,
    });
  expect(keysOf("map[ID]User{one: {name: ``}}")).toEqual(["example.com/m#ID", "#string"]);
  expect(keysOf("[]map[float64]int{one: {name: 1}}")).toEqual(["example.com/m#ID", "#float64"]);
  expect(keysOf("[...]User{one: {name: ``}}")).toEqual(["example.com/m#ID", "#string"]);
  expect(keysOf("unread.T{one: {name: 1}}")).toEqual([
    "? 'one' is the name of a field, or may be",
    "? 'name' is the name of a field, or may be",
  ]);
});
