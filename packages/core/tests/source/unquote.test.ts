import { expect, test } from "@jest/globals";
import { unquote } from "../../src/index.ts";

test("the value of Go's string literals", () => {
  expect(unquote('`a\\n"`')).toBe('a\\n"');
  expect(unquote("`a\r\nb`")).toBe("a\nb");
  expect(unquote(String.raw`"\a\t\"\\\x41\101\u00e9\U0001F600"`)).toBe('\x07\t"\\AAé😀');
  expect(unquote('""')).toBe("");
});

test("an escape that Go does not have gives no value", () => {
  for (const literal of [
    String.raw`"\'"`,
    String.raw`"\q"`,
    String.raw`"\U00110000"`,
    '"\\8"',
  ]) {
    expect(unquote(literal)).toBeNull();
  }
});
