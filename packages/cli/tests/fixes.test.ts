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
