import { expect, test } from "@jest/globals";
import { newReport, resultsOf, resultWith, sarifOf } from "./logs.ts";

test("of more than GitHub takes, open errors come first, and the rest is counted", () => {
  const suppressedMessages = resultWith(10_000, 2).messages.map((message) => ({
    ...message,
    suppressions: [{ kind: "directive", justification: "" }],
  }));
  const suppressed = { ...resultWith(0, 2), suppressedMessages };
  const results = [suppressed, resultWith(20_000, 1), resultWith(20_000, 2)];
  const many = newReport({ results });
  const log = sarifOf(many);
  const levels = resultsOf(log).map(({ level }) => level);
  expect([levels.length, levels.filter((level) => level === "error").length]).toEqual([
    25_000, 20_000,
  ]);
  const [invocation] = log.runs[0]?.invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(true);
  expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
    expect.stringMatching(/^25000 results are left out/u),
  ]);
});
