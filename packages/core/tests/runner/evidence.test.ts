import { expect, test } from "@jest/globals";
import { evidenceOf, sumOf } from "../../src/runner/evidence.ts";

const unread = (path: string) => `the declarations of package "${path}" were not read`;

test("what is compliant and undecided is counted, and packages that were not read are named once", () => {
  const evidence = evidenceOf([
    { verdict: "violation" },
    { verdict: "compliant" },
    { verdict: "exempt", reason: unread("x.com/exempt") },
    { verdict: "compliant", reason: unread("x.com/compliant") },
    { verdict: "undecided", reason: unread("x.com/b") },
    { verdict: "undecided", reason: unread("x.com/a") },
    { verdict: "undecided", reason: unread("x.com/b") },
    { verdict: "undecided", reason: "no type" },
    { verdict: "undecided" },
  ]);
  expect(evidence).toEqual({ compliant: 2, undecided: 5, unread: ["x.com/a", "x.com/b"] });
  const other = { compliant: 1, undecided: 1, unread: ["x.com/0", "x.com/b"] };
  expect(sumOf([evidence, other])).toEqual({
    compliant: 3,
    undecided: 6,
    unread: ["x.com/0", "x.com/a", "x.com/b"],
  });
});
