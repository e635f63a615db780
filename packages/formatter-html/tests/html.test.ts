import { expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { formatHtml } from "../src/index.ts";
import { markIn } from "../src/mark.ts";

const example = fileURLToPath(new URL("../../../examples/migratekit", import.meta.url));
const report = await new Gopherwood({ cwd: example, survey: true }).lintFiles(["."]);

type Row = [number, number, number, number, string, string, 0 | 1, string?, number?, number?];

interface Data {
  readonly verdicts: string[];
  readonly systems: string[];
  readonly rules: { id: string; url: string }[];
  readonly files: { path: string; system: number }[];
  readonly sites: Row[];
}

const pageOf = (of: Report) => [...formatHtml(of, "2026-11-27")].join("");

function dataOf(page: string): Data {
  const [, json = ""] =
    /<script type="application\/json" id="data">([^]*?)<\/script>/u.exec(page) ?? [];
  return JSON.parse(json) as Data;
}

test("each judged site is a row, with its rule, file, line and verdict", () => {
  const { verdicts, rules, files, sites } = dataOf(pageOf(report));
  const rows = sites.map(([verdict, rule, file, line]) =>
    [verdicts[verdict], rules[rule]?.id, files[file]?.path, line].join(" "),
  );
  const expected = report.sites.map(({ verdict, ruleId, file, range }) =>
    [verdict, ruleId, file, range.start.line].join(" "),
  );
  expect(rows.sort()).toEqual(expected.sort());
  expect(sites[0]?.[0]).toBe(verdicts.indexOf("violation"));
});

test("it shows the systems with their numbers, and loads nothing", () => {
  const page = pageOf(report);
  for (const { name } of report.systems) expect(page).toContain(`<th scope="row">${name}`);
  expect(page).not.toMatch(/<(?:link|img|iframe)\b|\bsrc=|@import|url\(/u);
  expect(page).toContain("default-src 'none'");
  expect(pageOf(report)).toBe(page);
});

test("nothing of what was linted becomes a part of the page", () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror="alert(1)">&amp;'\u2028`;
  const [site] = report.sites.filter(({ verdict }) => verdict === "violation");
  if (!site) throw new Error("There is no violation.");
  const rule = { description: evil, category: evil, url: "javascript:alert(1)" };
  const hostile: Report = {
    ...report,
    systems: [{ name: evil, status: "active", files: [evil] }],
    assessment: { title: evil },
    files: [{ path: evil, bytes: 1, lines: 1, outcome: "linted" }],
    rules: { [evil]: { ...rule, action: "fix", type: "problem" } },
    sites: [
      {
        ...site,
        file: evil,
        ruleId: evil,
        message: evil,
        symbol: evil,
        code: evil,
        subject: evil,
      },
    ],
    problems: [{ path: evil, message: evil }],
    baseline: { path: evil, old: 1, added: 2, fixed: [] },
  };
  const page = pageOf(hostile);
  expect(page.match(/<script/gu)).toHaveLength(2);
  expect(page).not.toContain("<img");
  const { sites, rules } = dataOf(page);
  expect(sites[0]?.[4]).toBe(evil);
  expect(rules[0]?.url).toBe("");
});

test("the mark is the judged part of a line, or the lines", () => {
  const site = (parts: object) => ({ ...report.sites[0], ...parts }) as Report["sites"][number];
  const on = (line: number, end: number, columns = [8, 11]) => ({
    start: { line, column: columns[0] },
    end: { line: end, column: columns[1] },
  });
  const code = "x := foo(1)";
  expect(markIn(site({ code, subject: "foo", range: on(3, 3) }))).toEqual([5, 8]);
  expect(markIn(site({ code, subject: "bar", range: on(3, 3) }))).toEqual([0, code.length]);
  expect(markIn(site({ code: "f(\n1)", subject: "f( 1)", range: on(3, 4) }))).toEqual([0, 5]);
  expect(markIn(site({ code: "f(\n1)", subject: "f(", range: on(3, 4) }))).toEqual([0, 5]);
  expect(markIn(site({ code, subject: "", range: on(3, 3) }))).toEqual([0, code.length]);
  const variadic = { code: "x := f(y...)", subject: "f(y...)", range: on(3, 3, [6, 13]) };
  expect(markIn(site(variadic))).toEqual([5, 12]);
  const cut = { code, subject: "foo...", range: on(3, 3, [6, 12]) };
  expect(markIn(site(cut))).toEqual([5, 11]);
});

/** A report with something for every part of a page. */
function wholeReport(): Report {
  const site = (
    line: number,
    parts: Partial<Report["sites"][number]>,
  ): Report["sites"][number] => ({
    ...{ file: "new/a.go", ruleId: "demo/x", symbol: "Run", fingerprint: String(line) },
    verdict: "compliant",
    ...{ subject: "thing()", code: "  thing()" },
    range: { start: { line, column: 3 }, end: { line, column: 10 } },
    ...parts,
  });
  const rule = { description: "Disallow things.", action: "fix", type: "problem" } as const;
  const file = (path: string) => ({ path, bytes: 1, lines: 1, outcome: "linted" }) as const;
  return {
    ...report,
    survey: { documentation: [], shared: [], references: [] },
    tool: { name: "gopherwood", version: "1.2.3" },
    commit: { hash: "0123456789abcdef0123456789abcdef01234567", branch: "main" },
    systems: [
      { name: "New", group: "engines", status: "active", files: ["new/a.go"] },
      { name: "Old", group: "engines", status: "deprecated", files: ["old/b.go"] },
    ],
    categories: [],
    assessment: { title: "A <b> & \"c\" 'd'" },
    files: [file("new/a.go"), file("old/b.go"), file("c.go")],
    rules: {
      "demo/x": { ...rule, category: "Things", url: "http://example.com/x" },
      "demo/a": { ...rule, category: "Other", url: "ftp://https://example.com" },
    },
    results: [],
    sites: [
      site(5, {}),
      site(6, { file: "c.go" }),
      site(7, { verdict: "exempt", reason: "test file" }),
      site(8, { verdict: "violation", message: "Do not.", inBaseline: true }),
      site(9, { ruleId: "demo/a" }),
      site(9, {
        verdict: "undecided",
        ruleId: "demo/unknown",
        reason: "no type",
        file: "old/b.go",
      }),
    ],
    problems: [
      { path: "x.go", message: "Denied." },
      { path: "y.go", message: "Gone." },
    ],
    baseline: { path: "baseline.json", old: 1, added: 1200, fixed: [] },
  };
}

/** Returns a report of a run that found nothing to look at. */
function emptyReport(): Report {
  const { baseline: _, ...whole } = wholeReport();
  return { ...whole, commit: null, systems: [], files: [], rules: {}, sites: [], problems: [] };
}

/** Returns a page without the texts of its style and script, and their hashes. */
const withoutAssets = (page: string) =>
  page.replace(/(?<=<(?:style|script)>)[^]*?(?=<\/)/gu, "").replace(/(?<='sha256-)[^']*/gu, "");

// After a change that is meant, the file gets the new text: the difference is what readers see.
test.each([
  ["whole.html", wholeReport],
  ["nothing.html", emptyReport],
])("%s is what a reader gets", (name, made) => {
  const expected = readFileSync(join(import.meta.dirname, "testdata", name), "utf8");
  expect(withoutAssets(pageOf(made())).split("\n")).toEqual(expected.split("\n"));
});

const chromium = "/usr/bin/chromium";
const inBrowser = existsSync(chromium) ? test : test.skip;

inBrowser("Chromium lists the violations (skipped without Chromium)", () => {
  const directory = mkdtempSync(join(tmpdir(), "gopherwood-html-"));
  try {
    const path = join(directory, "page.html");
    writeFileSync(path, pageOf(report));
    const options = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${directory}`,
    ];
    const url = pathToFileURL(path).href;
    const dom = execFileSync(chromium, [...options, "--dump-dom", url], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      // Without it, a page that never comes to rest holds the tests for good.
      timeout: 30_000,
    });
    const violations = report.sites.filter(({ verdict }) => verdict === "violation");
    expect(dom).toContain(
      `${violations.length} of ${report.sites.length.toLocaleString("en-US")} judged sites`,
    );
    expect(dom.match(/<details>/gu)).toHaveLength(Math.min(100, violations.length));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
