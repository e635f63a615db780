import { expect, test } from "@jest/globals";
import { lineList } from "../../src/index.ts";

test.each([
  [[3], "line 3"],
  [[3, 3], "line 3"],
  [[3, 5], "lines 3 and 5"],
  [[3, 5, 3, 8], "lines 3, 5 and 8"],
])("the lines %j", (lines, text) => {
  expect(lineList(lines)).toBe(text);
});
