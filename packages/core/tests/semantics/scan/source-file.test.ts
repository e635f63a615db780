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

describe("the summary of a file", () => {
  const summaryOf = (text: string, name = "a.go") => new SourceFile(name, () => text).summary;
  const text = `// Package p does it.
package p

import "os"

var (
	a = 1
	b int
)

// get gets.
func get(name string) error {
	return os.Remove(name)
}
`;
  const edited = (from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  test.each([
    ["a comment", "does it", "does that"],
    ["the comment of a function", "get gets", "get does not get"],
    ["the body of a function", "return os.Remove(name)", "if true {\n\t}\n\treturn nil"],
    ["an empty line", "\n\n", "\n\n\n"],
    ["what separates specs", "1\n\tb", "1; b"],
  ])("does not depend on %s", (_, from, to) => {
    expect(summaryOf(edited(from, to))).toBe(summaryOf(text));
  });

  test.each([
    ["the name of the package", "package p", "package q"],
    ["an import", '"os"', '"io"'],
    ["the alias of an import", '"os"', 'os "os"'],
    ["a build constraint", "// Package", "//go:build linux\n\n// Package"],
    ["a result", ") error", ") (error)"],
    ["a receiver", "func get", "func (p P) get"],
    ["a value", "a = 1", "a = 2"],
    ["the specs of a group", "a = 1\n\tb int", "a, b int"],
    ["the keyword of a group", "var (", "const ("],
  ])("depends on %s", (_, from, to) => {
    expect(summaryOf(edited(from, to))).not.toBe(summaryOf(text));
  });

  test("depends on a name that says for which builds the file is", () => {
    expect(summaryOf(text, "a_linux.go")).not.toBe(summaryOf(text));
  });
});
