import { describe, expect, test } from "@jest/globals";
import {
  collect,
  concurrency,
  fixTypes,
  integer,
  seconds,
  severity,
  shard,
} from "../src/options/values.ts";

describe.each<
  [
    name: string,
    read: (value: string) => unknown,
    right: Readonly<Record<string, unknown>>,
    wrong: readonly string[],
    message: string,
  ]
>([
  [
    "a number of seconds",
    seconds,
    { 0: 0, 12: 12, "1.5": 1.5, "10.25": 10.25 },
    ["", "-1", "1.", ".5", "1.x", "x1", "1s", "1.5.5"],
    "It must be a number of seconds.",
  ],
  [
    "a number of threads",
    concurrency,
    { 1: 1, 12: 12, 999: 999, auto: "auto", off: 1 },
    ["", "0", "01", "1000", "1x", "x1", "-1", "on"],
    "It must be a number of threads, 'auto' or 'off'.",
  ],
  [
    "a shard",
    shard,
    {
      "1/1": { index: 1, total: 1 },
      "2/10": { index: 2, total: 10 },
      "1234/5678": { index: 1234, total: 5678 },
    },
    ["", "1", "0/1", "2/1", "1/0", "1/x", "x/1", "1/2/3", "1x/2", "1/12345", "12345/99999"],
    "It must be a shard and the number of all, as in 2/4.",
  ],
  [
    "a whole number",
    integer,
    { 0: 0, 12: 12, "-1": -1 },
    ["", "1.5", "x", "1x", "x1", "--1"],
    "It must be a whole number.",
  ],
  [
    "a severity",
    severity,
    { off: "off", warn: "warn", error: "error", 0: "off", 1: "warn", 2: "error" },
    ["", "3", "warning"],
    "It must be one of off, warn, error.",
  ],
  [
    "types of rules",
    fixTypes,
    { directive: ["directive"], "problem,layout": ["problem", "layout"] },
    ["", "problem,", "problems", "problem, layout"],
    "It must be one of directive, problem, suggestion, layout.",
  ],
])("%s", (_, read, right, wrong, message) => {
  test.each(Object.entries(right))("%s", (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test.each(wrong)("'%s' is refused", (text) => {
    expect(() => read(text)).toThrow(new Error(message));
  });
});

test("an option that is repeated has all its values, in their order", () => {
  expect(collect("b", collect("a"))).toEqual(["a", "b"]);
  expect(fixTypes("layout", fixTypes("problem,suggestion"))).toEqual([
    "problem",
    "suggestion",
    "layout",
  ]);
});
