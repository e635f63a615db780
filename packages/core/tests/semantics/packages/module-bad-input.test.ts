import { describe, expect, test } from "@jest/globals";
import { asking, MOD, typeIn, type Files } from "../module-files.ts";

describe("code that is not as it should be", () => {
  test.each<[string, Files, string, string]>([
    [
      "structs that differ between builds agree on a field",
      {
        "/m/a_linux.go": "package m\ntype Engine struct { fd int; same error }\n",
        "/m/a_windows.go": "package m\ntype Engine struct { fd string; same error }\n",
      },
      "e.same",
      "#error",
    ],
    [
      "a field that differs between builds",
      {
        "/m/a_linux.go": "package m\ntype Engine struct { fd int; same error }\n",
        "/m/a_windows.go": "package m\ntype Engine struct { fd string; same error }\n",
      },
      "e.fd",
      "? 'fd' is declared differently",
    ],
    [
      "a function that differs between builds",
      {
        "/m/a.go": "package m\nfunc open() int { return 0 }\n",
        "/m/b.go": 'package m\nfunc open() string { return "" }\n',
      },
      "open()",
      "? it is declared differently",
    ],
    [
      "a function that is declared twice alike",
      {
        "/m/a.go": "package m\nfunc open() int { return 0 }\n",
        "/m/b.go": "package m\nfunc open() int { return 1 }\n",
      },
      "open()",
      "#int",
    ],
    [
      "a file of another package in the directory",
      {
        "/m/a.go": "package main\nvar engine = Engine{}\n",
      },
      "engine",
      "? 'engine' is not declared",
    ],
    [
      "a file of which a function does not parse",
      { "/m/a.go": "package m\nfunc broken() { if ( }\n}\nvar engine error\n" },
      "engine",
      "#error",
    ],
    [
      "a file that ends in the middle",
      { "/m/a.go": "package m\nfunc broken( {\n}\nvar engine error\n" },
      "engine",
      "? 'engine' is not declared",
    ],
    [
      "types that are made of each other",
      {
        "/m/a.go": "package m\ntype A B\ntype B A\nvar a A\n",
      },
      "a.x",
      "?",
    ],
    [
      "aliases of each other",
      { "/m/a.go": "package m\ntype A = B\ntype B = A\nvar a A\n" },
      "a.x",
      "?",
    ],
    [
      "a type that embeds itself",
      {
        "/m/a.go": "package m\ntype A struct { *A; x error }\nvar a A\n",
      },
      "a.y",
      "?",
    ],
    [
      "a variable by way of itself",
      { "/m/a.go": "package m\nvar a = b\nvar b = a\n" },
      "a",
      "?",
    ],
    ["a missing directory", {}, "e.client", "?"],
    [
      "an alias of a group",
      { "/m/a.go": "package m\ntype (\n\tE = error\n\tF error\n)\nvar e1 E\n" },
      "e1",
      "#error",
    ],
    [
      "a type of a group that is no alias",
      { "/m/a.go": "package m\ntype (\n\tE = error\n\tF error\n)\nvar f F\n" },
      "f",
      "example.com/m#F",
    ],
    [
      "a generic type that is no alias",
      { "/m/a.go": "package m\ntype G[T any] struct{}\nvar g G[int]\n" },
      "g",
      "example.com/m#G",
    ],
    [
      "a method of a type made of a number",
      { "/m/a.go": "package m\ntype N int64\nfunc (n N) Next() N { return n }\nvar n N\n" },
      "n.Next()",
      "example.com/m#N",
    ],
  ])("%s", (_name, files, expression, type) => {
    const all = { ...MOD, ...files, "/m/ask.go": asking(expression) };
    expect(typeIn("/m/ask.go", all)).toContain(type);
  });

  test("packages that import each other", () => {
    const files = {
      ...MOD,
      "/m/a/a.go": 'package a\nimport "example.com/m/b"\nvar X = b.Y\nvar Z error\n',
      "/m/b/b.go": 'package b\nimport "example.com/m/a"\nvar Y = a.X\nvar Z = a.Z\n',
      "/m/ask.go": 'package m\nimport "example.com/m/b"\nfunc f() { _ = b.Y }\n',
    };
    expect(typeIn("/m/ask.go", files)).toMatch(/^\?/u);
    const other = { ...files, "/m/ask.go": files["/m/ask.go"].replace("b.Y", "b.Z") };
    expect(typeIn("/m/ask.go", other)).toBe("#error");
  });

  test("Go's names that another file declares anew", () => {
    const own = "package m\nfunc max(a int) error { return nil }\ntype string struct{}\n";
    const files = { ...MOD, "/m/own.go": own };
    expect(typeIn("/m/ask.go", { ...files, "/m/ask.go": asking("max(1)") })).toBe("#error");
    const ask = "package m\nvar s string\nfunc f() { _ = s }\n";
    expect(typeIn("/m/ask.go", { ...files, "/m/ask.go": ask })).toBe("example.com/m#string");
    expect(typeIn("/m/ask.go", { ...MOD, "/m/ask.go": asking("max(1)") })).toBe("#int");
  });

  test("the standard library's packages", () => {
    const ask = 'package m\nimport "sync"\nvar mu sync.Mutex\nfunc f() { _ = mu }\n';
    expect(typeIn("/m/ask.go", { ...MOD, "/m/ask.go": ask })).toBe("sync#Mutex");
  });
});
