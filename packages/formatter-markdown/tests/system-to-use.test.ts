import { describe, expect, test } from "@jest/globals";
import { full } from "./documents.ts";
import { newReport, newRule, newSite, newSystem, type Site } from "./reports.ts";

describe("which system to use", () => {
  const good = newSite({ file: "good.go", verdict: "compliant" });
  const bad = newSite({ file: "bad.go" });
  const many = (file: string, compliant: number, violations: number) => [
    ...Array.from({ length: compliant }, () => newSite({ file, verdict: "compliant" })),
    ...Array.from({ length: violations }, () => newSite({ file })),
  ];
  type Status = "active" | "deprecated";
  const systemsOf = (statusOfGood: Status, statusOfBad: Status) => [
    newSystem({ name: "Bad", group: "g", files: ["bad.go"], status: statusOfBad }),
    newSystem({ name: "Good", group: "g", files: ["good.go"], status: statusOfGood }),
  ];
  const ofActive = (...sites: Site[]) =>
    full(newReport({ sites, systems: systemsOf("active", "active") }));

  test("the only active one, even if another follows the rules better", () => {
    const report = (statusOfGood: Status, statusOfBad: Status) =>
      newReport({ sites: [good, bad], systems: systemsOf(statusOfGood, statusOfBad) });
    expect(full(report("active", "deprecated"))).toContain("System to use: Good");
    const document = full(report("deprecated", "active"));
    expect(document).toContain(
      "**System to use for g**: Bad. It is the only active one of 2 systems.",
    );
    expect(document).toContain("- [x] Confirmed: Bad is the system to use for g.");
  });

  test("of several active ones, the one that leads clearly", () => {
    const document = ofActive(...many("good.go", 30, 0), ...many("bad.go", 20, 10));
    expect(document).toContain("**System to use for g**: Good.");
    expect(document).toContain("Good 30 of 30 and Bad 20 of 30.");
    expect(document).toContain("- [ ] Decide for Good, and deprecate the others for g.");
  });

  test.each<[string, Site[]]>([
    ["few sites", [...many("good.go", 19, 0), ...many("bad.go", 5, 25)]],
    ["a small lead", [...many("good.go", 30, 0), ...many("bad.go", 28, 2)]],
    [
      "a rule that says the contrary",
      [
        ...many("good.go", 90, 0),
        ...many("bad.go", 60, 30),
        newSite({ file: "good.go", ruleId: "demo/other" }),
        newSite({ file: "bad.go", ruleId: "demo/other", verdict: "compliant" }),
      ],
    ],
    [
      "a rule that finds violations alone",
      [
        ...many("good.go", 30, 0),
        ...many("bad.go", 30, 0),
        newSite({ file: "good.go", ruleId: "demo/other" }),
        ...Array.from({ length: 30 }, () => newSite({ file: "bad.go", ruleId: "demo/other" })),
      ],
    ],
    [
      "a rule that judges one of them",
      [
        ...many("good.go", 30, 0),
        ...many("bad.go", 30, 0),
        ...Array.from({ length: 30 }, () => newSite({ file: "bad.go", ruleId: "demo/other" })),
      ],
    ],
  ])("there is no reason to prefer one with %s", (_, sites) => {
    const document = ofActive(...sites);
    expect(document).toContain("**No reason to prefer a system for g**: the evidence");
    expect(document).toContain("- [ ] Decide which system to use for g.");
    expect(document).not.toMatch(/Not to use|System to use: /u);
  });

  test("a finding against a system as a whole decides nothing, in any order of the config", () => {
    const sites = [
      ...many("good.go", 30, 0),
      ...many("bad.go", 30, 0),
      ...Array.from({ length: 9 }, () => newSite({ file: "bad.go", ruleId: "demo/single" })),
      newSite({ file: "good.go", ruleId: "demo/single", verdict: "compliant" }),
    ];
    const rules = {
      "demo/things": newRule(),
      "demo/single": newRule({ action: "cleanup" }),
    };
    const systems = systemsOf("active", "active");
    for (const some of [systems, systems.toReversed()]) {
      expect(full(newReport({ sites, rules, systems: some }))).toContain(
        "**No reason to prefer a system for g**",
      );
    }
  });

  test("systems without a group are not weighed against each other", () => {
    const systems = [
      newSystem({ name: "A", files: ["good.go"] }),
      newSystem({ name: "B", files: ["bad.go"] }),
    ];
    const document = full(newReport({ sites: [good, bad], systems }));
    expect(document).not.toContain("System to use");
    expect(document).toContain("## Systems side by side");
  });
});
