import { expect, test } from "@jest/globals";
import type { Linter } from "eslint";
import { callUnlessWaiting, withoutWaiting } from "../../src/runner/waiting-rules.ts";
import type { GoSourceCode } from "../../src/source/go-source-code.ts";
import { NotReadYet } from "../../src/source/not-read-yet.ts";

test("a rule that needs what is not read yet waits, and is not called again", () => {
  const waiting = new Set<string>();
  const called: number[] = [];
  const part = (number: number) => {
    called.push(number);
    if (number === 2) throw new NotReadYet();
    return number;
  };
  const results = [1, 2, 3].map((number) => callUnlessWaiting("a/x", waiting, part, number));
  expect(results).toEqual([1, undefined, undefined]);
  expect(called).toEqual([1, 2]);
  expect([...waiting]).toEqual(["a/x"]);
  expect(callUnlessWaiting("a/y", waiting, part, 4)).toBe(4);
  const fail = () => {
    throw new Error("oops");
  };
  expect(() => {
    callUnlessWaiting("a/y", waiting, fail, null);
  }).toThrow("oops");
  expect([...waiting]).toEqual(["a/x"]);
});

test("the findings of a rule that waits are left out, with unused directives", () => {
  const message = (ruleId: string | null, text = "") =>
    ({ ruleId, message: text }) as Linter.LintMessage;
  const found = {
    messages: [
      message("a/x"),
      message("a/y"),
      message(null, "Syntax error: missing )."),
      message(null, "Unused directive."),
      message("a/y", "Unused variable."),
    ],
    suppressedMessages: [message("a/x"), message("a/y")] as Linter.SuppressedLintMessage[],
  };
  const source = (...waiting: string[]) =>
    ({
      judgements: [{ ruleId: "a/x" }, { ruleId: "a/y" }],
      waitingRules: new Set(waiting),
    }) as unknown as GoSourceCode;
  expect(withoutWaiting(found, source())).toBe(found);
  const waits = source("a/x");
  expect(withoutWaiting(found, waits)).toEqual({
    messages: [found.messages[1], found.messages[2], found.messages[4]],
    suppressedMessages: [found.suppressedMessages[1]],
  });
  expect(waits.judgements).toEqual([{ ruleId: "a/y" }]);
});
