import { expect, test } from "@jest/globals";
import { DataDocument } from "../../src/runner/data-config/document.ts";

const TEXT = `# A comment.
extends:
  - strict
  - {a: 1}
rules:
  one: error
  two: [warn, {one: 2}]
overrides:
  - files: [x]
    rules:
      three: off
1: number
`;
const document = new DataDocument("c.yaml", TEXT);

test.each<[keys: (string | number)[], place: string]>([
  [["extends"], "2:1"],
  [["extends", 0], "3:5"],
  [["extends", 1], "4:5"],
  [["extends", 1, "a"], "4:6"],
  [["extends", 2], "2:1"],
  [["rules", "two"], "7:3"],
  [["rules", "two", 1, "one"], "7:16"],
  [["overrides", 0, "rules", "three"], "11:7"],
  [["overrides", 0, "rule"], "9:5"],
  [["rules", "one", "deeper", "still"], "6:3"],
  [["none"], "1:1"],
  [[], "1:1"],
])("the place of %j", (keys, place) => {
  expect(document.placeOf(keys)).toBe(`c.yaml:${place}`);
});

test("the place of the first key of a name is found at any depth", () => {
  expect(document.placeOfKey("one")).toBe("c.yaml:6:3");
  expect(document.placeOfKey("three")).toBe("c.yaml:11:7");
  expect(document.placeOfKey("strict")).toBe("c.yaml");
});

test.each([
  ["two documents", "a: 1\n---\nb: 2\n", "c.yaml:2:1: the config cannot be read: it has more"],
  ["a tab", "a:\n\tb: 1\n", "c.yaml:2:1: the config cannot be read: "],
  ["an alias of nothing, after a good one", "a: &a 1\nb: *a\nc: *d\n", "c.yaml:3:4: "],
])("%s: the place is named", (_, text, message) => {
  expect(() => new DataDocument("c.yaml", text)).toThrow(message);
});
