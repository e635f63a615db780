import { expect, test } from "@jest/globals";
import { lineIndentAt, nameGlob } from "../../src/index.ts";

test.each([
  ["\tx", 1, "\t"],
  ["\tx", 0, "\t"],
  ["a\n\t  b c\n d", 6, "\t  "],
  ["a\n\t  b c\n d", 2, "\t  "],
  ["a\n\t  b c\n d", 1, ""],
  ["a\n\t  b c\n d", 11, " "],
  ["a\n\n\tb", 2, ""],
  ["\n\tx", 0, ""],
  ["", 0, ""],
])("the line in %j at %d is indented by %j", (text, offset, indent) => {
  expect(lineIndentAt(text, offset)).toBe(indent);
});

test.each([
  ["Write*", "Write", true],
  ["Write*", "WriteAll", true],
  ["Write*", "doWrite", false],
  ["*Write", "doWrite", true],
  ["*Write", "doWrites", false],
  ["a*c*", "abcd", true],
  ["a*c*", "abd", false],
  ["a.b", "a.b", true],
  ["a.b", "axb", false],
  ["(a", "(a", true],
  ["*", "", true],
])("the glob %s and the name %s: %s", (glob, name, isMatch) => {
  expect(nameGlob(glob).test(name)).toBe(isMatch);
});

test("a glob can be for upper and lower case alike", () => {
  expect(nameGlob("a*").test("A")).toBe(false);
  expect(nameGlob("a*", "iu").test("A")).toBe(true);
});
