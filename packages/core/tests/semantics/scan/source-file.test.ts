import { describe, expect, test } from "@jest/globals";
import { SourceFile } from "../../../src/semantics/scan/source-file.ts";

const isForSomeBuilds = (name: string, text: string) =>
  new SourceFile(name, () => text).isForSomeBuilds;

describe("a file that some builds leave out", () => {
  test.each([
    ["a_linux.go", "package p\n"],
    ["a.go", "//go:build linux\n\npackage p\n"],
    ["a.go", 'package p\n\n// int f();\nimport "C"\n'],
    ["a.go", 'package p\nimport (\n\t"os"\n\t"C"\n)\n'],
  ])("%s: %j", (name, text) => {
    expect(isForSomeBuilds(name, text)).toBe(true);
  });
});

describe("a file of all builds", () => {
  test.each([
    ["a.go", "package p\n"],
    ["a.go", 'package p\n\nconst a = `\nimport "C"\n`\n'],
    ["a.go", 'package p\nimport "C/b"\n'],
  ])("%s: %j", (name, text) => {
    expect(isForSomeBuilds(name, text)).toBe(false);
  });
});
