import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Linter, type Rule } from "eslint";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJobCases, type JobCase } from "./support/job-cases.ts";
import { JOB_OPTIONS, jobConfig, jobModule } from "./support/job-config.ts";

const hasGo = spawnSync("go", ["version"]).status === 0;
if (!hasGo) console.warn("Skipped: there is no Go toolchain here.");

/** The texts that come of each fix and each suggestion of a case by itself. */
function fixedAlone({ before }: JobCase, config: Linter.Config[]): string[] {
  const linter = new Linter({ cwd: jobModule });
  const filename = `${jobModule}/failover/a.go`;
  const apply = ({ range, text }: Rule.Fix) =>
    before.slice(0, range[0]) + text + before.slice(range[1]);
  return linter
    .verify(before, config, { filename })
    .flatMap(({ fix, suggestions = [] }) => [
      ...(fix ? [fix] : []),
      ...suggestions.map((suggestion) => suggestion.fix),
    ])
    .map(apply);
}

(hasGo ? describe : describe.skip)("job replacements", () => {
  const folder = mkdtempSync(join(tmpdir(), "gopherwood-jobs-"));
  let alone = 0;

  function run(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GOFLAGS: "-mod=mod -p=2", GOWORK: "off" },
    });
    return status === 0 ? stdout : stdout + stderr;
  }

  function write(kind: string, name: string, text: string): void {
    mkdirSync(join(folder, kind, name), { recursive: true });
    writeFileSync(join(folder, kind, name, "failover.go"), text);
  }

  beforeAll(() => {
    cpSync(jobModule, folder, { recursive: true });
    for (const [file, options] of Object.entries(JOB_OPTIONS)) {
      for (const [index, each] of readJobCases(file).entries()) {
        const name = `${file}${index}`;
        write("before", name, each.before);
        if (each.after !== null) write("after", name, each.after);
        for (const [at, text] of fixedAlone(each, jobConfig(options)).entries()) {
          alone += 1;
          write("alone", `${name}_${at}`, text);
        }
      }
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("the cases build before and after, and after any one of their fixes", () => {
    expect(alone).toBeGreaterThan(80);
    expect(run("go", "vet", "./...")).toBe("");
  }, 120_000);

  test("gofmt has nothing to say of them", () => {
    expect(run("gofmt", "-l", "before", "after", "alone")).toBe("");
  });
});
