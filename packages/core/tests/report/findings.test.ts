import { expect, test } from "@jest/globals";
import {
  findingsOf,
  groupBy,
  keepMessages,
  pairInPlace,
  pairMoved,
  type Identity,
} from "../../src/report/index.ts";
import { messageOn, reportOf, resultOf, ROOT, siteOn } from "./reports.ts";

const DIRECTIVE = [{ kind: "directive", justification: "old" }];

test("items are grouped in the order of their keys and their own", () => {
  const groups = groupBy([3, 8, 1, 4, 5], (number) => (number % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [3, 1, 5]],
    ["even", [8, 4]],
  ]);
});

test("findings have their file, their site and what suppresses them, reported ones first", () => {
  const hidden = { ...messageOn(2), suppressions: DIRECTIVE };
  const report = reportOf({
    results: [
      resultOf("a/a.go", [messageOn(4), messageOn(5, { ruleId: null })], {
        suppressedMessages: [hidden, { ...hidden, line: 9 }],
      }),
      resultOf("b.go", [messageOn(4)]),
      resultOf("/elsewhere/c.go", [messageOn(1)]),
      resultOf(`${ROOT}s/d.go`, [messageOn(1)]),
    ],
    sites: [
      siteOn(3, "a/a.go", { verdict: "compliant" }),
      siteOn(2, "a/a.go", { verdict: "compliant" }),
      siteOn(2, "a/a.go", { verdict: "undecided" }),
      siteOn(2, "a/a.go", { ruleId: "x/bar", verdict: "exempt" }),
      siteOn(2, "a/a.go", { verdict: "exempt", subject: "hidden" }),
      siteOn(4, "a/a.go", { messageIndex: 0, subject: "first" }),
      siteOn(9, "a/a.go", { messageIndex: 7, subject: "reported" }),
      siteOn(9, "a/a.go", { inBaseline: true, subject: "old" }),
      siteOn(4, "b.go", { messageIndex: 0, subject: "second" }),
    ],
  });
  const found = [...findingsOf(report)].map(({ file, message, site, suppressions }) => [
    ...[file, message.line, site?.subject ?? null, suppressions],
  ]);
  expect(found).toEqual([
    ["a/a.go", 4, "first", []],
    ["a/a.go", 5, null, []],
    ["a/a.go", 2, "hidden", DIRECTIVE],
    ["a/a.go", 9, "old", DIRECTIVE],
    ["b.go", 4, "second", []],
    ["/elsewhere/c.go", 1, null, []],
    [`${ROOT}s/d.go`, 1, null, []],
  ]);
});

test("suppressed findings at one place have one site each", () => {
  const suppressed = { ...messageOn(2), suppressions: DIRECTIVE };
  const report = reportOf({
    results: [
      resultOf("a.go", [], { suppressedMessages: [suppressed, suppressed, suppressed] }),
    ],
    sites: ["one", "two"].map((subject) => siteOn(2, "a.go", { verdict: "exempt", subject })),
  });
  const subjects = [...findingsOf(report)].map(({ site }) => site?.subject);
  expect(subjects).toEqual(["one", "two", undefined]);
});

test("the identity of a finding is that of its code, whatever its line, and no other has it", () => {
  /** Returns the identities of findings on a line. */
  const identities = (line: number, fingerprint = "one", file = "a.go") => {
    const messages = [
      ...[messageOn(line), messageOn(line), messageOn(line), messageOn(line)],
      messageOn(line, { ruleId: null, message: "Broken." }),
      messageOn(line, { ruleId: null, message: "Bad." }),
    ];
    const suppressedMessages = [{ ...messageOn(line), suppressions: DIRECTIVE }];
    const sites = [
      siteOn(line, file, { messageIndex: 0, fingerprint }),
      siteOn(line, file, { messageIndex: 1, fingerprint }),
      siteOn(line, file, { messageIndex: 2, fingerprint, symbol: "g" }),
      siteOn(line, file, { messageIndex: 3, fingerprint, ruleId: "x/foo" }),
      siteOn(line, file, { verdict: "exempt", fingerprint }),
    ];
    const results = [resultOf(file, messages, { suppressedMessages })];
    return [...findingsOf(reportOf({ results, sites }))].map(({ identity }) => identity);
  };
  const all = identities(3);
  expect(new Set(all).size).toBe(7);
  expect(identities(30)).toEqual(all);
  const broken = all.slice(4, 6);
  expect(identities(3, "two").filter((one) => all.includes(one))).toEqual(broken);
  const alone = [resultOf("a.go", [messageOn(9, { ruleId: null, message: "Bad." })])];
  const [bad] = findingsOf(reportOf({ results: alone }));
  expect(bad?.identity).toBe(all[5]);
  expect(identities(3, "one", "b.go").filter((one) => all.includes(one))).toEqual([]);
});

