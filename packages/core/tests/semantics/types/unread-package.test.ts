import { expect, test } from "@jest/globals";
import { GoSourceCode, semanticsOf, SyntaxTree, unreadPackageOf } from "../../../src/index.ts";

function reasonOf(expression: string, importPath = "example.org/bolt"): string {
  const tree = SyntaxTree.parse(
    `package p\nimport bolt "${importPath}"\nfunc f(b *bolt.Bucket) { _ = ${expression} }\n`,
  );
  const value = tree.nodesOfKind(["assignment_statement"])[0]?.right.namedChildren[0];
  if (!value) throw new Error("There is no '_ = ...'.");
  const type = semanticsOf(new GoSourceCode(tree)).typeOf(value);
  return type.kind === "unknown" ? type.reason : "";
}

test.each(["bolt.Open()", "b.Cursor()", "b.Cursor().First().Next", "bolt.Default"])(
  "%s",
  (expression) => {
    expect(unreadPackageOf(reasonOf(expression))).toBe("example.org/bolt");
  },
);

test.each([
  ["example.org/bolt", true],
  ["a.b", true],
  ["bolt", false],
  ["internal/bolt.v2", false],
])("Go downloads package %s: %s", (importPath, isDownloaded) => {
  const remedy = " ('go mod download' fetches those of required modules)";
  const reason = `the declarations of package "${importPath}" were not read`;
  expect(reasonOf("bolt.Open()", importPath)).toBe(reason + (isDownloaded ? remedy : ""));
});

test("a reason that only holds such a one", () => {
  expect(unreadPackageOf(`x: ${reasonOf("bolt.Open()")}`)).toBeNull();
});

test("another reason", () => {
  expect(unreadPackageOf(reasonOf("missing()"))).toBeNull();
});
