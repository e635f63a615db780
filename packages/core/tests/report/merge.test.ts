import { expect, test } from "@jest/globals";
import { MergeError, mergeReports, type NamedReport } from "../../src/report/index.ts";
import type { Report } from "../../src/runner/index.ts";
import { messageOn, reportOf, resultOf, siteOn } from "./reports.ts";

const SYSTEMS: Report["systems"] = [
  { name: "api", description: "The interface.", files: [] },
  { name: "web", description: "The pages.", files: [] },
] as unknown as Report["systems"];

/** Returns the report of a shard, in a file whose name has its number. */
function shard(index: number, total: number, parts: Partial<Report> = {}): NamedReport {
  const report = reportOf({
    root: `/machine${index}`,
    systems: SYSTEMS,
    shard: { index, total, files: "digest" },
    ...parts,
  });
  return { name: `${index}.json`, report };
}

/** Returns the parts of a report that are about one file, by the number of its shard. */
function partsOf(index: number): Partial<Report> {
  const file = `sub/${index}.go`;
  return {
    systems: SYSTEMS.map((system, at) => ({ ...system, files: at === 0 ? [file] : [] })),
    files: [{ path: file, bytes: index, lines: 1, outcome: "linted" }],
    ignored: index,
    results: [
      resultOf(`/machine${index}/${file}`, [messageOn(index)]),
      resultOf("/elsewhere/x.go", []),
    ],
    sites: [siteOn(index, file)],
    evidence: { compliant: index, undecided: 1, unread: [`x.com/${index}`] },
    fixes: [{ file, ruleId: "x/foo", count: index }],
    vanished: [{ file, ruleId: "x/foo", line: index, column: 1, message: "Gone." }],
    problems: [
      { path: "config", message: "It is wrong." },
      { path: file, message: "It cannot be read." },
      { path: "config", ruleId: "x/foo", message: `Number ${index}.` },
    ],
    timings: { discovery: 1, configs: 2, linting: 3 * index, survey: 4, total: 10 },
  };
}

test("shards become the report of the whole run, in their order", () => {
  const shards = [3, 1, 2].map((index) => shard(index, 3, partsOf(index)));
  const merged = mergeReports(shards, "/work/here/");
  const { shard: _, ...first } = shard(1, 3, partsOf(1)).report;
  const numbers = [1, 2, 3];
  expect(merged).toEqual({
    ...first,
    root: "/work/here/",
    systems: SYSTEMS.map((system, at) => ({
      ...system,
      files: at === 0 ? ["sub/1.go", "sub/2.go", "sub/3.go"] : [],
    })),
    files: numbers.flatMap((index) => partsOf(index).files ?? []),
    ignored: 6,
    results: numbers.flatMap((index) => [
      resultOf(`/work/here/sub/${index}.go`, [messageOn(index)]),
      resultOf("/elsewhere/x.go", []),
    ]),
    sites: numbers.flatMap((index) => partsOf(index).sites ?? []),
    evidence: { compliant: 6, undecided: 3, unread: ["x.com/1", "x.com/2", "x.com/3"] },
    fixes: numbers.flatMap((index) => partsOf(index).fixes ?? []),
    vanished: numbers.flatMap((index) => partsOf(index).vanished ?? []),
    problems: [
      { path: "config", message: "It is wrong." },
      ...numbers.flatMap((index) => (partsOf(index).problems ?? []).slice(1)),
    ],
    timings: { discovery: 3, configs: 6, linting: 18, survey: 12, total: 30 },
  });
  expect(merged).not.toHaveProperty("shard");
});

test("problems are the same if they are about the same place and say the same", () => {
  const one = { path: "a.go", ruleId: "x/foo", line: 1, message: "It threw." };
  const others = [
    { ...one, path: "b.go" },
    { ...one, ruleId: "x/bar" },
    { ...one, line: 2 },
  ];
  const problems = [one, ...others, { ...one, message: "It did not end." }];
  for (const other of problems.slice(1)) {
    const shards = [shard(1, 2, { problems: [one] }), shard(2, 2, { problems: [other] })];
    expect(mergeReports(shards, "/w").problems).toEqual([one, other]);
  }
  const shards = [
    shard(1, 2, { problems }),
    shard(2, 2, { problems: [...problems].reverse() }),
  ];
  expect(mergeReports(shards, "/w").problems).toEqual(problems);
});

