import { expect, test } from "@jest/globals";
import { GoSourceCode, semanticsOf, SyntaxTree, unreadPackageOf } from "../../../src/index.ts";

function reasonOf(expression: string): string {
  const tree = SyntaxTree.parse(
    `package p\nimport "example.org/bolt"\nfunc f(b *bolt.Bucket) { _ = ${expression} }\n`,
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

test("another reason", () => {
  expect(unreadPackageOf(reasonOf("missing()"))).toBeNull();
});
