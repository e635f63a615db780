import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJobCases } from "./support/job-cases.ts";

const cases = ["tracker", "logger", "context", "order", "slog", "fmt"].flatMap((name) =>
  readJobCases(name),
);

const hasGo = spawnSync("go", ["version"]).status === 0;
if (!hasGo) console.warn("Go is missing: the job replacements were not built.");

(hasGo ? describe : describe.skip)("job replacements", () => {
  const folder = mkdtempSync(join(tmpdir(), "gopherwood-jobs-"));

  function run(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GOFLAGS: "-mod=mod -p=2", GOWORK: "off" },
    });
    return status === 0 ? stdout : stdout + stderr;
  }

  beforeAll(() => {
    const module = new URL("testdata/jobs/module/", import.meta.url);
    cpSync(fileURLToPath(module), folder, { recursive: true });
    for (const [index, { before, after }] of cases.entries()) {
      for (const [name, text] of Object.entries({ before, after })) {
        if (text === null) continue;
        mkdirSync(join(folder, name, `case${index}`), { recursive: true });
        writeFileSync(join(folder, name, `case${index}`, "failover.go"), text);
      }
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("the cases build before and after", () => {
    expect(run("go", "vet", "./...")).toBe("");
  }, 120_000);

  test("gofmt has nothing to say of either", () => {
    expect(run("gofmt", "-l", "before", "after")).toBe("");
  });
});
