import { describe, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { formatMarkdown, formatMarkdownSummary } from "../src/index.ts";
import { foreignTags, problemsIn, render } from "./markdown.ts";
import { exampleReport, newReport, newRule, newSite, newSystem, type Site } from "./reports.ts";

const TODAY = "2026-01-02";

const full = (report: Report) => formatMarkdown(report, TODAY, { appendix: "full" });

describe("the example's document", () => {
  test("gives markdownlint nothing to say and renders to plain markup", async () => {
    const report = await exampleReport();
    for (const document of [
      full(report),
      formatMarkdown({ ...report, assessment: { emoji: false, excerpts: 0 } }, TODAY),
    ]) {
      expect(problemsIn(document)).toEqual([]);
      expect(foreignTags(render(document))).toEqual([]);
    }
  });

  test("is the same for the same code, byte for byte", async () => {
    const [first, second] = [await exampleReport(), await exampleReport()];
    expect(formatMarkdown(first, TODAY)).toBe(formatMarkdown(second, TODAY));
    expect(formatMarkdownSummary(first, TODAY)).toBe(formatMarkdownSummary(second, TODAY));
  });

  test("has a summary that fits one screen", async () => {
    const summary = formatMarkdownSummary(await exampleReport(), TODAY);
    expect(summary.split("\n").length).toBeLessThanOrEqual(24);
    expect(summary).toMatch(
      /^\| Enhanced Failover System \| ✅ active \| \d+ \| \d+ of \d+ \|/mu,
    );
    expect(summary).toMatch(/^- \[ \] Fix \d+ violations in Enhanced Failover System/mu);
  });
});

const sites = [
  newSite({ line: 4, message: "Do not.", fixKind: "manual" }),
  newSite({ verdict: "compliant", approach: "one" }),
];

test("titles, dates and sections are the config's", () => {
  const report = newReport({
    sites,
    assessment: { title: "Ours", date: "2025-09-07", sections: ["next-steps", "systems"] },
  });
  const headings = full(report)
    .split("\n")
    .filter((line) => /^##? /u.test(line));
  expect(headings).toEqual([
    "# Ours",
    "## Summary",
    "## project",
    "## Appendix",
    "## Systems identified",
    "## Next steps",
  ]);
  expect(full(report)).toContain("**Date**: 2025-09-07");
});

test("emoji can be left out", () => {
  const emoji = /\p{Extended_Pictographic}/u;
  expect(full(newReport({ sites }))).toMatch(emoji);
  const plain = newReport({ sites, assessment: { emoji: false } });
  expect(formatMarkdown(plain, TODAY)).not.toMatch(emoji);
  expect(formatMarkdownSummary(plain, TODAY)).not.toMatch(emoji);
});

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [9, 4],
])("with %i excerpts of one kind at most", (excerpts, shown) => {
  const many = ["a", "b", "c", "d"].map((name, index) =>
    newSite({ verdict: "compliant", subject: `${name}()`, code: `${name}()`, line: index + 1 }),
  );
  const document = full(newReport({ sites: many, assessment: { excerpts } }));
  expect(document.match(/^\/\/ a\.go:\d+$/gmu) ?? []).toHaveLength(shown);
});

test("places are linked to the host of the repository", () => {
  const links = "https://example.com/blob/{commit}/{path}#L{line}";
  const site = newSite({
    file: "a dir/b#1.go",
    line: 7,
    message: "Do not.",
    fixKind: "manual",
  });
  const document = full(newReport({ sites: [site], assessment: { links } }));
  const blob = "https://example.com/blob/0123456789abcdef0123456789abcdef01234567";
  expect(document).toContain(
    `[line 7](${blob}/a%20dir/b%231.go#L7)`.replace("[line 7]", "[7]"),
  );
  expect(document).toContain(`[\`a dir/b#1.go\`](${blob}/a%20dir/b%231.go)`);
});

test("a report without systems is about the project as one", () => {
  const document = full(newReport({ root: "/work/shop", sites }));
  expect(document).toContain("# shop: rule compliance");
  expect(document).toContain("- **Location**: everything that was linted");
  expect(document).not.toMatch(/System to use|side by side|deprecated/u);
});

const SOURCE = "package p\n\nfunc f() {\n\tlog.Info(x)\n}\n";

