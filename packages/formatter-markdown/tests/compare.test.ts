import { describe, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { compareReports, formatComparison } from "../src/index.ts";
import { problemsIn } from "./markdown.ts";
import { newReport, newRule, newSite, type Site } from "./reports.ts";

const at = (line: number, parts: Partial<Site> = {}) => newSite({ line, ...parts });

const kept = (line: number, symbol = "Run") => at(line, { verdict: "compliant", symbol });
const exempt = (line: number) => at(line, { verdict: "exempt" });
const whole = (file: string) => at(1, { file, symbol: "", subject: "package p" });
const two = (file: string) => [at(1, { file }), at(2, { file })];

function compared(before: readonly Site[], after: readonly Site[]) {
  const { added, fixed, allowed, moved, unchanged } = compareReports(
    newReport({ sites: before }),
    newReport({ sites: after }),
  );
  const counts = [added, fixed, allowed, moved].map(({ length }) => length);
  return [...counts, unchanged];
}

test.each<[string, Site[], Site[], number[]]>([
  ["the same", [at(1)], [at(1)], [0, 0, 0, 0, 1]],
  ["another line", [at(1)], [at(90)], [0, 0, 0, 0, 1]],
  ["one more of the same", [at(1)], [at(1), at(2)], [1, 0, 0, 0, 1]],
  ["one less of the same", [at(1), at(2)], [at(2)], [0, 1, 0, 0, 1]],
  ["other code", [at(1)], [at(1, { subject: "other()" })], [1, 1, 0, 0, 0]],
  ["another file", [at(1)], [at(1, { file: "b.go" })], [0, 0, 0, 1, 0]],
  ["a function with another name", [at(1)], [at(9, { symbol: "Go" })], [0, 0, 0, 1, 0]],
  ["another file and name", [at(1)], [at(1, { file: "b.go", symbol: "Go" })], [1, 0, 0, 0, 0]],
  ["the function is still there", [at(1)], [at(1, { symbol: "Go" }), kept(2)], [1, 1, 0, 0, 0]],
  ["the other was there", [at(1), kept(2, "Go")], [at(1, { symbol: "Go" })], [1, 1, 0, 0, 0]],
  ["the file is still there", [whole("a.go")], [whole("b.go"), kept(2)], [1, 1, 0, 0, 0]],
  ["the file moved", [whole("a.go")], [whole("b.go")], [0, 0, 0, 1, 0]],
  ["two of three moved", [at(1), at(2), at(3)], two("b.go"), [0, 0, 0, 2, 0]],
  ["allowed", [at(1)], [at(1, { verdict: "exempt" })], [0, 0, 1, 0, 0]],
  ["another was allowed", [at(1), exempt(2)], [exempt(2)], [0, 1, 0, 0, 0]],
  ["compliant now", [at(1)], [at(1, { verdict: "compliant" })], [0, 1, 0, 0, 0]],
  ["stays before it moves", [at(1)], [at(1, { file: "b.go" }), at(5)], [1, 0, 0, 0, 1]],
  ["nothing at all", [], [], [0, 0, 0, 0, 0]],
])("%s", (_, before, after, counts) => {
  expect(compared(before, after)).toEqual(counts);
});

describe("violations that one run could not decide on are neither fixed nor added", () => {
  const found = newReport({ sites: [at(1), at(5)] });
  const open = newReport({
    sites: [at(2, { verdict: "undecided", reason: "the package was not read" }), at(5)],
  });

  test("undecided now", () => {
    const comparison = compareReports(found, open);
    expect([comparison.added.length, comparison.fixed.length]).toEqual([0, 0]);
    const text = formatComparison(comparison);
    expect(text).toContain("## Nothing got better or worse");
    expect(text).toMatch(/### Undecided now \(1\)\n\n.*: the package was not read$/mu);
  });

  test("undecided before", () => {
    const comparison = compareReports(open, found);
    expect([comparison.added.length, comparison.fixed.length]).toEqual([0, 0]);
    const text = formatComparison(comparison);
    expect(text).toMatch(/### Undecided before \(1\)\n\n.*: the package was not read$/mu);
  });

  test("an undecided site that stays says nothing of another", () => {
    const undecided = at(2, { verdict: "undecided", reason: "unknown" });
    const both = compareReports(
      newReport({ sites: [at(1), undecided] }),
      newReport({ sites: [undecided] }),
    );
    expect([both.fixed.length, both.undecided.after.length]).toEqual([1, 0]);
  });
});

test("what got better, worse and moved is written down", () => {
  const rules = { "demo/things": newRule(), "demo/new": newRule() };
  const before = newReport({
    rules,
    sites: [at(1), at(2, { subject: "gone()" }), at(3, { subject: "moves()", symbol: "Move" })],
  });
  const after = newReport({
    rules,
    sites: [
      at(7),
      at(3, { subject: "moves()", symbol: "Move", file: "b.go" }),
      at(4, { subject: "new()", ruleId: "demo/new" }),
    ],
  });
  const text = formatComparison(compareReports(before, after));
  expect(problemsIn(text.replace("## ", "# ").replaceAll("### ", "## "))).toEqual([]);
  expect(text.split("\n")).toEqual([
    "## 1 violation added, 1 fixed",
    "",
    "1 added, 1 fixed, 0 allowed, 1 moved, 1 unchanged.",
    "",
    "| System | Status | Violations | Compliant sites |",
    "| - | - | -: | -: |",
    "| project | ❌ non-compliant | 3 | 0 of 3 |",
    "",
    "Files of the later report only (1): `b.go`.",
    "",
    "### Worse: added (1)",
    "",
    "- `a.go:4`: `demo/new`: `new()`",
    "",
    "### Better: fixed (1)",
    "",
    "| File | Where | Rule | Count |",
    "| - | - | - | -: |",
    "| `a.go` | line 2 | `demo/things` | 1 |",
    "",
    "### Moved (1)",
    "",
    "- `b.go:3`: `demo/things`: `moves()`, before in `a.go:3`",
  ]);
});

describe("violations that one run did not judge are neither fixed nor added", () => {
  const rules = { "demo/things": newRule() };
  const files = [{ path: "a.go", bytes: 1, lines: 1, outcome: "linted" as const }];
  const found = newReport({ rules, files, sites: [at(1)] });
  const unjudged = (before: Report, after: Report) => {
    const comparison = compareReports(before, after);
    return [
      comparison.added.length,
      comparison.fixed.length,
      comparison.unjudged.before.length,
      comparison.unjudged.after.length,
    ];
  };

  test.each<[string, Partial<Report>]>([
    ["the rule threw", { problems: [{ path: "a.go", ruleId: "demo/things", message: "x" }] }],
    ["the file could not be read", { problems: [{ path: "a.go", message: "x" }] }],
    ["the rule was off", { rules: {} }],
  ])("%s", (_, parts) => {
    const other = newReport({ rules, files, ...parts });
    expect(unjudged(found, other)).toEqual([0, 0, 0, 1]);
    expect(unjudged(other, found)).toEqual([0, 0, 1, 0]);
  });

  test("the file is gone, or new", () => {
    const other = newReport({ rules });
    expect(unjudged(found, other)).toEqual([0, 0, 0, 1]);
    expect(unjudged(other, found)).toEqual([1, 0, 0, 0]);
  });

  test("a problem elsewhere does not matter", () => {
    const problems = [{ path: "b.go", message: "x" }];
    expect(unjudged(found, newReport({ rules, files, problems }))).toEqual([0, 1, 0, 0]);
  });

  test("problems are written first", () => {
    const problems = [{ path: "a.go", ruleId: "demo/things", message: "It threw." }];
    const text = formatComparison(compareReports(found, newReport({ rules, files, problems })));
    expect(text).toContain("**The later report has 1 problem**.");
    expect(text).toContain("- `a.go`: `demo/things`: It threw.");
    expect(text).toContain("### Gone, but not judged by the later run (1)");
    expect(text).not.toContain("Better");
  });
});
