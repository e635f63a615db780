import { beforeAll, describe, expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workFolder } from "./support/work-folder.ts";
import { missingIn, recordsOf } from "../tools/fixes/lib/records.mjs";
import { slogMigration } from "./support/slog-migration.ts";

const shapes = fileURLToPath(new URL("../tools/fixes/testdata/shapes", import.meta.url));

/** The warnings of suggestions about a changed output. */
const DOUBTED = [
  "the key of the message",
  "the key of the level",
  "the key of the time",
  "a variable of the package",
];

function go(cwd: string, ...args: string[]) {
  return spawnSync("go", args, { cwd, encoding: "utf8" });
}

const missing = go(shapes, "mod", "download").status !== 0;
if (missing) console.warn("Skipped: there is no Go toolchain here, or logrus cannot be had.");

(missing ? describe.skip : describe)("a program that logs in many ways, moved to slog", () => {
  const work = workFolder();
  let before: string[] = [];

  beforeAll(() => {
    before = recordsOf(go(shapes, "run", ".").stdout);
  });

  test("logs before", () => {
    expect(before.length).toBeGreaterThan(300);
  });

  test.each([
    ["fixes", false, 150, []],
    ["suggestions too", true, 170, DOUBTED],
  ])("by %s: compiles, and logs the same", async (name, suggestions, least, gone) => {
    const cwd = join(work, name);
    cpSync(shapes, cwd, { recursive: true });
    const fix = async () => {
      const options = { cwd, config: slogMigration, fix: { write: true, suggestions } };
      const { fixes, problems } = await new Gopherwood(options).lintFiles(["."]);
      expect(problems).toEqual([]);
      return fixes.reduce((sum, { count }) => sum + count, 0);
    };
    expect(await fix()).toBeGreaterThan(least);
    expect(go(cwd, "vet", "-slog", "./...").stderr).toBe("");
    const after = recordsOf(go(cwd, "run", ".").stdout);
    expect(missingIn(before, after)).toEqual(gone.map((part) => expect.stringContaining(part)));
    expect(missingIn(after, before)).toHaveLength(gone.length);
    expect(spawnSync("gofmt", ["-l", "."], { cwd, encoding: "utf8" }).stdout).toBe("");
    expect(await fix()).toBe(0);
  });
});
