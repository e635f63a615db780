import { expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import {
  compareReports,
  formatComparison,
  formatMarkdown,
  formatMarkdownSummary,
} from "../src/index.ts";
import { decode, foreignTags, outline, problemsIn, render } from "./markdown.ts";
import { newReport, newRule, newSite, newSystem } from "./reports.ts";

const TODAY = "2026-01-02";

const HOSTILE = [
  "a|b.go",
  "back`tick``s.go",
  "new\nline.go",
  "carriage\r\n| x | y |.go",
  "<script>alert(1)</script>.go",
  "<img src=x onerror=alert(1)>.go",
  "\u202egnp.\u2066exe\u2069.go",
  "](javascript:alert(1)).go",
  "![x](http://example.com/x.png).go",
  "# heading.go",
  "- [ ] item.go",
  "*strong* _em_ ~~del~~.go",
  "```go\n```\n.go",
  "&lt;b&gt;&amp;.go",
  "www.example.com http://example.com a@example.com.go",
  "\\|\\`.go",
  " spaces .go",
  "\u0000\u0007.go",
  "<!-- comment -->.go",
  "$x$ [^1] :smile:.go",
  "@user, @org/team #1 o/r#2 !3 GH-4.go",
  "",
];

function hostileReport(evil: string): Report {
  const file = `dir/${evil}`;
  const text = `${evil} ${evil}`;
  const site = { file, ruleId: evil, subject: text, symbol: evil, code: evil, reason: evil };
  const fixKind = { fixKind: "manual", message: text } as const;
  const sites = [
    newSite({ ...site, ...fixKind, line: 3 }),
    newSite({ ...site, ...fixKind, line: 90, related: [{ path: file }] }),
    newSite({ ...site, verdict: "compliant", approach: evil }),
    newSite({ ...site, verdict: "exempt" }),
    newSite({ ...site, verdict: "undecided" }),
  ];
  return newReport({
    root: `/${evil}`,
    commit: { hash: "0".repeat(40), branch: evil },
    sites,
    rules: {
      [evil]: newRule({ description: evil, category: evil, url: evil, action: "cleanup" }),
    },
    systems: [
      newSystem({ name: `1 ${evil}`, files: [file], note: evil, group: evil }),
      newSystem({
        name: `2 ${evil}`,
        files: [],
        status: "deprecated",
        note: evil,
        group: evil,
      }),
    ],
    categories: [{ name: `named ${evil}`, impact: `impact ${evil}`, rules: [evil] }],
    assessment: { title: `Title ${evil}`, purpose: evil },
    problems: [{ path: evil, message: evil }],
    files: [
      {
        path: file,
        bytes: 1,
        lines: 1,
        outcome: "linted",
        syntaxError: { message: evil, line: 1, column: 1 },
      },
    ],
    survey: {
      documentation: [{ path: evil, lines: 3, systems: [`1 ${evil}`] }],
      references: [
        { file: evil, line: 1, kind: "import", target: evil, text: evil },
        { file: evil, line: 2, kind: "mention", target: evil, text: evil },
      ],
      shared: [{ path: evil, systems: [`1 ${evil}`, `2 ${evil}`] }],
    },
  });
}

/** Returns every document of a report, and its comparisons with an empty one. */
function documentsOf(report: Report): string[] {
  const nothing = newReport({ rules: report.rules });
  return [
    formatMarkdown(report, TODAY, { appendix: "full" }),
    formatMarkdown(report, TODAY),
    formatMarkdownSummary(report, TODAY),
    formatComparison(compareReports(report, nothing)),
    formatComparison(compareReports(nothing, report)),
  ];
}

const HARMLESS = documentsOf(hostileReport("harmless.go")).map((text) => outline(render(text)));

test.each(HOSTILE)("%j injects, breaks, hides and notifies nothing", (evil) => {
  const documents = documentsOf(hostileReport(evil));
  const pages = documents.map(render);
  for (const page of pages) {
    expectNoMarkup(page);
    expectWholeTables(page);
    expectNoMention(page);
  }
  expectName(pages[0] ?? "", evil);
  expect(pages.map(outline)).toEqual(HARMLESS);
  for (const document of documents) {
    expect(document.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    // The summary is a part of a page; MD034 takes what GFM would link for an address.
    expect(problemsIn(document).filter((one) => !/MD041/u.test(one))).toEqual([]);
  }
});

function expectNoMarkup(page: string): void {
  expect(foreignTags(page)).toEqual([]);
  expect(page).not.toMatch(/<[^>]*\s(?:href="(?!https?:|mailto:)|src=|onerror=)/u);
  expect(page).not.toMatch(/<h[1-4]>heading|type="checkbox"[^>]*>\s*item/u);
}

function expectWholeTables(page: string): void {
  for (const [table] of page.matchAll(/<table>.*?<\/table>/gsu)) {
    const rows = [...table.matchAll(/<tr>.*?<\/tr>/gsu)];
    const widths = rows.map(([row]) => [...row.matchAll(/<t[hd]/gu)].length);
    expect(new Set(widths).size).toBe(1);
  }
  expect(page).not.toMatch(/<p>\|/u);
}

function expectNoMention(page: string): void {
  const words = decode(page.replace(/<(code|pre)>.*?<\/\1>/gsu, "").replace(/<[^>]*>/gu, " "));
  expect(words.match(/(?<![\w/])(?:@[a-z]\w*|[#!]\d+|GH-\d+)/giu)).toBeNull();
}

/** Expects the file's name as it is, but for what is invisible. */
function expectName(page: string, evil: string): void {
  const names = [...page.matchAll(/<code>([^<]*)<\/code>/gu)]
    .map(([, code = ""]) => decode(code))
    .filter((code) => code.startsWith("dir/"));
  expect(names.length).toBeGreaterThan(4);
  const file = visible(`dir/${evil}`);
  const location = file.slice(0, file.lastIndexOf("/") + 1);
  const known = [location, file, `${file}:1`, `${file}:3`];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(names).toContain(file);
}

/** Returns a name as the test expects it, each invisible character by its number. */
function visible(name: string): string {
  return Array.from(name, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\r") return "\\r";
    const number = character.codePointAt(0) ?? 0;
    const isInvisible =
      number < 32 || /[\u200e-\u200f\u202a-\u202e\u2066-\u2069]/u.test(character);
    return isInvisible ? `\\u${number.toString(16).padStart(4, "0")}` : character;
  })
    .join("")
    .replace(/ $/u, "\\u0020")
    .replace(/\\(?=\|)/u, "\\u005c");
}

function manyFindings(count: number): Report {
  const sites = Array.from({ length: count }, (_, index) =>
    newSite({
      file: `pkg${index % 400}/file.go`,
      line: (index % 25) * 40 + 1,
      ruleId: `demo/rule-${index % 7}`,
      message: `Number ${index}.`,
      fixKind: "manual",
    }),
  );
  return newReport({ sites });
}

test("10,000 findings fit in a document that can be read", () => {
  const document = formatMarkdown(manyFindings(10_000), TODAY, { appendix: "full" });
  expect(document.length).toBeLessThan(60_000);
  expect(document).toContain("**Violations**: 10,000 sites in 400 files.");
  expect(problemsIn(document)).toEqual([]);
});

test("what does not fit is folded away if the team wants it", () => {
  const report = { ...manyFindings(60), assessment: { collapsible: true } };
  const document = formatMarkdown(report, TODAY, { appendix: "full" });
  for (const { file } of report.sites) expect(document).toContain(`| \`${file}\` |`);
  expect(problemsIn(document, { html: true })).toEqual([]);
  expect(foreignTags(render(document))).toEqual([]);
});

test.each([
  [
    "no finding",
    newReport({ files: [{ path: "a.go", bytes: 9, lines: 1, outcome: "linted" }] }),
  ],
  ["no file", newReport()],
  ["no rule that says anything", newReport({ rules: { "demo/x": newRule() } })],
  ["only compliant sites", newReport({ sites: [newSite({ verdict: "compliant" })] })],
])("%s: a document all the same", (_, report) => {
  for (const document of [
    formatMarkdown(report, TODAY),
    formatMarkdownSummary(report, TODAY).replace(/^## /u, "# "),
  ]) {
    expect(problemsIn(document)).toEqual([]);
    expect(document).toMatch(/no violation/u);
  }
});
