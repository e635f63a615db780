import { expect, test } from "@jest/globals";
import { initializerOf, semanticsOf } from "../../../src/index.ts";
import { itemAt, parseMarked } from "../marked-source.ts";

/** Returns the text of the initializer of the marked name. */
function initializerIn(body: string): string | null {
  const { sourceCode, marks } = parseMarked(
    `package p\n\nvar shared = "s"\n\nfunc f(x string, c chan int, list []int) {\n${body}\n}\n`,
  );
  const { node } = itemAt(marks, 0);
  return initializerOf(node, semanticsOf(sourceCode))?.text ?? null;
}

test.each([
  ["a := g(1); _ = ‹a|›", "g(1)"],
  ["var a = g(1); _ = ‹a|›", "g(1)"],
  ["var a, b = 1, 2; _ = ‹b|›", "2"],
  ["a, b := 1, 2; _ = ‹b|›", "2"],
  ["a, /* second */ b := 1, 2; _ = ‹b|›", "2"],
  ["a, b := /* first */ 1, 2; _ = ‹b|›", "2"],
  ["var a, b = /* first */ 1, 2; _ = ‹b|›", "2"],
  ["a, err := g(); _ = ‹a|›", "g()"],
  ["a, err := g(); _ = ‹err|›", null],
  ["var a, err = g(); _ = ‹err|›", null],
  ["var a string; a = g(); _ = ‹a|›", null],
  ["_ = ‹shared|›", '"s"'],
  ["_ = ‹x|›", null],
  ["_ = ‹f|›", null],
  ["_ = ‹nil|›", null],
  ["_ = ‹elsewhere|›", null],
  ["const a = 1; _ = ‹a|›", null],
  ["for i := range list { _ = ‹i|› }", null],
  ["select { case v := <-c: _ = ‹v|› }", null],
  ["x := 1; { x := 2; _ = x }; _ = ‹x|›", null],
  ["y := 1; { y := 2; _ = ‹y|› }", "2"],
])("the initializer in %s is %s", (body, expected) => {
  expect(initializerIn(body)).toBe(expected);
});
