import { expect, test } from "@jest/globals";
import {
  endlessRule,
  SlowRulesError,
  TimeLimitError,
  withPatience,
  withTimeLimit,
} from "../../src/runner/time-limit.ts";

const loop = () => {
  for (;;);
};

test.each([
  ["withTimeLimit", withTimeLimit],
  ["withPatience", withPatience],
])("%s returns what a function returns, with a limit and without", (_, limited) => {
  expect(limited(0, () => 1)).toBe(1);
  expect(limited(5000, () => "x")).toBe("x");
  expect(limited<number | undefined>(5000, () => undefined)).toBeUndefined();
});

test("a function in a function has a limit of its own", () => {
  expect(withTimeLimit(5000, () => withTimeLimit(5000, () => 1) + 1)).toBe(2);
});

test.each([
  ["withTimeLimit", withTimeLimit],
  ["withPatience", withPatience],
])("%s lets errors through as they are", (_, limited) => {
  const error = new Error("oops");
  expect(() =>
    limited(5000, () => {
      throw error;
    }),
  ).toThrow(error);
});

test("a loop ends, with its time in seconds", () => {
  const expected = new TimeLimitError("It did not end within 0.02 s.");
  expect(() => withTimeLimit(20, loop)).toThrow(expected);
  expect(() => withPatience(20, loop)).toThrow(expected);
  // And nothing of it is left for the next.
  expect(withTimeLimit(5000, () => 2)).toBe(2);
});

test("patience ends before a long limit, or before none", () => {
  expect(() => withPatience(60_000, loop)).toThrow(SlowRulesError);
  expect(() => withPatience(0, loop)).toThrow(SlowRulesError);
});

test("the problem of a rule has its limit in seconds, and says what becomes of it", () => {
  expect(endlessRule("a.go", "a/x", 1500, "it waits.")).toEqual({
    path: "a.go",
    ruleId: "a/x",
    message: "The rule did not end within 1.5 s: it waits.",
  });
});
