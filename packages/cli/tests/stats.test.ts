import type { Report } from "@gopherwood/core/runner";
import { expect, test } from "@jest/globals";
import { formatStats } from "../src/stats.ts";

const file = (outcome: string, bytes: number, lines: number) => ({ outcome, bytes, lines });
const site = (ruleId: string, verdict: string) => ({ ruleId, verdict });
const timings = { discovery: 1, configs: 20, linting: 1300, survey: 4, total: 1325 };

test("files by outcome, sizes, times and memory, and the sites of each rule by verdict", () => {
  const files = [
    file("linted", 1000, 10),
    file("linted", 234, 2),
    file("nothing to say", 1, 1),
    file("generated", 5, 1),
    file("ignored", 0, 0),
  ];
  const sites = [
    site("b/x", "violation"),
    site("b/x", "violation"),
    site("b/x", "exempt"),
    site("a/y", "compliant"),
    site("a/y", "undecided"),
  ];
  const report = { files, sites, timings } as unknown as Report;
  expect(formatStats(report, 1_234_567_890)).toBe(
    [
      "files               5",
      "  linted            2",
      "  nothing to say    1",
      "  generated         1",
      "  ignored           1",
      "bytes               1,240",
      "lines               14",
      "time                1,325 ms",
      "  discovery         1 ms",
      "  configs           20 ms",
      "  linting           1,300 ms",
      "  survey            4 ms",
      "memory at its peak  1,235 MB",
      "",
      "sites  violation  compliant  exempt  undecided",
      "a/y    0          1          0       1",
      "b/x    2          0          1       0",
      "",
    ].join("\n"),
  );
});

test("without sites there is no table of them", () => {
  const report = { files: [], sites: [], timings } as unknown as Report;
  expect(formatStats(report, 0)).toMatch(/\nmemory at its peak {2}0 MB\n$/u);
});
