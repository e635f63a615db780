import { expect, test } from "@jest/globals";
import { formatType, GoSourceCode, semanticsOf, SyntaxTree } from "../../../src/index.ts";

/** The fields of the type of a function's parameter `x`, as a Go programmer writes them. */
function fieldsOfX(declarations: string): string[] {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(`package p\n${declarations}\n`));
  const semantics = semanticsOf(sourceCode);
  const x = sourceCode.tree.nodesOfKind(["identifier"]).find(({ text }) => text === "x");
  if (!x) throw new Error("There is no x.");
  return semantics
    .fieldsOf(semantics.typeOf(x))
    .map(({ name, type, embedded }) => `${embedded ? "+" : ""}${name} ${formatType(type)}`);
}

test.each([
  ["type T struct { a, b int; c *T }; func f(x *T) {}", ["a int", "b int", "c *T"]],
  ["type E struct { a int }; type T struct { *E }; func f(x T) {}", ["+E *E"]],
  ["type T struct { a int }; type U T; type A = *U; func f(x A) {}", ["a int"]],
  ["type T[P any] struct { a []P }; func f(x T[string]) {}", ["a []string"]],
  ["func f(x struct { a int }) {}", ["a int"]],
  ["type I interface { m() }; func f(x I) {}", []],
  ["type T T; func f(x T) {}", []],
  ["func f(x Elsewhere) {}", []],
])("%s", (declarations, fields) => {
  expect(fieldsOfX(declarations)).toEqual(fields);
});
