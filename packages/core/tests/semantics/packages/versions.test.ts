import { describe, expect, test } from "@jest/globals";
import { typeIn } from "../module-files.ts";

const requires = (module: string, version: string) =>
  `module example.com/${module}\nrequire (\n\texample.com/lib v1.0.0\n\texample.com/other ${version}\n)\n`;
const use = (module: string) =>
  `package ${module}\nimport "example.com/lib"\nfunc f() { _ = lib.New().Value }\n`;

const FILES = {
  "/w/go.work": "use (\n\t./a\n\t./b\n)\n",
  "/w/a/go.mod": requires("a", "v1.0.0"),
  "/w/b/go.mod": requires("b", "v2.0.0"),
  "/w/a/a.go": use("a"),
  "/w/b/b.go": use("b"),
  "/cache/example.com/lib@v1.0.0/lib.go":
    'package lib\nimport "example.com/other"\nfunc New() *other.T { return nil }\n',
  "/cache/example.com/other@v1.0.0/t.go": "package other\ntype T struct { Value int }\n",
  "/cache/example.com/other@v2.0.0/t.go": "package other\ntype T struct { Value string }\n",
};

describe("a downloaded package", () => {
  test("imports the versions that the importing module requires", () => {
    const alone = { ...FILES, "/w/go.work": "" };
    expect(typeIn("/w/a/a.go", alone)).toBe("#int");
    expect(typeIn("/w/b/b.go", alone)).toBe("#string");
  });

  test("may be one that the workspace replaces", () => {
    const files = {
      ...FILES,
      "/w/go.work": "use ./a\nreplace example.com/other => ./fork\n",
      "/w/fork/t.go": "package other\ntype T struct { Value error }\n",
    };
    expect(typeIn("/w/a/a.go", files)).toBe("#error");
  });

  test.each([
    ["of any version", "replace example.com/other => ./fork", "#error"],
    ["of the required one", "replace example.com/other v1.0.0 => ./fork", "#error"],
    ["by a module without a version", "replace example.com/other => example.com/fork", "#int"],
    ["of another one", "replace example.com/other v3.0.0 => ./fork", "#int"],
  ])("may be replaced by a module of the workspace, %s", (_title, directive, type) => {
    const files = {
      ...FILES,
      "/w/go.work": "use (\n\t./a\n\t./c\n)\n",
      "/w/c/go.mod": `module example.com/c\n${directive}\n`,
      "/w/c/fork/t.go": "package other\ntype T struct { Value error }\n",
    };
    expect(typeIn("/w/a/a.go", files)).toBe(type);
  });

  test("imports other packages of its own module", () => {
    const files = {
      ...FILES,
      "/cache/example.com/lib@v1.0.0/lib.go":
        'package lib\nimport "example.com/lib/sub"\nfunc New() *sub.T { return nil }\n',
      "/cache/example.com/lib@v1.0.0/sub/sub.go": "package sub\ntype T struct { Value bool }\n",
    };
    expect(typeIn("/w/a/a.go", files)).toBe("#bool");
  });
});

test("a workspace may name a directory that is not there", () => {
  const files = { ...FILES, "/w/go.work": "use (\n\t./gone\n\t./a\n)\n" };
  expect(typeIn("/w/a/a.go", files)).toBe("#int");
});

describe("a package of another module of the workspace", () => {
  const files = {
    ...FILES,
    "/w/a/a.go": 'package a\nimport "example.com/b"\nfunc f() { _ = b.Get() }\n',
    "/w/b/b.go":
      'package b\nimport "example.com/b/own"\nfunc Get() *own.T { return nil }\nfunc f() { _ = Get() }\n',
    "/w/b/own/own.go": "package own\ntype T struct{}\n",
  };

  test("has the same types for all who import it", () => {
    expect(typeIn("/w/a/a.go", files)).toBe("*example.com/b/own#T");
    expect(typeIn("/w/b/b.go", files)).toBe("*example.com/b/own#T");
  });
});
