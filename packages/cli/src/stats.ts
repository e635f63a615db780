import type { Report } from "@gopherwood/core/runner";
import { grouped, table } from "./text.ts";

const VERDICTS = ["violation", "compliant", "exempt", "undecided"] as const;
const OUTCOMES = ["linted", "nothing to say", "generated", "ignored"] as const;

/**
 * Returns the files, times and sites of a run, for `--stats`.
 *
 * @param peakMemory In bytes.
 */
export function formatStats(report: Report, peakMemory: number): string {
  const { files, timings } = report;
  const rows = [
    ["files", grouped(files.length)],
    ...OUTCOMES.map((outcome) => [
      `  ${outcome}`,
      grouped(files.filter((file) => file.outcome === outcome).length),
    ]),
    ["bytes", grouped(sum(files.map(({ bytes }) => bytes)))],
    ["lines", grouped(sum(files.map(({ lines }) => lines)))],
    ["time", `${grouped(timings.total)} ms`],
    ...(["discovery", "configs", "linting", "survey"] as const).map((phase) => [
      `  ${phase}`,
      `${grouped(timings[phase])} ms`,
    ]),
    ["memory at its peak", `${grouped(Math.round(peakMemory / 1e6))} MB`],
  ];
  const sites = siteRows(report);
  return `${table(rows)}\n${sites.length > 1 ? `\n${table(sites)}\n` : ""}`;
}

/** Returns the sites of each rule by verdict, below a heading. */
function siteRows({ sites }: Report): string[][] {
  const counts = new Map<string, Map<string, number>>();
  for (const { ruleId, verdict } of sites) {
    const ofRule = counts.get(ruleId) ?? new Map<string, number>();
    counts.set(ruleId, ofRule.set(verdict, (ofRule.get(verdict) ?? 0) + 1));
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ["sites", ...VERDICTS],
    ...rows.map(([ruleId, ofRule]) => [
      ruleId,
      ...VERDICTS.map((verdict) => grouped(ofRule.get(verdict) ?? 0)),
    ]),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
