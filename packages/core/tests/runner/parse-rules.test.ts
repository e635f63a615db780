import { expect, test } from "@jest/globals";
import { parseRules } from "../../src/runner/parse-rules.ts";

test.each<[string, object]>([
  ["a/b: error", { "a/b": "error" }],
  ["a/b: 1", { "a/b": 1 }],
  ['a/b: [warn, {"x": "{y}"}]', { "a/b": ["warn", { x: "{y}" }] }],
  ['{"a/b": "off", "a/c": 2}', { "a/b": "off", "a/c": 2 }],
  [' {\n"a/b": ["error", {"x": {}}]\n} ', { "a/b": ["error", { x: {} }] }],
])("%s", (text, rules) => {
  expect(parseRules([text])).toEqual(rules);
});

test("of the same rule, the last one counts", () => {
  expect(parseRules(["a/b: error", "a/c: warn", "a/b: off"])).toEqual({
    "a/b": "off",
    "a/c": "warn",
  });
  expect(parseRules([])).toEqual({});
});

test.each([[""], ["{}"], ["{"], ["a/b: true"], ["a/b: error, a/c: {}"], ["a/b: [warn"]])(
  "%s is refused",
  (text) => {
    expect(() => parseRules([text])).toThrow(
      `cannot read the rule '${text}': write 'pack/rule`,
    );
  },
);
