import { afterAll, expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Random } from "./support/random.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples/migratekit");
const work = realpathSync(mkdtempSync(join(tmpdir(), "gopherwood-places-")));
symlinkSync(join(root, "node_modules"), join(work, "node_modules"), "junction");

afterAll(() => {
  rmSync(work, { recursive: true });
});

const files = (await new Gopherwood({ cwd: example }).lintFiles(["."])).files.map(
  ({ path }) => path,
);

/** Returns what is found in a copy of the example below some folders, as sorted lines. */
async function findIn(folders: string, paths: readonly string[]): Promise<string[]> {
  const cwd = join(work, folders);
  cpSync(example, cwd, { recursive: true });
  const { results, sites } = await new Gopherwood({ cwd }).lintFiles(paths);
  const messages = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => [filePath, line, ruleId, message].join(" ")),
  );
  const judged = sites.map(({ file, range, ruleId, verdict, reason }) =>
    [file, range.start.line, range.start.column, ruleId, verdict, reason].join(" "),
  );
  return [...messages, ...judged].map((line) => line.replaceAll(cwd, "")).sort();
}

test("what is found depends neither on the folder nor on the order of files", async () => {
  const expected = await findIn("plain/example", files);
  expect(expected.length).toBeGreaterThan(1000);
  const random = new Random(1);
  for (const folders of ["cmd/test", "e2e/oma"]) {
    const shuffled = files
      .map((file) => ({ file, at: random.below(1_000_000) }))
      .sort((one, other) => one.at - other.at)
      .map(({ file }) => file);
    expect(await findIn(folders, shuffled)).toEqual(expected);
  }
});
