import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { fileURLToPath } from "node:url";
import { EMPTY_REPORT } from "../../../tests/support/empty-report.ts";

export type Site = Report["sites"][number];
export type System = Report["systems"][number];

const example = fileURLToPath(new URL("../../../examples/migratekit", import.meta.url));

/** Returns the report of a new run on the example. */
export async function exampleReport(): Promise<Report> {
  return await new Gopherwood({ cwd: example, survey: true }).lintFiles(["."]);
}

/** Returns a report with some parts, and with a file for each site. */
export function newReport(parts: Partial<Report> = {}): Report {
  const { sites = [] } = parts;
  const paths = [...new Set(sites.map(({ file }) => file))];
  const ruleIds = [...new Set(sites.map(({ ruleId }) => ruleId))].sort();
  return {
    ...EMPTY_REPORT,
    commit: { hash: "0123456789abcdef0123456789abcdef01234567", branch: "main" },
    configs: ["gopherwood.config.js"],
    files: paths.map((path) => ({ path, bytes: 1200, lines: 40, outcome: "linted" })),
    rules: Object.fromEntries(ruleIds.map((ruleId) => [ruleId, newRule()])),
    ...parts,
  };
}

export function newRule(parts: Partial<Report["rules"][string]> = {}): Report["rules"][string] {
  return {
    description: "Disallow things.",
    category: "Things",
    url: "https://example.com/rule",
    action: "fix",
    type: "problem",
    ...parts,
  };
}

export function newSite({ line = 1, ...parts }: Partial<Site> & { line?: number } = {}): Site {
  return {
    file: "a.go",
    ruleId: "demo/things",
    verdict: "violation",
    subject: "thing()",
    symbol: "Run",
    range: { start: { line, column: 1 }, end: { line, column: 8 } },
    code: "thing()",
    fingerprint: parts.subject ?? "thing()",
    ...parts,
  };
}

export function newSystem(parts: Partial<System> = {}): System {
  return { name: "Engine", status: "active", files: ["a.go"], ...parts };
}