test("messages are left out with their counts, and sites name those that stay", () => {
  const fix = { range: [0, 1] as [number, number], text: "" };
  const messages = [
    messageOn(1, { fix }),
    messageOn(2, { fatal: true, ruleId: null }),
    messageOn(3, { severity: 1, fix }),
    messageOn(4, { severity: 1 }),
    messageOn(5),
    messageOn(6, { fatal: true, severity: 1, fix }),
  ];
  const whole = resultOf("b.go", [messageOn(1)], { source: "package b\n" });
  const report = reportOf({
    results: [
      resultOf("a.go", messages, { source: "package a\n", output: "package\n" }),
      ...[whole, resultOf("/c.go", [messageOn(1)], { source: "package c\n" })],
    ],
    sites: [
      siteOn(1, "a.go", { messageIndex: 0 }),
      siteOn(3, "a.go", { messageIndex: 2 }),
      siteOn(4, "a.go", { verdict: "compliant" }),
      siteOn(5, "a.go", { messageIndex: 4 }),
      siteOn(1, "b.go", { messageIndex: 0 }),
      siteOn(1, "/c.go", { messageIndex: 0 }),
      siteOn(1, "gone.go", { messageIndex: 0 }),
    ],
  });
  const keep = (...lines: number[]) =>
    keepMessages(report, ({ line }, file) => file === "b.go" || lines.includes(line));
  const counts = ({ results }: typeof report) => {
    const [first] = results;
    return [
      first?.messages.map(({ line }) => line),
      [first?.errorCount, first?.fatalErrorCount, first?.warningCount],
      [first?.fixableErrorCount, first?.fixableWarningCount],
    ];
  };
  expect(counts(keep(1, 2, 3, 4, 6))).toEqual([
    [1, 2, 3, 4, 6],
    [3, 2, 2],
    [2, 1],
  ]);
  const kept = keep(3, 4, 5);
  expect(counts(kept)).toEqual([
    [3, 4, 5],
    [1, 0, 2],
    [0, 1],
  ]);
  expect(kept.results[0]).toMatchObject({ source: "package a\n", output: "package\n" });
  expect(kept.results[1]).toBe(whole);
  expect(kept.results[2]).toMatchObject({ messages: [], errorCount: 0 });
  expect(kept.results[2]).not.toHaveProperty("source");
  expect(kept.sites.map(({ messageIndex }) => messageIndex)).toEqual([
    ...[undefined, 0, undefined, 2, 0, undefined, undefined],
  ]);
  expect(kept.sites[0]).not.toHaveProperty("messageIndex");
  const bare = keepMessages({ ...report, results: [resultOf("a.go", messages)] }, () => false);
  expect(bare.results[0]).not.toHaveProperty("source");
});

/** Returns an identity from `rule file symbol fingerprint`, and a name to tell it by. */
function identity(text: string): Identity & { readonly name: string } {
  const [ruleId = "", file = "", symbol = "", fingerprint = "", name = text] = text.split(" ");
  return { ruleId, file, symbol, fingerprint, name };
}

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

test("findings are paired by rule, file, declaration and code, each with one, in their order", () => {
  const before = ["r a.go f 1 x", "r a.go f 1 y", "r a.go g 1", "s a.go f 1", "r b.go f 1"];
  const after = ["r a.go f 2", "r b.go f 1 u", "r a.go f 1 v", "r a.go g 1 w", "t a.go f 1"];
  const { pairs, left, right } = pairInPlace(before.map(identity), after.map(identity));
  expect(pairs.map(({ from, to }) => `${from.name}: ${to.name}`)).toEqual([
    ...["r b.go f 1: u", "x: v", "r a.go g 1: w"],
  ]);
  expect([names(left), names(right)]).toEqual([
    ["y", "s a.go f 1"],
    ["r a.go f 2", "t a.go f 1"],
  ]);
});

test("findings of a place that is gone are paired with those of a new one, by file or by name", () => {
  const before = [
    ...["r gone.go f 1", "r a.go f 1", "r a.go gone 2", "r gone.go gone 3", "s gone.go f 4"],
    ...["r gone.go f 5", "r a.go gone 6", "r a.go f 8"],
  ];
  const after = [
    ...["r new.go f 1", "r a.go f 7", "r a.go new 2", "r new.go new 3", "r new.go f 4"],
    ...["r a.go f 5", "r new.go gone 6", "r a.go new 6"],
    "r new.go f 8",
  ];
  const { pairs, left, right } = pairMoved(before.map(identity), after.map(identity), {
    isGone: ({ name }) => name.includes("gone"),
    isNew: ({ name }) => name.includes("new"),
  });
  expect(pairs.map(({ from, to }) => `${from.name}: ${to.name}`)).toEqual([
    ...["r gone.go f 1: r new.go f 1", "r a.go gone 6: r new.go gone 6"],
    "r a.go gone 2: r a.go new 2",
  ]);
  expect(names(left)).toEqual([
    ...["r a.go f 1", "r gone.go gone 3", "s gone.go f 4", "r gone.go f 5", "r a.go f 8"],
  ]);
  expect(names(right)).toEqual([
    ...["r a.go f 7", "r new.go new 3", "r new.go f 4", "r a.go f 5", "r a.go new 6"],
    "r new.go f 8",
  ]);
});
