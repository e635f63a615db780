import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compareReports,
  formatComparison,
  formatMarkdown,
  formatMarkdownSummary,
} from "../src/index.ts";
import { movedReport, rules } from "./moved-report.ts";
import { newReport, newRule, newSite, newSystem } from "./reports.ts";

const DATE = "2026-01-02";

/** A report with something for every part of a document. */
function wholeReport() {
  const { sites, systems, survey } = movedReport();
  const calls = (file: string, verdict: "compliant" | "violation", approach: string) =>
    newSite({ file, ruleId: "demo/calls", verdict, approach, message: "Call the client." });
  return movedReport({
    rules: { ...rules, "demo/calls": newRule({ category: "Calls", type: "suggestion" }) },
    sites: [
      ...sites,
      calls("new/a.go", "violation", "direct"),
      calls("new/e/e.go", "violation", "direct"),
      calls("lib/f.go", "compliant", "by the client"),
      newSite({ file: "new/a_test.go", verdict: "exempt", reason: "test file" }),
      newSite({ file: "older/g.go", message: "Do not." }),
    ],
    systems: [
      newSystem({
        name: "New",
        files: ["new/a.go", "new/a_test.go", "new/c.go", "new/e/e.go", "cmd/main.go"],
        group: "jobs",
        note: "It is new.",
      }),
      newSystem({ name: "Library", files: ["lib/f.go"], group: "jobs" }),
      ...systems.slice(1),
      newSystem({
        name: "Older",
        files: ["older/g.go", "oldest/h.go"],
        status: "deprecated",
        since: "2024",
      }),
      newSystem({ name: "Empty", files: [] }),
    ],
    files: [
      "cmd/main.go",
      "lib/f.go",
      "new/a.go",
      "new/a_test.go",
      "new/c.go",
      "new/e/e.go",
      "old/engine/b.go",
      "older/g.go",
      "oldest/h.go",
    ].map((path, index) => ({
      path,
      bytes: 1200 + index,
      lines: 40 + index,
      outcome: "linted",
    })),
    categories: [{ name: "Silent" }],
    problems: [{ path: "x.go", message: "It threw." }],
    survey: {
      ...survey,
      references: survey?.references ?? [],
      documentation: [{ path: "docs/new.md", lines: 12, systems: ["New"] }],
      shared: [{ path: "lib/f.go", systems: ["New", "Library"] }],
    },
  });
}

// After a change that is meant, the file gets the new text: the difference is what readers see.
test.each([
  ["full.md", () => formatMarkdown(wholeReport(), DATE, { appendix: "full" })],
  ["short.md", () => formatMarkdown(wholeReport(), DATE)],
  ["summary.md", () => formatMarkdownSummary(wholeReport(), DATE)],
  ["comparison.md", () => formatComparison(compareReports(movedReport(), wholeReport()))],
  ["nothing.md", () => formatMarkdown(newReport(), DATE, { appendix: "full" })],
])("%s is what a reader gets", (name, format) => {
  const expected = readFileSync(join(import.meta.dirname, "testdata", name), "utf8");
  expect(format().split("\n")).toEqual(expected.split("\n"));
});
