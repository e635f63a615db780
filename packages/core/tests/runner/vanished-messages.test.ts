import { expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import { vanishedMessages } from "../../src/runner/vanished-messages.ts";

const message = (ruleId: string | null, line: number, text = "Found.", fixable = false) =>
  ({
    ruleId,
    line,
    column: 1,
    message: text,
    severity: 2,
    ...(fixable && { fix: { range: [0, 1], text: "" } }),
  }) as Linter.LintMessage;

const linesOf = (...args: Parameters<typeof vanishedMessages>) =>
  vanishedMessages(...args).map(({ ruleId, line }) => `${ruleId} ${line}`);

test("a finding that another rule's fix hides has vanished", () => {
  const before = [message("a", 1, "", true), message("b", 1), message("b", 2, "Other.")];
  expect(linesOf(before, [message("b", 7, "Other.")], ["a"])).toEqual(["b 1"]);
});

test("what was fixed has not, nor what moved or got other words", () => {
  const before = [message("a", 1, "x", true), message("a", 2, "y", true), message("b", 3, "x")];
  expect(linesOf(before, [message("b", 9, "other")], ["a", "a"])).toEqual([]);
});

test("of a rule with fixes, the finding without one is named", () => {
  const before = [message("a", 1, "x", true), message("a", 2, "y"), message("a", 3, "z", true)];
  expect(linesOf(before, [], ["a", "a"])).toEqual(["a 2"]);
});

test("a finding that several fixes went into takes no others with it", () => {
  const before = [message("a", 1, "x"), message("a", 2, "y"), message("a", 3, "z")];
  expect(linesOf(before, [], ["a", "a", "a", "a"])).toEqual([]);
});

test("of findings with the same words, those with another id are told apart", () => {
  const withId = (line: number, messageId: string) => ({ ...message("a", line), messageId });
  const before = [withId(1, "one"), withId(2, "two")];
  expect(linesOf(before, [withId(7, "two")], ["b"])).toEqual(["a 1"]);
  expect(linesOf(before, [withId(7, "one")], ["b"])).toEqual(["a 2"]);
});

test("unused directives and runs without fixes have none", () => {
  expect(linesOf([message(null, 1), message("a", 1)], [], ["b"])).toEqual(["a 1"]);
  expect(linesOf([message("a", 1)], [], [])).toEqual([]);
});