/** Returns a result for SOURCE with messages at one place, each with a fix of its own. */
function resultWith(...names: readonly string[]): Report["results"][number] {
  const start = SOURCE.indexOf("log.Info");
  return {
    filePath: "/project/a.go",
    source: SOURCE,
    messages: names.map((name) => ({
      ruleId: "demo/things",
      severity: 2,
      message: "Do not.",
      line: 4,
      column: 1,
      fix: { range: [start, start + 8], text: name },
    })),
    suppressedMessages: [],
    errorCount: names.length,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: names.length,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}

test("a fix of the tool is shown on the code that it fixes", () => {
  const site = newSite({ line: 4, message: "Do not.", messageIndex: 0, fixKind: "fix" });
  const report = newReport({ sites: [site], results: [resultWith("logger.Info")] });
  const document = full(report);
  expect(document).toContain("```go\n// BEFORE\nlog.Info(x)\n```");
  expect(document).toContain("```go\n// AFTER\nlogger.Info(x)\n```");
  expect(document).toContain("1 violation, 1 by the tool; a few minutes.");
});

test("a suggestion is no example", () => {
  const site = newSite({ line: 4, messageIndex: 0, fixKind: "suggestion" });
  const [message, ...others] = resultWith("logger.Info").messages;
  const { fix, ...rest } = message ?? { message: "" };
  const suggestions = [{ desc: "Log it.", fix }];
  const messages = [{ ...rest, suggestions }, ...others] as typeof others;
  const results = [{ ...resultWith(), messages }];
  expect(full(newReport({ sites: [site], results }))).not.toContain("AFTER");
});

test("of several messages at one place, a site's own is shown", () => {
  const sites = ["manual", "fix"].map((fixKind, messageIndex) =>
    newSite({ line: 4, messageIndex, fixKind: fixKind as "fix" }),
  );
  const report = newReport({ sites, results: [resultWith("wrong.Info", "right.Info")] });
  const document = full(report);
  expect(document).toContain("// AFTER\nright.Info(x)\n");
  expect(document).not.toContain("wrong.Info");
});

test("copies in retired systems have a place to go, others are to be decided", () => {
  const paths = ["old/x.go", "new/y.go", "src/archive/engine-2020-01-01/z.go"];
  const report = newReport({
    sites: [
      newSite({ file: "old/x.go", message: "A copy.", related: [{ path: "new/x.go" }] }),
      newSite({ file: "new/y.go", message: "Alike.", related: [{ path: "new/x.go" }] }),
    ],
    rules: { "demo/things": newRule({ action: "cleanup" }) },
    systems: [
      newSystem({ name: "Old", status: "deprecated", files: ["old/x.go"] }),
      newSystem({ name: "Older", status: "deprecated", files: paths.slice(2) }),
    ],
    files: paths.map((path) => ({ path, bytes: 10, lines: 1, outcome: "linted" })),
  });
  const document = full(report);
  expect(document).toContain(
    "**Copies**: 1 file. Delete it, or move it to `src/archive/old-2026-01-02/`.\n\n- `old/x.go`: A copy.",
  );
  expect(document).toContain("**Files that are alike**: 1 file.");
  expect(document).toContain("- `new/y.go`: Alike.");
  expect(document).toContain("### Priority 1: clean up");
});

test("a problem that many files have is said once", () => {
  const problems = ["a.go", "b.go", "c.go"].map((path) => ({ path, message: "It threw." }));
  const document = full(newReport({ sites, problems }));
  expect(document).toContain("- `a.go` and 2 more places: It threw.");
  expect(document).toContain("- [ ] Look at 3 problems of the run: not all was read.");
});

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

test("many systems have a short summary", () => {
  const names = [
    "Plain",
    `"[1, 2]" %% ${"long ".repeat(20).trim()}`,
    ...Array.from("abcdefghij"),
  ];
  const systems = names.map((name, index) => newSystem({ name, files: [`${index}.go`] }));
  const own = names.map((_, index) =>
    newSite({ file: `${index}.go`, verdict: index === 0 ? "violation" : "compliant" }),
  );
  const report = newReport({ sites: own, systems });
  const summary = formatMarkdownSummary(report, TODAY);
  expect(summary.match(/^\| .* \| ✅ active \| \d \|/gmu)).toHaveLength(8);
  expect(summary).toContain("And 4 more systems.");
});

test("a category of which no rule judged a site is left out, unless the config names it", () => {
  const rules = {
    "demo/things": newRule(),
    "demo/silent": newRule({ category: "Silent" }),
    "demo/named": newRule({ category: "Named" }),
  };
  const report = newReport({ sites, rules, categories: [{ name: "Named" }] });
  const document = full(report);
  expect(document).toContain("| Named | ➖ not applicable | no site was judged |");
  expect(document).not.toContain("Silent");
});

test("new, old and fixed violations of a baseline are counted apart", () => {
  const entry = { ruleId: "demo/things", file: "a.go", symbol: "", fingerprint: "0" };
  const baseline = { path: "gopherwood-baseline.json", old: 3, added: 1, fixed: [entry] };
  const report = newReport({ sites: [newSite()], baseline });
  const line = "1 new violation, 3 old ones in `gopherwood-baseline.json`, 1 entry of it fixed";
  expect(formatMarkdown(report, TODAY)).toContain(`**Baseline**: ${line}\n`);
  expect(formatMarkdownSummary(report, TODAY)).toContain(`Baseline: ${line}.\n`);
  expect(formatMarkdown(newReport(), TODAY)).not.toContain("Baseline");
});
