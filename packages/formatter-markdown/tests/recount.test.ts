import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Report } from "@gopherwood/core/runner";
import { formatMarkdown } from "../src/index.ts";
import { exampleReport, type Site } from "./reports.ts";

let report: Report;
let lines: Line[];

/** A line of the document with the headings that it stands under. */
interface Line {
  readonly text: string;
  readonly h2: string;
  readonly h3: string;
  /** The last bold words that began a paragraph. */
  readonly lead: string;
}

beforeAll(async () => {
  report = await exampleReport();
  lines = linesOf(formatMarkdown(report, "2026-01-02"));
});

function linesOf(document: string): Line[] {
  let [h2, h3, lead] = ["", "", ""];
  let fence = false;
  return document.split("\n").flatMap((text) => {
    if (text.startsWith("```")) fence = !fence;
    if (fence || text.startsWith("```")) return [];
    if (text.startsWith("## ")) [h2, h3, lead] = [text.slice(3), "", ""];
    if (text.startsWith("### ")) [h3, lead] = [text.slice(4), ""];
    lead = /^\*\*(.+?)\*\*/u.exec(text)?.[1] ?? lead;
    return [{ text, h2, h3, lead }];
  });
}

function filesOf(system: string): readonly string[] {
  const named = report.systems.find(({ name }) => name === system);
  if (named) return named.files;
  const taken = new Set(report.systems.flatMap(({ files }) => files));
  return report.files.map(({ path }) => path).filter((path) => !taken.has(path));
}

function sitesOf(system: string, category?: string): Site[] {
  const files = filesOf(system);
  return report.sites.filter(
    ({ file, ruleId }) =>
      files.includes(file) && (category === undefined || categoryOf(ruleId) === category),
  );
}

function categoryOf(ruleId: string): string {
  const named = report.categories.find(({ rules = [] }) =>
    rules.some((rule) =>
      rule.endsWith("*") ? ruleId.startsWith(rule.slice(0, -1)) : rule === ruleId,
    ),
  );
  return named?.name ?? report.rules[ruleId]?.category ?? "";
}

function count(sites: readonly Site[], verdict: Site["verdict"]): number {
  return sites.filter((site) => site.verdict === verdict).length;
}

function fileCount(sites: readonly Site[]): number {
  return new Set(sites.map(({ file }) => file)).size;
}

function total(paths: readonly string[], key: "bytes" | "lines"): number {
  return report.files
    .filter(({ path }) => paths.includes(path))
    .reduce((sum, file) => sum + file[key], 0);
}

