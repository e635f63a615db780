import { describe, expect, test } from "@jest/globals";
import { chaptersOf } from "../src/model/categories.ts";
import { describeHours, effortOf, riskOf } from "../src/model/effort.ts";
import { describeLines, groupLines } from "../src/model/lines.ts";
import { judgeRules, statusOfRules } from "../src/model/judged-rules.ts";
import { locationsOf } from "../src/model/locations.ts";
import { statusOf, worstOf } from "../src/model/status.ts";
import { percent } from "../src/markdown/words.ts";
import { newRule, newSite } from "./reports.ts";

test.each([
  [0, 0, 0, 0, "not applicable"],
  [0, 0, 0, 3, "not applicable"],
  [0, 1, 0, 0, "compliant"],
  [0, 0, 1, 0, "compliant"],
  [1, 0, 0, 0, "non-compliant"],
  [1, 0, 5, 0, "non-compliant"],
  [9, 60, 0, 0, "mixed"],
  [5, 5, 0, 0, "mixed"],
  [6, 5, 0, 0, "partial"],
])("%i violations, %i compliant, %i exempt, %i undecided: %s", (...row) => {
  const [violation, compliant, exempt, undecided, status] = row;
  expect(statusOf({ violation, compliant, exempt, undecided })).toBe(status);
});

test.each([
  [[680, 690, 700, 710, 720, 730, 740, 750, 766], "680-766 (9)"],
  [[5], "5"],
  [[5, 5], "5 (2)"],
  [[900, 1, 20], "1-20 (2), 900"],
  [[1, 100, 130, 300, 400, 500, 600, 700], "1-130 (3), 300-700 (5)"],
  [[], ""],
])("lines %j are %s", (lines, text) => {
  expect(groupLines(lines).map(describeLines).join(", ")).toBe(text);
});

describe("effort", () => {
  test.each([
    [{ fix: 0, suggestion: 0, manual: 0 }, "none", "nothing to do", "none"],
    [{ fix: 9, suggestion: 0, manual: 0 }, "low", "a few minutes", "very low"],
    [{ fix: 0, suggestion: 0, manual: 9 }, "low", "1-2 hours", "low"],
    [{ fix: 0, suggestion: 100, manual: 100 }, "medium", "7-15 hours", "medium"],
    [{ fix: 0, suggestion: 0, manual: 900 }, "high", "4-9 days", "high"],
    [{ fix: 30, suggestion: 0, manual: 20 }, "medium", "2.5-5 hours", "low"],
  ])("%j: %s, %s; risk %s", (counts, level, hours, risk) => {
    const sites = Object.entries(counts).flatMap(([fixKind, count]) =>
      Array.from({ length: count }, () => newSite({ fixKind: fixKind as "fix" })),
    );
    const effort = effortOf(sites);
    expect([effort.level, describeHours(effort.hours), riskOf(counts)]).toEqual([
      level,
      hours,
      risk,
    ]);
  });
});

test("rules are in the configured category that lists them, else in their own", () => {
  const rules = {
    "a/one": newRule({ category: "Zoo" }),
    "a/two": newRule({ category: "Zoo" }),
    "b.c/three": newRule({ category: "" }),
  };
  const categories = [{ name: "Ours", rules: ["a/t*"], impact: "much" }, { name: "Empty" }];
  expect(chaptersOf({ rules, categories })).toEqual([
    { name: "Ours", impact: "much", isNamed: true, rules: ["a/two"] },
    { name: "Empty", impact: "", isNamed: true, rules: [] },
    { name: "Other Rules", impact: "", isNamed: false, rules: ["b.c/three"] },
    { name: "Zoo", impact: "", isNamed: false, rules: ["a/one"] },
  ]);
});

test("the locations of files are the topmost directories that have some", () => {
  expect(locationsOf(["b/x.go", "a/c/x.go", "a/d/x.go", "b/e/f/x.go"])).toEqual([
    "a/c/",
    "a/d/",
    "b/",
  ]);
  expect(locationsOf(["main.go"])).toEqual(["./"]);
});

test.each([
  [0, 7, 0],
  [1, 1000, 1],
  [999, 1000, 99],
  [7, 7, 100],
])("%i of %i are %i percent", (part, whole, share) => {
  expect(percent(part, whole)).toBe(share);
});

test("the status of a category is the worst of its rules", () => {
  expect(worstOf([])).toBe("not applicable");
  expect(worstOf(["not applicable", "compliant"])).toBe("compliant");
  expect(worstOf(["compliant", "partial", "mixed"])).toBe("partial");
  expect(worstOf(["non-compliant", "compliant"])).toBe("non-compliant");
});

test.each([
  [1, 10, "non-compliant"],
  [1, 11, "mixed"],
  [4, 11, "mixed"],
  [5, 11, "non-compliant"],
])("%i violations in one of %i files, and nothing else: %s", (count, files, status) => {
  const sites = Array.from({ length: count }, () => newSite());
  expect(statusOfRules(judgeRules(sites, files))).toBe(status);
});

test("many locations are named by what is above them", () => {
  const paths = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `app/pkg/${name}/x.go`);
  expect(locationsOf([...paths, "cmd/x.go"])).toEqual(["app/pkg/", "cmd/"]);
  const flat = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}/x.go`);
  expect(locationsOf(flat)).toHaveLength(7);
});