test("paths have the separators of the root that they are in now", () => {
  const windows = {
    root: "C:\\job",
    results: [
      resultOf("/x", [], { filePath: "C:\\job\\sub\\a.go" }),
      resultOf("/x", [], { filePath: "C:\\jobs\\b.go" }),
    ],
  };
  const pathsIn = (root: string) =>
    mergeReports([shard(1, 1, windows)], root).results.map(({ filePath }) => filePath);
  expect(pathsIn("/w")).toEqual(["/w/sub/a.go", "C:\\jobs\\b.go"]);
  expect(pathsIn("D:\\w")).toEqual(["D:\\w\\sub\\a.go", "C:\\jobs\\b.go"]);
  expect(pathsIn("D:\\")).toEqual(["D:\\sub\\a.go", "C:\\jobs\\b.go"]);
  const below = [resultOf("/machine1/sub/a.go", [])];
  const merged = mergeReports([shard(1, 1, { results: below })], "D:\\w");
  expect(merged.results[0]?.filePath).toBe("D:\\w\\sub\\a.go");
});

const HASHES = ["a".repeat(40), "b".repeat(40)] as const;
const tool = { name: "gopherwood", version: "9.9.9" };
const VERSIONS =
  "1.json and 2.json were written by different versions of gopherwood: use one for all shards.";
const SETTINGS =
  "1.json and 2.json were made with different rules or settings: use one config for all shards.";
const OTHERS = SYSTEMS.map((system) => ({ ...system, name: `no ${system.name}` }));
const RULES = { "x/foo": { description: "Disallow foo." } } as unknown as Report["rules"];

test.each<[what: string, reports: readonly NamedReport[], message: string]>([
  ["no report", [], "There is no report to merge."],
  [
    "the report of a whole run",
    [shard(1, 2), { name: "whole.json", report: reportOf() }],
    "whole.json is not the report of a shard: write each with " +
      "'gopherwood --shard 1/4 --format report --output-file shard-1.json'.",
  ],
  [
    "a shard that is there twice",
    [shard(2, 3), shard(1, 3), { ...shard(2, 3), name: "copy.json" }],
    "2.json and copy.json are both shard 2 of 3: name each once.",
  ],
  ["a shard that is missing", [shard(1, 2)], "The report of shard 2 of 2 is missing."],
  ["the first shard missing", [shard(2, 2)], "The report of shard 1 of 2 is missing."],
  [
    "shards that are missing",
    [shard(4, 4), shard(2, 4)],
    "The reports of shards 1, 3 of 4 are missing.",
  ],
  ["shards of different versions", [shard(1, 2), shard(2, 2, { tool })], VERSIONS],
  ["shards of different schemas", [shard(2, 2, { schema: "2.0" }), shard(1, 2)], VERSIONS],
  [
    "shards of different commits",
    [
      shard(1, 2, { commit: { hash: HASHES[0] } }),
      shard(2, 2, { commit: { hash: HASHES[1], branch: "main" } }),
    ],
    `1.json and 2.json are of different commits, ${HASHES[0]} and ${HASHES[1]}: merge the shards of one.`,
  ],
  [
    "a shard of no commit",
    [shard(1, 2), shard(2, 2, { commit: { hash: HASHES[1] } })],
    `1.json and 2.json are of different commits, none and ${HASHES[1]}: merge the shards of one.`,
  ],
  [
    "shards of different runs",
    [shard(1, 2), shard(2, 3)],
    "1.json and 2.json are of runs in 2 and in 3 shards: merge the shards of one run.",
  ],
  [
    "shards of different files",
    [shard(1, 2), shard(2, 2, { shard: { index: 2, total: 2, files: "other" } })],
    "1.json and 2.json are shards of different files: run all shards with the same paths, in " +
      "checkouts that are alike.",
  ],
  ["shards of different rules", [shard(1, 2), shard(2, 2, { rules: RULES })], SETTINGS],
  ["shards of different systems", [shard(1, 2), shard(2, 2, { systems: OTHERS })], SETTINGS],
  [
    "shards of different categories",
    [shard(1, 2), shard(2, 2, { categories: [{ name: "c" }] as unknown as [] })],
    SETTINGS,
  ],
  [
    "shards of different assessments",
    [shard(1, 2), shard(2, 2, { assessment: { title: "T" } as unknown as object })],
    SETTINGS,
  ],
])("%s cannot be merged", (_, reports, message) => {
  const merge = () => mergeReports(reports, "/w");
  expect(merge).toThrow(MergeError);
  expect(merge).toThrow(message);
});
