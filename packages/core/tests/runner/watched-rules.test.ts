import { expect, test } from "@jest/globals";
import { defineRule, type GoNode } from "../../src/index.ts";
import { lintFile } from "../../src/runner/lint-file.ts";
import type { FileLinter } from "../../src/runner/lint-text.ts";
import { detailedSites } from "../../src/runner/site-details.ts";
import { TimeLimitError } from "../../src/runner/time-limit.ts";
import { configOf, newLinter } from "./file-linter.ts";

/** Reports a number of times at the file's root, as soon as it is reached or when it is left. */
function reporting(count: number, when: "source_file" | "source_file:exit") {
  return defineRule({
    name: "demo/reporting",
    meta: {
      type: "problem",
      docs: { description: "Report.", category: "demo" },
      messages: { here: "Here." },
    },
    create(context) {
      const report = (node: GoNode) => {
        for (let at = 0; at < count; at += 1) context.report({ node, messageId: "here" });
      };
      return { [when]: report };
    },
  });
}

/** Returns a linter whose first run takes too long after the last rule has ended. */
function slowAfterRules(): FileLinter {
  let isFirst = true;
  const withLimit = <T>(_: number, run: () => T): T => {
    const result = run();
    if (!isFirst) return result;
    isFirst = false;
    throw new TimeLimitError("It did not end.");
  };
  return { ...newLinter(), withLimit };
}

test("ESLint's work on reports counts for the rule that has most, not for the last", async () => {
  const config = await configOf({
    few: reporting(1, "source_file"),
    many: reporting(3, "source_file"),
    last: reporting(2, "source_file:exit"),
  });
  const { result, problems } = lintFile(
    slowAfterRules(),
    "/p/a.go",
    Buffer.from("package p\n"),
    config,
    null,
    detailedSites,
  );
  expect(problems).toMatchObject([{ ruleId: "demo/many" }]);
  expect(result.messages.map(({ ruleId, line }) => `${line} ${ruleId ?? ""}`)).toEqual([
    "1 demo/few",
    "1 demo/last",
    "1 demo/last",
  ]);
});
