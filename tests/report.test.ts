import { expect, test } from "@jest/globals";
import { Gopherwood, type Report } from "@gopherwood/core/runner";
import { compareReports } from "@gopherwood/formatter-markdown";
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const run = (options: object) =>
  new Gopherwood({ cwd: pathOf("examples/migratekit"), survey: true, ...options }).lintFiles([
    ".",
  ]);

const before: Report = await run({});
const after: Report = await run({ fix: { write: false } });
const part: Report = await run({ shard: { index: 2, total: 9 } });

const schema = JSON.parse(
  readFileSync(pathOf("packages/core/report.schema.json"), "utf8"),
) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

test("a report with systems, a survey and fixes, and one of a shard, are as the schema says", () => {
  expect(before.systems.length * (before.survey?.references.length ?? 0)).toBeGreaterThan(0);
  expect(after.fixes.length).toBeGreaterThan(0);
  expect(part.shard).toMatchObject({ index: 2, total: 9 });
  for (const report of [before, after, part]) {
    validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test("a report says how many were fixed; what fixes move by lines is where it was", () => {
  const total = after.fixes.reduce((sum, { count }) => sum + count, 0);
  const open = after.sites.filter(({ verdict }) => verdict === "violation");
  const { added, fixed, allowed, moved, unchanged } = compareReports(before, after);
  expect([allowed.length, moved.length]).toEqual([0, 0]);
  expect([fixed.length, unchanged + added.length]).toEqual([total, open.length]);
  expect(added.map(({ ruleId }) => ruleId)).toEqual([]);
  const lines = (report: Report) =>
    report.sites
      .filter(({ verdict }) => verdict === "violation")
      .map(({ file, range }) => `${file}:${range.start.line}`);
  expect(lines(before)).not.toEqual(expect.arrayContaining(lines(after)));
});
