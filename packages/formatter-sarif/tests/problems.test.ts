import { expect, test } from "@jest/globals";
import { newReport, resultWith, sarifOf } from "./logs.ts";

test("problems, suppressions and messages of no rule", () => {
  const suppressed = {
    ...{ ruleId: "demo/x", severity: 1 as const, message: "Old.", line: 2, column: 1 },
    suppressions: [{ kind: "directive", justification: "known" }],
  };
  const syntax = { ruleId: null, severity: 2 as const, message: "Bad.", line: 1, column: 1 };
  const log = sarifOf(
    newReport({
      results: [{ ...resultWith(0, 1), messages: [syntax], suppressedMessages: [suppressed] }],
      problems: [{ path: "a.go", message: "It threw.", ruleId: "demo/x", line: 3 }],
    }),
  );
  const { invocations, results = [] } = log.runs[0] ?? {};
  expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
    ["gopherwood", undefined],
    ["demo/x", [{ kind: "inSource", justification: "known" }]],
  ]);
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: "error", message: { text: "It threw." }, associatedRule: { id: "demo/x" } },
      ],
    },
  ]);
});
