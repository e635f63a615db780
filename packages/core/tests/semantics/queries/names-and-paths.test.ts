import { expect, test } from "@jest/globals";
import {
  importPathOf,
  longestLiteral,
  matchesImportPath,
  NamePatterns,
  SyntaxTree,
} from "../../../src/index.ts";

const LOGRUS = "github.com/sirupsen/logrus";

test.each([
  ["logrus.Entry", LOGRUS, "Entry", true],
  ["sirupsen/logrus.Entry", LOGRUS, "Entry", true],
  [`${LOGRUS}.Entry`, LOGRUS, "Entry", true],
  ["logrus.Entry", LOGRUS, "Logger", false],
  ["rus.Entry", LOGRUS, "Entry", false],
  [`example.com/${LOGRUS}.Entry`, LOGRUS, "Entry", false],
  ["own.Entry", ".", "Entry", true],
  ["example.com/own.Entry", ".", "Entry", true],
  ["other.Entry", ".", "Entry", false],
  ["own/v2.Entry", ".", "Entry", false],
])("the pattern %s for %s.%s: %s", (pattern, importPath, name, expected) => {
  const patterns = new NamePatterns(["none.None", pattern], { packageName: "own" });
  expect(patterns.matches({ importPath, name })).toBe(expected);
  expect(patterns.match({ importPath, name })).toBe(expected ? pattern : null);
});

test.each([
  ["example.com/old/**", "example.com/old", true],
  ["example.com/old/**", "example.com/old/a/b", true],
  ["example.com/old/**", "example.com/older", false],
  ["example.com/oldest", "example.com/old", false],
  ["example.com/old", "example.com/old/a", false],
  ["example.com/*/api", "example.com/a/api", true],
  ["example.com/*", "example.com", false],
  ["old/**", "example.com/old/a", false],
  ["/example.com/old", "example.com/old", true],
  ["**/old/**", "example.com/old", true],
])("the glob %s for %s: %s", (glob, path, expected) => {
  expect(matchesImportPath(path, glob)).toBe(expected);
});

test.each([
  ["example.com/old/**", "example.com/old"],
  ["example.com/*/internal/storage", "/internal/storage"],
  ["**/old/**", "/old"],
  ["example.com/long/*/api", "example.com/long/"],
  ["a/**/long/**", "/long"],
  ["example.com/{a,b}", ""],
  ["example.com/[ab]", ""],
  ["example.com/!(a)", ""],
  ["example.com/a?", ""],
])("the longest literal of %s is %j", (glob, expected) => {
  expect(longestLiteral(glob)).toBe(expected);
});

test("an import path has no quotes", () => {
  const tree = SyntaxTree.parse('package p\nimport (\n\t"a.com/b"\n\tc `a.com/d`\n)\n');
  expect(tree.nodesOfKind(["import_spec"]).map(importPathOf)).toEqual(["a.com/b", "a.com/d"]);
});
