import { expect, test } from "@jest/globals";
import {
  BaselineError,
  compareWithBaseline,
  entryOf,
  grownEntries,
  parseBaseline,
  printBaseline,
  subtractBaseline,
} from "../../src/report/index.ts";
import type { BaselineEntry, Report } from "../../src/runner/index.ts";
import { messageOn, reportOf, resultOf, siteOn } from "./reports.ts";

/** Returns an entry from `file symbol fingerprint`, and perhaps a rule. */
function entry(text: string): BaselineEntry {
  const [file = "", symbol = "", fingerprint = "", ruleId = "x/foo"] = text.split(" ");
  return { ruleId, file, symbol, fingerprint };
}

const textOf = ({ file, symbol, fingerprint }: BaselineEntry) =>
  `${file} ${symbol} ${fingerprint}`;

test("a baseline is printed with an entry a line, sorted, and read again", () => {
  const entries = ["b.go f 1", "a.go g 2", "a.go f 3", "a.go f 1 y/z", "a.go f 1"].map(entry);
  const quoted = { ...entry('c".go f 1'), symbol: "" };
  const text = printBaseline([quoted, ...entries]);
  expect(text).toBe(`{
  "version": 1,
  "violations": [
    { "file": "a.go", "symbol": "f", "ruleId": "x/foo", "fingerprint": "1" },
    { "file": "a.go", "symbol": "f", "ruleId": "x/foo", "fingerprint": "3" },
    { "file": "a.go", "symbol": "f", "ruleId": "y/z", "fingerprint": "1" },
    { "file": "a.go", "symbol": "g", "ruleId": "x/foo", "fingerprint": "2" },
    { "file": "b.go", "symbol": "f", "ruleId": "x/foo", "fingerprint": "1" },
    { "file": "c\\".go", "symbol": "", "ruleId": "x/foo", "fingerprint": "1" }
  ]
}
`);
  expect(parseBaseline(`\uFEFF${text}`).map(textOf)).toEqual([
    ...["a.go f 1", "a.go f 3", "a.go f 1", "a.go g 2", "b.go f 1", 'c".go  1'],
  ]);
  expect(parseBaseline(text)[2]).toEqual(entry("a.go f 1 y/z"));
  expect(printBaseline([])).toBe('{\n  "version": 1,\n  "violations": []\n}\n');
  const twice = [entry("a.go f 1"), entry("a.go f 1")];
  expect(parseBaseline(printBaseline(twice))).toEqual(twice);
});

const NO_BASELINE =
  "it is no baseline: it has no 'version' or no 'violations'. 'gopherwood baseline' writes one.";
const ofEntries = (...entries: unknown[]) =>
  JSON.stringify({ version: 1, violations: entries });
const conflictOn = (line: number) =>
  `line ${line} has the marker of a merge conflict: keep the entries of both sides, ` +
  "take the markers out, and run 'gopherwood baseline --prune'.";

test.each<[what: string, text: string, message: string | RegExp]>([
  ["our side of a conflict", "{\n<<<<<<< HEAD\n=======\n", conflictOn(2)],
  ["the middle of a conflict", "\n\n=======\r\n", conflictOn(3)],
  ["their side of a conflict", ">>>>>>>", conflictOn(1)],
  ["a word after seven signs", ">>>>>>>x", /^it is not JSON \(.+\): restore it from your/u],
  ["signs within a line", ' "<<<<<<< "', NO_BASELINE],
  ["the start of a baseline", '{ "version": 1,', /^it is not JSON \(.+\): restore it from/u],
  ["null", "null", NO_BASELINE],
  ["a list", "[]", NO_BASELINE],
  ["no version", '{ "violations": [] }', NO_BASELINE],
  ["no violations", '{ "version": 1 }', NO_BASELINE],
  ["violations that are no list", '{ "version": 1, "violations": {} }', NO_BASELINE],
  [
    "another version",
    '{ "version": "2", "violations": [] }',
    'it has version "2", and this gopherwood reads version 1: use the gopherwood that wrote it, ' +
      "or delete it and run 'gopherwood baseline'.",
  ],
  ["null for an entry", ofEntries(null), "entry 1 has no 'ruleId': restore it from your"],
  ["no file", ofEntries(entry("a.go f 1"), { ruleId: "x" }), "entry 2 has no 'file': restore"],
  ["no symbol", ofEntries({ ...entry("a f 1"), symbol: 1 }), "entry 1 has no 'symbol': "],
  ["no code", ofEntries({ ...entry("a f 1"), fingerprint: null }), "has no 'fingerprint': "],
])("%s is refused", (_, text, message) => {
  const parse = () => parseBaseline(text);
  expect(parse).toThrow(BaselineError);
  expect(parse).toThrow(message);
});

