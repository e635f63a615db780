import { expect, test } from "@jest/globals";
import { groupByReason } from "../../src/report/index.ts";

const groupsOf = (...reasons: string[]) =>
  groupByReason(
    reasons.map((reason, index) => ({ reason, index })),
    ({ reason }) => reason,
  ).map(({ text, items, first }) => [text, items.map(({ index }) => index), first.index]);

test("reasons that differ in names or files alone are one, under the most common", () => {
  expect(groupsOf("'a' is new", "x/y.go is old", "'b' is new", "'b' is new")).toEqual([
    ["'b' is new, and the like", [0, 2, 3], 2],
    ["x/y.go is old", [1], 1],
  ]);
  expect(groupsOf("a.go is old", "b.go is old")).toEqual([
    ["a.go is old, and the like", [0, 1], 0],
  ]);
});

test("one reason has no like, however often it is given", () => {
  expect(groupsOf("'a' is new", "'a' is new")).toEqual([["'a' is new", [0, 1], 0]]);
});

test("nothing has no reasons", () => {
  expect(groupsOf()).toEqual([]);
});
