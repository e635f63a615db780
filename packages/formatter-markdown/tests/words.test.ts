import { describe, expect, test } from "@jest/globals";
import { counted, listed, percent, size } from "../src/markdown/words.ts";
import { describeFixes, describeHours, effortOf, riskOf } from "../src/model/effort.ts";
import { byReason } from "../src/model/reasons.ts";
import { describeCounts, describeShare } from "../src/model/share.ts";
import { sizeOf } from "../src/model/size.ts";
import { newSite } from "./reports.ts";

test("counts, lists and sizes as people write them", () => {
  expect([counted(0, "file"), counted(1, "file"), counted(1034, "file")]).toEqual([
    "0 files",
    "1 file",
    "1,034 files",
  ]);
  expect(counted(2, "copy", "copies")).toBe("2 copies");
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([999, 1000, 71_499, 999_999, 1_000_000, 2_340_000].map(size)).toEqual([
    "999 B",
    "1 KB",
    "71 KB",
    "1,000 KB",
    "1.0 MB",
    "2.3 MB",
  ]);
  expect([percent(1, 3), percent(2, 3), percent(0, 3)]).toEqual([33, 67, 0]);
});

describe("effort", () => {
  test.each([
    [0, 0, "nothing to do"],
    [0.1, 0.25, "a few minutes"],
    [0.3, 0.75, "half an hour"],
    [0.4, 0.8, "0.5-1 hours"],
    [0.9, 1.1, "1 hour"],
    [4.9, 9.9, "5-10 hours"],
    [5.4, 10.4, "5-10 hours"],
    [20, 40, "20-40 hours"],
    [20.4, 40.8, "3-5 days"],
    [1, 41, "1-5 days"],
  ])("%d to %d hours: %s", (from, to, words) => {
    expect(describeHours([from, to])).toBe(words);
  });

  test.each([
    [0, 0, 0, ""],
    [1, 0, 0, "1 by the tool"],
    [0, 2, 3, "2 by a suggestion and 3 by hand"],
    [1000, 2, 3, "1,000 by the tool, 2 by a suggestion and 3 by hand"],
  ])("%i, %i and %i are fixed: %s", (fix, suggestion, manual, words) => {
    expect(describeFixes({ fix, suggestion, manual })).toBe(words);
  });

  test.each([
    [0, 0, "none"],
    [1, 0, "very low"],
    [9, 1, "low"],
    [0, 25, "low"],
    [0, 26, "medium"],
    [0, 250, "medium"],
    [0, 251, "high"],
  ])("the risk of %i fixes and %i other changes is %s", (fix, manual, risk) => {
    expect(riskOf({ fix, suggestion: 0, manual })).toBe(risk);
    expect(riskOf({ fix, suggestion: manual, manual: 0 })).toBe(risk);
  });

  test("is a third of the minutes after twenty violations of a rule", () => {
    const many = (count: number, ruleId = "demo/things") =>
      Array.from({ length: count }, () => newSite({ ruleId }));
    const hours = (count: number) => effortOf(many(count)).hours;
    expect(hours(9)).toEqual([1, 2]);
    expect(hours(18)).toEqual([2, 4]);
    expect(hours(47)[1]).toBeCloseTo((20 * 10 + 27 * (10 / 3)) / 45);
    const two = effortOf([...many(20), ...many(20, "demo/other")]);
    expect(two.hours[1]).toBeCloseTo(400 / 45);
    expect([18, 19].map((count) => effortOf(many(count)).level)).toEqual(["low", "medium"]);
    expect(effortOf(many(9), { fix: 0, suggestion: 0, manual: 20 }).hours).toEqual([2, 4]);
  });
});

describe("reasons", () => {
  const reasonsOf = (...texts: (string | undefined)[]) =>
    byReason(
      texts.map((reason, line) => newSite({ line, ...(reason !== undefined && { reason }) })),
      ({ reason }) => reason,
    ).map(({ text, count, first }) => [text, count, first.range.start.line]);

  test("come with their counts, the most common first", () => {
    expect(reasonsOf("'a' is old", "'a' is new", "'b' is new", "'b' is new")).toEqual([
      ["'b' is new, and the like", 3, 2],
      ["'a' is old", 1, 0],
    ]);
    expect(reasonsOf(undefined)).toEqual([["no reason given", 1, 0]]);
    expect(reasonsOf()).toEqual([]);
  });

  test("beyond six are others, unless it is only one", () => {
    const letters = Array.from("abcdefgh");
    expect(reasonsOf(...letters.slice(0, 7))).toHaveLength(7);
    const eight = reasonsOf(...letters);
    expect(eight).toHaveLength(7);
    expect(eight.at(-1)).toEqual(["other reasons", 2, 6]);
  });
});

describe("shares", () => {
  const sites = (compliant: number, violations: number, ruleId = "demo/things") => [
    ...Array.from({ length: compliant }, () => newSite({ verdict: "compliant", ruleId })),
    ...Array.from({ length: violations }, () => newSite({ ruleId })),
  ];

  test.each([
    [sites(0, 0), "", "-"],
    [sites(0, 1), "no compliant site, 1 violation", "0 of 1"],
    [sites(1, 0), "1 of 1 site compliant", "1 of 1"],
    [sites(10, 9), "10 of 19 sites compliant", "10 of 19"],
    [sites(10, 10), "10 of 20 sites compliant (50%)", "10 of 20"],
    [[...sites(20, 5), ...sites(0, 5, "demo/other")], "20 of 30 sites compliant", "20 of 30"],
    [
      [...sites(20, 5), ...sites(5, 0, "demo/other")],
      "25 of 30 sites compliant (83%)",
      "25 of 30",
    ],
  ])("%#", (some, share, counts) => {
    const count = (verdict: string) => some.filter((site) => site.verdict === verdict).length;
    expect(describeShare(some)).toBe(share);
    expect(
      describeCounts({
        compliant: count("compliant"),
        violation: count("violation"),
        exempt: 0,
        undecided: 0,
      }),
    ).toBe(counts);
  });
});

test("the size of code and of its tests", () => {
  const file = (path: string, lines: number) =>
    ({ path, lines, bytes: 1, outcome: "linted" }) as const;
  expect(sizeOf([])).toBe("0 files, 0 lines");
  expect(sizeOf([file("a.go", 1034)])).toBe("1 file, 1,034 lines");
  expect(sizeOf([file("a.go", 1), file("b.go", 2), file("a_test.go", 400)])).toBe(
    "2 files, 3 lines, and 1 test file of 400 lines",
  );
});
