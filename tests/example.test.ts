import { describe, expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lintWithEslint } from "./support/plain-eslint.ts";

const example = fileURLToPath(new URL("../examples/migratekit", import.meta.url));

interface Row {
  readonly site: string;
  readonly verdict: string;
  readonly what: string;
}

/** The cells of the tables in EXPECTED.md, which were written by hand. */
const tables = readFileSync(`${example}/testdata/EXPECTED.md`, "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => /^\d+$/u.test(cells[2] ?? ""));

const rows: Row[] = tables
  .filter((cells) => cells.length > 5)
  .map(([, file = "", line = "", rule = "", verdict = "", , what = ""]) => ({
    site: `${file}:${line} ${rule}`,
    verdict,
    what,
  }));

const report: Report = await new Gopherwood({ cwd: example, survey: true }).lintFiles(["."]);

/** Of these rules every site has a row, of others violations alone. */
const LISTED = [
  "database/require-job-record",
  "logging/no-direct-logging",
  "volume-daemon/no-direct-volume-operations",
];

const found: { site: string; verdict: string; approach: string }[] = report.sites.map(
  (site) => ({
    site: `${site.file}:${site.range.start.line} ${site.ruleId}`,
    verdict: site.verdict,
    approach: site.verdict === "compliant" ? (site.approach ?? "") : "",
  }),
);

const isGenerated = ({ what }: Row) => what.startsWith("generated file");

describe("examples/migratekit", () => {
  test("the tables were read", () => {
    expect(rows.length).toBeGreaterThan(150);
  });

  test("every row has its verdict", () => {
    const wrong = rows
      .filter((row) => !isGenerated(row))
      .filter((row) => {
        const site = found.find((candidate) => candidate.site === row.site);
        return (
          (site?.verdict ?? "none") !== row.verdict ||
          !row.what.startsWith(site?.approach ?? "")
        );
      });
    expect(wrong).toEqual([]);
  });

  test("there is no site that is in no row", () => {
    const known = new Set(rows.map(({ site }) => site));
    const unknown = report.sites
      .filter(({ ruleId, verdict }) => LISTED.includes(ruleId) || verdict === "violation")
      .map((site) => `${site.file}:${site.range.start.line} ${site.ruleId}`)
      .filter((site) => !known.has(site));
    expect(unknown).toEqual([]);
  });

  test("the documents that name retired files are those of the table", () => {
    const expected = tables
      .filter((cells) => cells.length === 5)
      .map(([, file = "", line = "", target = ""]) => `${file}:${line} ${target}`);
    const mentions = (report.survey?.references ?? [])
      .filter(({ kind }) => kind === "mention")
      .map(({ file, line, target }) => `${file}:${line} ${target}`);
    expect(expected.length).toBeGreaterThan(3);
    expect(mentions.sort()).toEqual(expected.sort());
  });

  test("the enhanced system has the seed document's numbers", () => {
    const count = (rule: string, verdict: string) =>
      report.sites.filter(
        (site) =>
          site.file.startsWith("source/current/oma/failover/") &&
          site.ruleId.endsWith(rule) &&
          site.verdict === verdict,
      ).length;
    expect(count("no-direct-volume-operations", "compliant")).toBe(20);
    expect(count("no-direct-volume-operations", "exempt")).toBe(2);
    expect(count("no-direct-volume-operations", "violation")).toBe(0);
    expect(count("no-direct-logging", "violation")).toBe(9);
  });

  test("plain ESLint gives the same messages", async () => {
    const { default: config } = (await import(`${example}/gopherwood.config.js`)) as {
      default: object[];
    };
    const results = await lintWithEslint(example, config, ["**/*.go"]);
    const messages = (list: Report["results"]) =>
      list
        .filter((result) => result.messages.length > 0)
        .map(({ filePath, messages }) => ({ filePath, messages }));
    expect(messages(results)).toEqual(messages(report.results));
  });
});
