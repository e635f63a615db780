import type { Report } from "@gopherwood/core/runner";
import { expect, test } from "@jest/globals";
import { formatFixSummary } from "../src/fixes.ts";

test("findings that a fix hides are counted and named", () => {
  const vanished = [
    { file: "a\u001b.go", ruleId: "x/y", line: 3, column: 2, message: "Remove it." },
  ];
  const fixes = [{ file: "a.go", ruleId: "x/z", count: 2 }];
  const summary = formatFixSummary({ fixes, sites: [], vanished } as unknown as Report);
  expect(summary).toBe(
    "gopherwood: fixed 2 of 3; 0 suggestions; 0 by hand.\n" +
      "gopherwood: 1 finding of before is gone and not fixed, because a fix changed the code:\n" +
      "    a\\u001b.go:3:2  Remove it. (x/y)\n",
  );
});

test("what is left is counted by how it can be fixed, and by the reasons that it cannot", () => {
  const site = (fixKind: string, more: object = {}) => ({
    verdict: "violation",
    ruleId: "x/y",
    fixKind,
    ...more,
  });
  const sites = [
    site("suggestion"),
    site("manual"),
    site("manual", { noFixReason: "it is used" }),
    site("manual", { noFixReason: "it is used" }),
    site("manual", { ruleId: "x/z", noFixReason: "it is used" }),
    site("manual", { noFixReason: "'c.log' is kept" }),
    site("manual", { noFixReason: "'d.log' is kept" }),
    site("manual", { noFixReason: "'d.log' is kept" }),
    { ...site("manual"), verdict: "exempt" },
  ];
  const report = { fixes: [{ count: 1 }, { count: 2 }], sites, vanished: [] };
  expect(formatFixSummary(report as unknown as Report)).toBe(
    "gopherwood: fixed 3 of 11; 1 suggestion; 7 by hand:\n" +
      "    3  x/y: 'd.log' is kept, and the like\n" +
      "    2  x/y: it is used\n" +
      "    1  x/y: has no fix\n" +
      "    1  x/z: it is used\n",
  );
  const left = { ...report, sites: [site("fix"), site("fix")], fixes: [] };
  expect(formatFixSummary(left as unknown as Report)).toBe(
    "gopherwood: fixed 0 of 2; 2 not applied; 0 suggestions; 0 by hand.\n",
  );
});

test("several findings that a fix hides are aligned", () => {
  const finding = (line: number) => ({
    file: "a.go",
    ruleId: "x/y",
    line,
    column: 1,
    message: "No.",
  });
  const report = { fixes: [], sites: [], vanished: [finding(1), finding(10)] };
  expect(formatFixSummary(report as unknown as Report)).toBe(
    "gopherwood: fixed 0 of 2; 0 suggestions; 0 by hand.\n" +
      "gopherwood: 2 findings of before are gone and not fixed, because a fix changed the code:\n" +
      "    a.go:1:1   No. (x/y)\n" +
      "    a.go:10:1  No. (x/y)\n",
  );
});
