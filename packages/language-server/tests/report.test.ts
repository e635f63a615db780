import { expect, test } from "@jest/globals";
import { hasSites, isPart, isShown, isWhole, knownOf, type Report } from "../src/report.ts";
import { linted } from "./linted.ts";

const report = (kind: Report["kind"], isBroken?: boolean): Report => ({
  version: 1,
  linted: isBroken === undefined ? null : linted({ isBroken }),
  diagnostics: [],
  kind,
  resultId: "1",
});

const diagnostic = (line: number, code: string, message = "Write bar.") => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  code,
  message,
});

test("a report of a part of the project is shown, but does not have all findings", () => {
  for (const kind of ["package", "imports"] as const) {
    expect([isPart(kind), isShown(report(kind, true)), isWhole(report(kind, true))]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(isPart("typing")).toBe(false);
  expect(isPart("whole")).toBe(false);
});

test("a report made while somebody types is waited for further if the text is broken", () => {
  expect(isShown(report("typing", true))).toBe(false);
  expect(isShown(report("typing"))).toBe(false);
  expect(isWhole(report("typing", false))).toBe(true);
  expect(isWhole(report("whole", true))).toBe(true);
  expect(isWhole(report("typing", true))).toBe(false);
});

test("only a whole report has the sites that are no violations", () => {
  const kinds = ["package", "imports", "typing", "whole"] as const;
  expect(kinds.filter((kind) => hasSites(report(kind, false)))).toEqual(["whole"]);
});

test("of findings as many are known as there were before, wherever they are now", () => {
  const before = [diagnostic(1, "a"), diagnostic(2, "a"), diagnostic(3, "b")];
  const now = [
    diagnostic(5, "a"),
    diagnostic(6, "b", "Write baz."),
    diagnostic(7, "a"),
    diagnostic(8, "a"),
    diagnostic(9, "c"),
  ];
  expect(knownOf(now, before)).toEqual([now[0], now[2]]);
});
