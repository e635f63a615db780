import { beforeAll, describe, expect, test } from "@jest/globals";
import { Gopherwood } from "@gopherwood/core/runner";
import type { Linter } from "eslint";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workFolder } from "./support/work-folder.ts";

const example = fileURLToPath(new URL("../examples/migratekit", import.meta.url));
const { default: config } = (await import(`${example}/gopherwood.config.js`)) as {
  default: Linter.Config[];
};

function run(cwd: string, command: string, ...args: string[]) {
  const env = { ...process.env, GOFLAGS: "-p=2", GOWORK: "off" };
  return spawnSync(command, args, { cwd, env, encoding: "utf8" });
}

/** Returns the output of the module's own tests, without their times. */
function testOutput(cwd: string): string {
  const { stdout, stderr } = run(cwd, "go", "test", "-count=1", "-v", "./...");
  return `${stdout}${stderr}`.replaceAll(/\s\(?\d+\.\d+s\)?$/gmu, "");
}

const missing = run(example, "go", "mod", "download").status !== 0;
if (missing) console.warn("Skipped: there is no Go toolchain here, or logrus cannot be had.");

const ENHANCED = "source/current/oma/failover/enhanced_test_failover.go";

describe("examples/migratekit, fixed", () => {
  const work = workFolder();
  const texts: Record<string, string> = {};

  /** Fixes a copy and says how much was fixed by a second go. */
  async function fix(name: string, suggestions: boolean): Promise<number> {
    const cwd = join(work, name);
    cpSync(example, cwd, { recursive: true });
    const fix = async () => {
      const options = { cwd, config, fix: { write: true, suggestions } };
      const { fixes, problems } = await new Gopherwood(options).lintFiles(["."]);
      expect(problems).toEqual([]);
      return fixes.reduce((sum, { count }) => sum + count, 0);
    };
    expect(await fix()).toBeGreaterThan(20);
    texts[name] = readFileSync(join(cwd, ENHANCED), "utf8");
    return await fix();
  }

  let again: readonly number[] = [];
  beforeAll(async () => {
    again = [await fix("fixes", false), await fix("suggestions", true)];
  }, 60_000);
  test("a second time nothing is fixed", () => {
    expect(again).toEqual([0, 0]);
  });

  test("the 9 direct calls of the assessment are the job's, in each step with its own logger", () => {
    const text = texts["fixes"] ?? "";
    const before = readFileSync(join(example, ENHANCED), "utf8");
    const calls = (of: string) => of.match(/\blogger\.(?:Info|Warn|Error)\(/gu)?.length ?? 0;
    expect(calls(text) - calls(before)).toBe(9);
    expect(text).not.toContain("logrus");
    expect(text).toContain(
      [
        '\treturn etfe.jobTracker.RunStep(ctx, jobID, "create-snapshot", func(ctx context.Context) error {',
        "\t\tlogger := etfe.jobTracker.Logger(ctx)",
      ].join("\n"),
    );
    expect(text).toContain(
      '\t\tlogger.Info("✅ Linstor snapshot created", "snapshot_name", snapshotName)\n',
    );
  });

  const testGo = missing ? test.skip : test;
  let said = "";

  testGo(
    "its own tests pass before",
    () => {
      said = testOutput(example);
      expect(said).toContain("--- PASS: TestTestFailoverAndCleanup");
      expect(said).not.toContain("FAIL");
    },
    120_000,
  );

  for (const name of ["fixes", "suggestions"]) {
    const cwd = join(work, name);

    testGo(
      `by ${name}: it compiles, and its own tests say the same`,
      () => {
        expect(run(cwd, "go", "vet", "./...").stderr).toBe("");
        expect(run(cwd, "gofmt", "-l", ".").stdout).toBe("");
        expect(testOutput(cwd)).toBe(said);
      },
      120_000,
    );
  }
});