/** Returns a report of violations as `file symbol fingerprint`, with the results of their files. */
function reportWith(violations: readonly string[], parts: Partial<Report> = {}): Report {
  const sites = violations.map((text, at) => {
    const { file, symbol, fingerprint } = entry(text);
    const before = violations.slice(0, at).filter((one) => entry(one).file === file);
    return siteOn(at + 1, file, { symbol, fingerprint, messageIndex: before.length });
  });
  const paths = [...new Set(sites.map(({ file }) => file)), "clean.go"];
  const messagesOf = (path: string) =>
    sites.flatMap(({ file, range }) => (file === path ? [messageOn(range.start.line)] : []));
  return reportOf({
    files: paths.map((path) => ({ path, bytes: 1, lines: 1, outcome: "linted" })),
    results: paths.map((path) => resultOf(path, messagesOf(path))),
    sites,
    ...parts,
  });
}

/** Compares a report with entries, in a tree that declares some symbols, as `file symbol`. */
function compared(report: Report, entries: readonly string[], declared: readonly string[]) {
  const { old, added, fixed, open } = compareWithBaseline(report, entries.map(entry), {
    fileOf: (file) => `sub/${file}`,
    declares: (file, symbol) => declared.includes(`${file} ${symbol}`.trim()),
  });
  const sitesOf = (sites: Report["sites"]) =>
    sites.map((site) => textOf(entryOf(site, String)));
  return [sitesOf(old), sitesOf(added), fixed.map(textOf), open.map(textOf)];
}

test("violations and entries are paired in their place, and then where they moved to", () => {
  const report = reportWith([
    ...["a.go f 1", "a.go f 1", "a.go f 2", "a.go new 3", "moved.go h 4", "a.go f 5"],
    "a.go kept 9",
  ]);
  const entries = [
    ...["sub/a.go f 1", "sub/a.go gone 3", "sub/b.go h 4", "sub/a.go g 5", "sub/a.go kept 8"],
    "sub/a.go gone 9",
  ];
  const declared = ["sub/a.go", "sub/a.go f", "sub/a.go g", "sub/a.go kept", "sub/moved.go"];
  expect(compared(report, entries, declared)).toEqual([
    ["a.go f 1", "moved.go h 4", "a.go new 3"],
    ["a.go f 1", "a.go f 2", "a.go f 5", "a.go kept 9"],
    ["sub/a.go g 5", "sub/a.go kept 8", "sub/a.go gone 9"],
    [],
  ]);
});

test("sites that are no violations are not compared, and have entries that stay", () => {
  const undecided = siteOn(9, "a.go", { verdict: "undecided", fingerprint: "9" });
  const exempt = siteOn(8, "a.go", { verdict: "exempt", fingerprint: "8" });
  const suppressed = siteOn(7, "a.go", { fingerprint: "7" });
  const { sites, ...report } = reportWith(["a.go f 1"]);
  const all = { ...report, sites: [...sites, undecided, exempt, suppressed] };
  const entries = ["sub/a.go f 9", "sub/a.go f 9", "sub/a.go f 8", "sub/a.go f 7"];
  expect(compared(all, entries, ["sub/a.go", "sub/a.go f"])).toEqual([
    [],
    ["a.go f 1"],
    ["sub/a.go f 9", "sub/a.go f 8", "sub/a.go f 7"],
    ["sub/a.go f 9"],
  ]);
});

