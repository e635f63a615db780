import { describe, expect, test } from "@jest/globals";
import { full } from "./documents.ts";
import { newReport, newSite, newSystem, type Site } from "./reports.ts";

describe("the status of a category", () => {
  const statusIn = (sites: readonly Site[]) => {
    const document = full(newReport({ sites, assessment: { emoji: false } }));
    return /^\| Things \| ([a-z -]+) \|/mu.exec(document)?.[1];
  };
  const kept = (ruleId: string, count: number) =>
    Array.from({ length: count }, () => newSite({ ruleId, verdict: "compliant" }));
  const keptIn = (files: number) =>
    Array.from({ length: files }, (_, index) =>
      newSite({ ruleId: "a/a", verdict: "compliant", file: `${index}.go` }),
    );
  const broken = (ruleId: string, count: number) =>
    Array.from({ length: count }, () => newSite({ ruleId }));

  test("is that of its worst rule", () => {
    expect(statusIn([...kept("a/a", 90), ...kept("a/b", 1), ...broken("a/b", 2)])).toBe(
      "partial",
    );
  });

  test("is partial at worst where something is kept", () => {
    const elsewhere = newSite({ ruleId: "a/b", verdict: "compliant", file: "b.go" });
    const systems = [newSystem({ name: "A", files: ["b.go"] })];
    const own = [...kept("a/a", 90), ...broken("a/b", 1), elsewhere];
    const document = full(newReport({ sites: own, systems }));
    expect(document).toContain("**Status**: ⚠️ partial because of a/b: 90 of 91 sites");
  });

  test("is mixed where few files break a rule that no code keeps", () => {
    const statusOf = (files: number) =>
      statusIn([...keptIn(files), newSite({ ruleId: "a/b", file: "x.go" })]);
    expect([8, 9, 10, 11].map(statusOf)).toEqual(["partial", "partial", "mixed", "mixed"]);
    expect(statusIn(broken("a/b", 2))).toBe("non-compliant");
  });

  test("is that of one rule where there is one", () => {
    expect(statusIn([...kept("a/a", 3), ...broken("a/a", 3)])).toBe("mixed");
    expect(statusIn(kept("a/a", 3))).toBe("compliant");
  });
});
