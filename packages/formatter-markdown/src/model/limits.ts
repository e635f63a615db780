import type { Assessment } from "./assessment.ts";

/** Code or work that the result leaves out. */
export interface Limit {
  readonly count: number;
  readonly noun: string;
  readonly plural: string;
}

/** Returns what the result of a run leaves out. */
export function limitsOf({ files, ignored, sites, problems }: Assessment["report"]): Limit[] {
  const count = (test: (file: (typeof files)[number]) => boolean) => files.filter(test).length;
  const limits: [number, string, string][] = [
    [count(({ outcome }) => outcome === "generated"), "generated file", "generated files"],
    [
      ignored + count(({ outcome }) => outcome === "ignored"),
      "file that the config ignores",
      "files that the config ignores",
    ],
    [
      count(({ syntaxError }) => syntaxError !== undefined),
      "file with a syntax error",
      "files with syntax errors",
    ],
    [
      sites.filter(({ verdict }) => verdict === "undecided").length,
      "undecided site",
      "undecided sites",
    ],
    [problems.length, "problem of the run", "problems of the run"],
  ];
  return limits
    .map(([some, noun, plural]) => ({ count: some, noun, plural }))
    .filter((limit) => limit.count > 0);
}