test("an entry is fixed if its file was judged by its rule, or is gone", () => {
  const report = reportWith([], {
    files: ["clean.go", "broken.go", "half.go", "ignored.go"].map((path) => ({
      path,
      bytes: 1,
      lines: 1,
      outcome: path === "ignored.go" ? "ignored" : "linted",
    })),
    problems: [
      { path: "broken.go", message: "It cannot be read." },
      { path: "half.go", ruleId: "x/foo", message: "The rule threw." },
    ],
  });
  const entries = ["clean", "broken", "half", "ignored", "other", "gone"].flatMap((name) => [
    ...[`sub/${name}.go f 1`, `sub/${name}.go f 1-bar x/bar`],
  ]);
  const declared = entries
    .map((one) => one.split(" ")[0] ?? "")
    .filter((one) => !/gone/u.test(one));
  expect(compared(report, entries, declared).slice(2)).toEqual([
    [
      ...["sub/clean.go f 1", "sub/clean.go f 1-bar", "sub/half.go f 1-bar"],
      ...["sub/gone.go f 1", "sub/gone.go f 1-bar"],
    ],
    [
      ...["sub/broken.go f 1", "sub/broken.go f 1-bar", "sub/half.go f 1"],
      ...["sub/ignored.go f 1", "sub/ignored.go f 1-bar"],
      ...["sub/other.go f 1", "sub/other.go f 1-bar"],
    ],
  ]);
});

test("the entry of a site without a fingerprint has an empty one", () => {
  const { fingerprint, ...site } = siteOn(1, "a.go");
  expect(fingerprint).toBe("print 1");
  expect(entryOf(site, (file) => `/${file}`)).toEqual({ ...entry("/a.go f"), fingerprint: "" });
});

test("a baseline grows by what it did not have anywhere", () => {
  const before = ["a.go f 1", "a.go f 2", "a.go g 3"].map(entry);
  const after = ["a.go f 1", "b.go f 2", "a.go h 3", "a.go f 1", "c.go h 2"].map(entry);
  expect(grownEntries(before, after).map(textOf)).toEqual(["a.go f 1", "c.go h 2"]);
  expect(grownEntries(after, before).map(textOf)).toEqual([]);
});

test("old violations stay, and their messages are suppressed", () => {
  const [first, ...others] = [reportWith(["a.go f 1", "a.go f 2", "b.go f 3"]).sites].flat();
  const known = { ...messageOn(9), suppressions: [{ kind: "directive", justification: "" }] };
  const { results, ...report } = reportWith(["a.go f 1", "a.go f 2", "b.go f 3"]);
  const withKnown = results.map((one) => ({ ...one, suppressedMessages: [known] }));
  const sites = first ? [first, siteOn(7, "a.go"), ...others] : [];
  const comparison = {
    old: sites.slice(0, 2),
    added: others,
    fixed: [entry("a.go f 9")],
    open: [],
  };
  const whole = { ...report, sites, results: withKnown };
  const subtracted = subtractBaseline(whole, comparison, "sub/base.json");
  expect(
    subtracted.sites.map(({ inBaseline, messageIndex, verdict }) => [
      ...[inBaseline, messageIndex, verdict],
    ]),
  ).toEqual([
    [true, undefined, "violation"],
    [true, undefined, "violation"],
    [undefined, 0, "violation"],
    [undefined, 0, "violation"],
  ]);
  const file = [{ kind: "file", justification: "baseline" }];
  expect(subtracted.results).toMatchObject([
    {
      messages: [{ line: 2 }],
      errorCount: 1,
      suppressedMessages: [known, { line: 1, suppressions: file }],
    },
    { messages: [{ line: 3 }], suppressedMessages: [known] },
    { messages: [], suppressedMessages: [known] },
  ]);
  expect(subtracted.results[0]?.suppressedMessages).toHaveLength(2);
  expect(subtracted.baseline).toEqual({
    path: "sub/base.json",
    old: 2,
    added: 2,
    fixed: [entry("a.go f 9")],
  });
  const shard = { index: 1, total: 2, files: "digest" };
  const ofShard = subtractBaseline({ ...whole, shard }, comparison, "sub/base.json");
  expect(ofShard.baseline?.fixed).toEqual([]);
});
