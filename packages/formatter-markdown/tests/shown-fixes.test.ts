import { expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { full } from "./documents.ts";
import { newReport, newSite } from "./reports.ts";

const SOURCE = "package p\n\nfunc f() {\n\tlog.Info(x)\n}\n";

/** Returns a result for SOURCE with messages at one place, each with a fix of its own. */
function resultWith(...names: readonly string[]): Report["results"][number] {
  const start = SOURCE.indexOf("log.Info");
  return {
    filePath: "/project/a.go",
    source: SOURCE,
    messages: names.map((name) => ({
      ruleId: "demo/things",
      severity: 2,
      message: "Do not.",
      line: 4,
      column: 1,
      fix: { range: [start, start + 8], text: name },
    })),
    suppressedMessages: [],
    errorCount: names.length,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: names.length,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}

test("a fix of the tool is shown on the code that it fixes", () => {
  const site = newSite({ line: 4, message: "Do not.", messageIndex: 0, fixKind: "fix" });
  const report = newReport({ sites: [site], results: [resultWith("logger.Info")] });
  const document = full(report);
  expect(document).toContain("```go\n// BEFORE\nlog.Info(x)\n```");
  expect(document).toContain("```go\n// AFTER\nlogger.Info(x)\n```");
  expect(document).toContain("1 violation, 1 by the tool; a few minutes.");
});

test("a suggestion is no example", () => {
  const site = newSite({ line: 4, messageIndex: 0, fixKind: "suggestion" });
  const [message, ...others] = resultWith("logger.Info").messages;
  const { fix, ...rest } = message ?? { message: "" };
  const suggestions = [{ desc: "Log it.", fix }];
  const messages = [{ ...rest, suggestions }, ...others] as typeof others;
  const results = [{ ...resultWith(), messages }];
  expect(full(newReport({ sites: [site], results }))).not.toContain("AFTER");
});

test("of several messages at one place, a site's own is shown", () => {
  const sites = ["manual", "fix"].map((fixKind, messageIndex) =>
    newSite({ line: 4, messageIndex, fixKind: fixKind as "fix" }),
  );
  const report = newReport({ sites, results: [resultWith("wrong.Info", "right.Info")] });
  const document = full(report);
  expect(document).toContain("// AFTER\nright.Info(x)\n");
  expect(document).not.toContain("wrong.Info");
});
