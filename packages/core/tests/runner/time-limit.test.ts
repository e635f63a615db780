import { expect, test } from "@jest/globals";
import { TimeLimitError, withTimeLimit } from "../../src/runner/time-limit.ts";

const loop = () => {
  for (;;);
};

test("what a function returns is returned, with a limit and without", () => {
  expect(withTimeLimit(0, () => 1)).toBe(1);
  expect(withTimeLimit(5000, () => "x")).toBe("x");
  expect(withTimeLimit<number | undefined>(5000, () => undefined)).toBeUndefined();
});

test("a function in a function has a limit of its own", () => {
  expect(withTimeLimit(5000, () => withTimeLimit(5000, () => 1) + 1)).toBe(2);
});

test("errors come through as they are", () => {
  const error = new Error("oops");
  expect(() =>
    withTimeLimit(5000, () => {
      throw error;
    }),
  ).toThrow(error);
});

test("a loop ends, with its time in seconds", () => {
  const expected = new TimeLimitError("It did not end within 0.02 s.");
  expect(() => withTimeLimit(20, loop)).toThrow(expected);
  // And nothing of it is left for the next.
  expect(withTimeLimit(5000, () => 2)).toBe(2);
});
