import { expect, test } from "@jest/globals";
import { taskOf } from "../src/model/task.ts";
import { newRule } from "./reports.ts";

test.each([
  ["its task", newRule({ task: "Handle the errors of calls" }), "Handle the errors of calls."],
  ["its description without one", newRule(), "Disallow things."],
  ["nothing without either", newRule({ description: "" }), ""],
  ["nothing if it did not run", undefined, ""],
])("the work on violations of a rule is %s", (_what, rule, sentence) => {
  expect(taskOf(rule)).toBe(sentence);
});
