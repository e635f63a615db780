import { sumOf } from "../runner/evidence.ts";
import type { Problem } from "../runner/problems.ts";
import type { Report, Timings } from "../runner/report.ts";
import { fileOfResult } from "./file-of-result.ts";
import { assertShards, type NamedReport } from "./shards.ts";

/**
 * Returns the report of a whole run, from those of its shards, before a survey and a baseline.
 * Its timings are the sums of theirs.
 *
 * @param root Of the report: the absolute path of the directory that the shards' roots are
 *   copies of.
 * @throws {MergeError} If they are not all shards of one run, each once.
 */
export function mergeReports(shards: readonly NamedReport[], root: string): Report {
  const sorted = assertShards(shards);
  const reports = sorted.map(({ report }) => report);
  const { shard, ...first } = sorted[0].report;
  return {
    ...first,
    root,
    systems: first.systems.map((system, at) => ({
      ...system,
      files: reports.flatMap(({ systems }) => systems[at]?.files ?? []),
    })),
    files: reports.flatMap(({ files }) => files),
    ignored: reports.reduce((sum, { ignored }) => sum + ignored, 0),
    results: reports.flatMap((report) => resultsIn(root, report)),
    sites: reports.flatMap(({ sites }) => sites),
    evidence: sumOf(reports.map(({ evidence }) => evidence)),
    fixes: reports.flatMap(({ fixes }) => fixes),
    vanished: reports.flatMap(({ vanished }) => vanished),
    problems: problemsOf(reports),
    timings: sumOfTimings(reports.map(({ timings }) => timings)),
  };
}

/** Returns the results of a report with the paths that their files have below another root. */
function resultsIn(root: string, report: Report): Report["results"] {
  const separator = root.includes("\\") ? "\\" : "/";
  return report.results.map((result) => {
    const file = fileOfResult(result, report.root);
    if (file === result.filePath) return result;
    const filePath = [root.replace(/[\\/]$/u, ""), ...file.split("/")].join(separator);
    return { ...result, filePath };
  });
}

/** Returns the problems of the run, which all shards have, once, and then those of files. */
function problemsOf(reports: readonly Report[]): readonly Problem[] {
  const texts = reports.map(({ problems }) => new Set(problems.map(textOf)));
  const isShared = (problem: Problem) => texts.every((all) => all.has(textOf(problem)));
  return [
    ...(reports[0]?.problems ?? []).filter(isShared),
    ...reports.flatMap(({ problems }) => problems.filter((problem) => !isShared(problem))),
  ];
}

function textOf({ path, ruleId, line, message }: Problem): string {
  return JSON.stringify([path, ruleId, line, message]);
}

function sumOfTimings(all: readonly Timings[]): Timings {
  const sum = (phase: keyof Timings) => all.reduce((total, one) => total + one[phase], 0);
  return {
    discovery: sum("discovery"),
    configs: sum("configs"),
    linting: sum("linting"),
    survey: sum("survey"),
    total: sum("total"),
  };
}
