import { expect, test } from "@jest/globals";
import { Gopherwood, quietReport, type Report } from "../../src/runner/index.ts";
import { configWith, newProject } from "./fixture.ts";

const WORDS = { "demo/words": "error" };

async function lint(code: string, rules: object = WORDS, fix = false): Promise<Report> {
  using project = newProject({
    "gopherwood.config.mjs": configWith({ ...rules }),
    "a.go": `package p\n\n${code}\n`,
  });
  const options = { cwd: project.root, ...(fix && { fix: { write: false } }) };
  return await new Gopherwood(options).lintFiles(["."]);
}

/** Returns each site's line, verdict and text, and the text of the message that it names. */
function sitesOf({ sites, results }: Report): string[] {
  return sites.map(({ range, verdict, message, messageIndex, reason }) => {
    const named = results[0]?.messages[messageIndex ?? -1]?.message;
    const text = reason ?? message ?? "";
    return `${range.start.line} ${verdict}: ${text}${named === message ? "" : ` (${named})`}`;
  });
}

test("each of several sites at one place has its own message", async () => {
  const report = await lint('var a, b = "one two", "three"\n\nvar c = "one one"');
  expect(sitesOf(report)).toEqual([
    "3 violation: Not one.",
    "3 violation: Not two.",
    "3 violation: Not three.",
    "5 violation: Not one.",
    "5 violation: Not one.",
  ]);
  expect(report.sites.map(({ messageIndex }) => messageIndex)).toEqual([0, 1, 2, 3, 4]);
});

test("each has its own fix kind", async () => {
  const { sites } = await lint('var a = "one xtwo three"');
  expect(sites.map(({ fixKind }) => fixKind)).toEqual(["manual", "fix", "manual"]);
});

test("messages of other rules at the place are theirs", async () => {
  const report = await lint('var a = foo("one two") + foo("x")', {
    "demo/calls": "warn",
    "demo/selector": "error",
    ...WORDS,
  });
  expect(sitesOf(report).sort()).toEqual([
    "3 violation: A call of foo.",
    "3 violation: A call of foo.",
    "3 violation: By selector.",
    "3 violation: By selector.",
    "3 violation: Not one.",
    "3 violation: Not two.",
    "3 violation: Not x.",
  ]);
});

test.each<[string, string, string[]]>([
  [
    "a line",
    'var a = "one two" //gopherwood:disable-line demo/words -- known\nvar b = "three four"',
    ["3 exempt: known", "3 exempt: known", "4 violation: Not three.", "4 violation: Not four."],
  ],
  [
    "a stretch",
    'var a = "one two"\n//gopherwood:disable -- old\nvar b = "three four"\n' +
      '//gopherwood:enable\nvar c = "five six"',
    [
      "3 violation: Not one.",
      "3 violation: Not two.",
      "5 exempt: old",
      "5 exempt: old",
      "7 violation: Not five.",
      "7 violation: Not six.",
    ],
  ],
  [
    "another rule",
    'var a = foo("one two") //gopherwood:disable-line demo/calls',
    [
      "3 exempt: turned off by a directive without a reason",
      "3 violation: Not one.",
      "3 violation: Not two.",
    ],
  ],
])("a directive that suppresses %s", async (_, code, expected) => {
  expect(sitesOf(await lint(code, { ...WORDS, "demo/calls": "error" }))).toEqual(expected);
});

test("an unused directive moves no message to another site", async () => {
  const report = await lint(
    '//gopherwood:disable-next-line demo/calls\nvar a = "one two"\nvar b = "three"',
  );
  expect(report.results[0]?.messages[0]?.message).toContain("Unused");
  expect(sitesOf(report)).toEqual([
    "4 violation: Not one.",
    "4 violation: Not two.",
    "5 violation: Not three.",
  ]);
});

test("after fixes, sites have the messages of the last pass", async () => {
  const report = await lint('var a = "one xxtwo xthree"', WORDS, true);
  expect(report.results[0]?.output).toContain('"one two three"');
  expect(sitesOf(report)).toEqual([
    "3 violation: Not one.",
    "3 violation: Not two.",
    "3 violation: Not three.",
  ]);
});

test("a quiet report has the indexes of the messages that are left", async () => {
  const full = await lint('var a = foo("one two")\n\nvar b = foo("x")', {
    "demo/calls": "warn",
    ...WORDS,
  });
  const quiet = quietReport(full);
  expect(quiet.results[0]?.messages.map(({ message }) => message)).toEqual([
    "Not one.",
    "Not two.",
    "Not x.",
  ]);
  expect(quiet.sites.map(({ message, messageIndex }) => [message, messageIndex])).toEqual([
    ["A call of foo.", undefined],
    ["Not one.", 0],
    ["Not two.", 1],
    ["A call of foo.", undefined],
    ["Not x.", 2],
  ]);
});
