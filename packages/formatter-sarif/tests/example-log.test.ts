import { expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { resultsOf, sarifOf } from "./logs.ts";

const example = fileURLToPath(new URL("../../../examples/migratekit", import.meta.url));
const report = await new Gopherwood({ cwd: example }).lintFiles(["."]);

test("every message of a report is a result, with its rule, place and level", () => {
  const messages = report.results.flatMap(({ messages }) => messages);
  const results = resultsOf(sarifOf(report));
  const open = results.filter(({ suppressions = [] }) => suppressions.length === 0);
  expect(messages.length).toBeGreaterThan(50);
  expect(
    open.map(({ ruleId, level, message, locations }) => {
      const region = locations?.[0]?.physicalLocation?.region;
      return [ruleId, level, message.text, region?.startLine, region?.endColumn];
    }),
  ).toEqual(
    messages.map(({ ruleId, severity, message, line, endColumn }) => [
      ruleId,
      severity === 2 ? "error" : "warning",
      message,
      line,
      endColumn,
    ]),
  );
  expect(results.every(({ kind }) => kind === undefined)).toBe(true);
});

test("rules have help, an address, a category and tags; results name them by number", () => {
  const { runs } = sarifOf(report);
  const { rules = [], version } = runs[0]?.tool.driver ?? {};
  expect(version).toBe(report.tool.version);
  for (const [id, { description, url, category }] of Object.entries(report.rules)) {
    const rule = rules.find((one) => one.id === id);
    expect(rule).toMatchObject({
      shortDescription: { text: description },
      helpUri: url,
      properties: { category, tags: expect.arrayContaining([category]) },
    });
    expect(rule?.help?.markdown).toContain(url);
  }
  for (const { ruleId, ruleIndex } of runs[0]?.results ?? []) {
    expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  }
});

test("fingerprints are unique", () => {
  const prints = resultsOf(sarifOf(report)).map(
    ({ partialFingerprints }) => partialFingerprints?.["gopherwood/v1"],
  );
  expect(prints).not.toContain(undefined);
  expect(new Set(prints).size).toBe(prints.length);
});

test("a fix replaces the text that the message's fix replaces", () => {
  let seen = 0;
  const open = resultsOf(sarifOf(report)).filter(({ suppressions }) => !suppressions);
  const messages = report.results.flatMap(({ source = "", messages: all }) =>
    all.map((message) => ({ source, message })),
  );
  for (const [index, { source, message }] of messages.entries()) {
    const replacement = open[index]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const edit = message.fix ?? message.suggestions?.[0]?.fix;
    expect(replacement === undefined).toBe(edit === undefined);
    if (!replacement || !edit) continue;
    seen += 1;
    const { startLine = 0, startColumn = 0 } = replacement.deletedRegion;
    const { endLine = 0, endColumn = 0 } = replacement.deletedRegion;
    const lines = source.split("\n");
    const offset = (line: number, column: number) =>
      lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
    expect([offset(startLine, startColumn), offset(endLine, endColumn)]).toEqual(edit.range);
    expect(replacement.insertedContent?.text).toBe(edit.text);
  }
  expect(seen).toBeGreaterThan(10);
});

test("places are relative to the base, and absolute outside of it", () => {
  const uris = (base: string) =>
    resultsOf(sarifOf(report, base)).map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "",
    );
  const own = uris(example);
  expect(own.every((uri) => /^\w[^:]*$/u.test(uri))).toBe(true);
  expect(uris(dirname(example))).toEqual(own.map((uri) => `migratekit/${uri}`));
  expect(uris("/elsewhere")[0]).toMatch(/^file:\/\/\/.*migratekit\//u);
});
