import { describe, expect, test } from "@jest/globals";
import { formatMarkdown, formatMarkdownSummary } from "../src/index.ts";
import { full, TODAY } from "./documents.ts";
import { foreignTags, problemsIn, render } from "./markdown.ts";
import { exampleReport, newReport, newRule, newSite, newSystem } from "./reports.ts";

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