function numbers(text: string): number[] {
  const plain = text.replace(/`[^`]*`/gu, "").replace(/\]\([^)]*\)/gu, "]");
  return [...plain.matchAll(/\d[\d,]*/gu)].map(([digits]) =>
    Number(digits.replaceAll(",", "")),
  );
}

function under(h2: RegExp): Line[] {
  return lines.filter((line) => h2.test(line.h2));
}

const SYSTEMS = [
  "Enhanced Failover System",
  "Original Failover System",
  "Internal Failover Copies",
  "Other code",
];

describe("each number of the example's document is one of its report", () => {
  test("the head", () => {
    const read = lines.find(({ text }) => text.startsWith("- **Read**"))?.text ?? "";
    const files = report.files.filter(({ outcome }) =>
      ["linted", "nothing to say"].includes(outcome),
    );
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    expect(numbers(read)).toEqual([
      files.length,
      files.reduce((sum, file) => sum + file.lines, 0),
      Math.round(bytes / 1000),
      report.sites.length,
      Object.keys(report.rules).length,
    ]);
    const status = lines.find(({ text }) => text.startsWith("- **Status**"))?.text ?? "";
    expect(numbers(status)).toEqual([
      count([...sitesOf("Enhanced Failover System"), ...sitesOf("Other code")], "violation"),
      count(
        [...sitesOf("Original Failover System"), ...sitesOf("Internal Failover Copies")],
        "violation",
      ),
    ]);
  });

  test.each(SYSTEMS)("the size of %s and of its files", (system) => {
    const own = under(/^Systems identified$/u).filter(({ h3 }) => h3 === system);
    const paths = filesOf(system);
    const generated = report.files.filter(
      ({ path, outcome }) => paths.includes(path) && outcome === "generated",
    ).length;
    const size = own.find(({ text }) => text.startsWith("- **Size**"))?.text ?? "";
    expect(numbers(size)).toEqual([
      paths.length,
      total(paths, "lines"),
      Math.round(total(paths, "bytes") / 1000),
      ...(generated > 0 ? [generated] : []),
    ]);
    const rows = own.filter(({ text }) => text.startsWith("| `"));
    for (const { text } of rows) {
      const path = /`([^`]+)`/u.exec(text)?.[1] ?? "";
      expect(numbers(text).at(-1)).toBe(total([path], "lines"));
    }
    const written = paths.length - generated;
    expect(rows).toHaveLength(written > 20 ? 10 : written);
  });

  test.each(SYSTEMS)("what was found in %s", (system) => {
    const own = under(new RegExp(`^${system}: what was found$`, "u"));
    let checked = 0;
    let rule = "";
    for (const { text, h3, lead } of own) {
      const sites = sitesOf(system, h3.slice(system.length + 2));
      const of = (verdict: Site["verdict"]) => sites.filter((site) => site.verdict === verdict);
      const named = of("compliant").filter(({ approach }) => approach !== undefined);
      if (text.startsWith("**Approaches")) rule = /`(.+)`/u.exec(text)?.[1] ?? "";
      const ways = named.filter(({ ruleId }) => ruleId === rule);
      const against = of("violation").filter(({ ruleId }) => ruleId === rule).length;
      if (numbers(text).length === 0 || text.startsWith("#")) continue;
      checked += 1;
      if (text.startsWith("**Status**")) {
        const decided = count(sites, "violation") + count(sites, "compliant");
        expect(numbers(text).slice(0, 2)).toEqual([count(sites, "compliant"), decided]);
      } else if (text.startsWith("**Compliant**")) {
        expect(numbers(text)).toEqual([count(sites, "compliant"), fileCount(of("compliant"))]);
      } else if (text.startsWith("**Violations**")) {
        expect(numbers(text)).toEqual([count(sites, "violation"), fileCount(of("violation"))]);
      } else if (text.startsWith("**Allowed exceptions**")) {
        expect(numbers(text)).toEqual([count(sites, "exempt")]);
      } else if (text.startsWith("**Undecided**")) {
        expect(numbers(text)).toEqual([count(sites, "undecided")]);
      } else if (text.startsWith("**Approaches")) {
        const kinds = new Set(ways.map(({ approach }) => approach)).size;
        expect(numbers(text)).toEqual([kinds + (against > 0 ? 1 : 0)]);
      } else if (lead.startsWith("Approaches")) {
        const [, way = ""] = /\*\*(.+?)\*\*/u.exec(text) ?? [];
        const ofWay = ways.filter(({ approach }) => approach === way).length;
        const expected = way === "none of these" ? against : ofWay;
        expect(numbers(text).slice(1)).toEqual([expected]);
      } else if (lead === "Violations" && text.startsWith("| ")) {
        const [, path = "", where = "", rule = ""] = text.split(" | ").join("|").split("|");
        const [file, ruleId] = [path.trim(), rule.trim()].map((cell) =>
          cell.replaceAll("`", ""),
        );
        const found = of("violation").filter(
          (site) => site.file === file && site.ruleId === ruleId,
        );
        const starts = found.map(({ range }) => range.start.line);
        const written =
          where
            .replaceAll(/\(\d+\)/gu, "")
            .match(/\d+/gu)
            ?.map(Number) ?? [];
        expect([numbers(text).at(-1), Math.min(...written), Math.max(...written)]).toEqual([
          found.length,
          Math.min(...starts),
          Math.max(...starts),
        ]);
      } else if (lead === "Violations" && text.startsWith("- ")) {
        const [, rule = "", times = "1"] =
          /`([^`]+)`\]\([^)]*\): (?:([\d,]+) times, such as: )?/u.exec(text) ?? [];
        const ofRule = of("violation").filter((site) => site.ruleId === rule);
        const kinds = new Map<string, number>();
        for (const { messageId = "" } of ofRule)
          kinds.set(messageId, (kinds.get(messageId) ?? 0) + 1);
        expect([...kinds.values()]).toContain(Number(times.replaceAll(",", "")));
      } else {
        const [, reason = ""] = /^- (.*): [\d,]+ sites?$/u.exec(text) ?? [];
        const plain = reason.replaceAll("\\", "");
        const verdict = lead === "Undecided" ? "undecided" : "exempt";
        const ofReason = of(verdict).filter((site) => site.reason === plain).length;
        expect({ text, count: numbers(text).at(-1) }).toEqual({ text, count: ofReason });
      }
    }
    expect(checked).toBeGreaterThan(4);
  });

  test.each(SYSTEMS)("the summary of %s", (system) => {
    const rows = lines.filter(
      ({ h3, text }) => h3 === `${system}: summary` && /^\| [A-Z]/u.test(text),
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { text } of rows.slice(1)) {
      const [, category = "", , details = ""] = text.split("|").map((cell) => cell.trim());
      const sites = sitesOf(system, category);
      const of = (pattern: RegExp) =>
        Number(pattern.exec(details)?.[1]?.replaceAll(",", "") ?? 0);
      expect([
        of(/([\d,]+) violation/u),
        of(/([\d,]+) compliant/u),
        of(/([\d,]+) exempt/u),
        of(/([\d,]+) undecided/u),
      ]).toEqual([
        count(sites, "violation"),
        count(sites, "compliant"),
        count(sites, "exempt"),
        count(sites, "undecided"),
      ]);
    }
  });

  test("the systems side by side", () => {
    const row = (title: string) => {
      const found = under(/side by side/u).find(({ text }) => text.startsWith(`| ${title} |`));
      return numbers(found?.text.slice(title.length + 3) ?? "");
    };
    const each = (of: (system: string) => number) => SYSTEMS.map(of);
    expect(row("Files")).toEqual(each((system) => filesOf(system).length));
    expect(row("Lines")).toEqual(each((system) => total(filesOf(system), "lines")));
    expect(row("Violations")).toEqual(each((system) => count(sitesOf(system), "violation")));
    expect(row("Compliant sites")).toEqual(
      each((system) => count(sitesOf(system), "compliant")),
    );
    expect(row("Allowed exceptions")).toEqual(
      each((system) => count(sitesOf(system), "exempt")),
    );
    expect(row("Undecided sites")).toEqual(
      each((system) => count(sitesOf(system), "undecided")),
    );
    const share = (system: string) => {
      const [good, bad] = (["compliant", "violation"] as const).map((verdict) =>
        count(sitesOf(system), verdict),
      );
      return Math.round(((good ?? 0) / ((good ?? 0) + (bad ?? 0))) * 100);
    };
    expect(row("Compliance")).toEqual(each(share));
  });

  test("the actions", () => {
    const isFix = ({ ruleId, verdict }: Site) =>
      verdict === "violation" && report.rules[ruleId]?.action === "fix";
    const fixes = lines.filter(({ h3 }) => h3.startsWith("Priority 1"));
    for (const system of ["Enhanced Failover System", "Other code"]) {
      const lead = fixes.find(({ text }) => text.startsWith(`**${system}**`));
      expect(numbers(lead?.text ?? "")[0]).toBe(sitesOf(system).filter(isFix).length);
      const rows = fixes.filter((line) => line.lead === system && /^\| `/u.test(line.text));
      const sum = rows.reduce((all, { text }) => all + (numbers(text).at(-1) ?? 0), 0);
      const [more = 0] = numbers(
        fixes.find((line) => line.lead === system && line.text.startsWith("And "))?.text ?? "",
      );
      expect(sum + more).toBe(sitesOf(system).filter(isFix).length);
    }
    const places = lines.find(({ text }) => text.startsWith("**Documents that name"));
    const mentions = (report.survey?.references ?? []).filter(({ kind }) => kind === "mention");
    expect(numbers(places?.text ?? "")).toEqual([
      mentions.length,
      new Set(mentions.map(({ file }) => file)).size,
    ]);
    const imports = lines.find(({ text }) => text.startsWith("**Imports**"));
    expect(numbers(imports?.text ?? "")).toEqual([
      (report.survey?.references ?? []).filter(({ kind }) => kind === "import").length,
    ]);
  });
});
