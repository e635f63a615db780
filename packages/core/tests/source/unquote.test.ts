import { expect, test } from "@jest/globals";
import { rangeInLiteral, SyntaxTree, unquote } from "../../src/index.ts";

test("the value of Go's string literals", () => {
  expect(unquote('`a\\n"`')).toBe('a\\n"');
  expect(unquote("`a\r\nb`")).toBe("a\nb");
  expect(unquote(String.raw`"\a\t\"\\\x41\101\u00e9\U0001F600"`)).toBe('\x07\t"\\AAé😀');
  expect(unquote(String.raw`"\b\f\n\r\v\\"`)).toBe("\b\f\n\r\v\\");
  expect(unquote(String.raw`"\x7f\377\ud7ff\ue000\U0010FFFF9"`)).toBe(
    "\x7F\xFF\uD7FF\uE000\u{10FFFF}9",
  );
  expect(unquote('""')).toBe("");
});

test("an escape that Go does not have gives no value", () => {
  for (const literal of [
    String.raw`"\'"`,
    String.raw`"\q"`,
    String.raw`"\U00110000"`,
    '"\\8"',
    String.raw`"\18x"`,
    String.raw`"\x4"`,
    String.raw`"\xfgh"`,
    String.raw`"\u00e"`,
    String.raw`"\U0001F60"`,
    String.raw`"\q\n"`,
    String.raw`"\400"`,
    String.raw`"\ud800"`,
    String.raw`"\udfff"`,
  ]) {
    expect(unquote(literal)).toBeNull();
  }
});

test.each([
  ["`a b`", "b"],
  ["`a\n\tb`", "b"],
  ["`\r\na\r\n\r\nb c\r\n`", "b c"],
  ["`a\r\nb`", "a\nb"],
  ['"a b"', "b"],
  ["`\r\r\na`", "\n"],
  ["`\r`", ""],
])("the place of a part of %j in the file", (literal, part) => {
  const tree = SyntaxTree.parse(`package p; var x = ${literal}`);
  const [node] = tree.nodesOfKind(["raw_string_literal", "interpreted_string_literal"]);
  const start = unquote(literal)?.indexOf(part) ?? -1;
  const range = node && rangeInLiteral(node, [start, start + part.length]);
  expect(tree.text.slice(...(range ?? [])).replaceAll("\r", "")).toBe(part);
});

test("a literal with escapes has no such place, and another node neither", () => {
  const tree = SyntaxTree.parse('package p; var x = "a\\tb" + y');
  const [literal] = tree.nodesOfKind(["interpreted_string_literal"]);
  expect(literal && rangeInLiteral(literal, [0, 1])).toBeNull();
  expect(rangeInLiteral(tree.root, [0, 1])).toBeNull();
});
