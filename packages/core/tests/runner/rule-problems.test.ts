import { expect, test } from "@jest/globals";
import { endingRule, endlessRule } from "../../src/runner/rule-problems.ts";

test("the problem of an endless rule has its limit in seconds, and says what becomes of it", () => {
  expect(endlessRule("a.go", "a/x", 1500, "it waits.")).toEqual({
    path: "a.go",
    ruleId: "a/x",
    message: "The rule did not end within 1.5 s: it waits.",
  });
});

test("the problem of a rule that would have ended the run says what it did", () => {
  expect(endingRule("a.go", "a/x", "ended the process")).toEqual({
    path: "a.go",
    ruleId: "a/x",
    message: "The rule ended the process: it is off for the rest of the run.",
  });
});
