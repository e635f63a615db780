/**
 * Writes what the standard library declares, as the Go toolchain's own sources say; or
 * with --check says whether what is committed differs, and exits 1.
 *
 *   node tools/std/generate.mjs [--check]
 *
 * It needs Go, of the version in tools/std/go.mod: with another, or without, there is
 * nothing to compare with and --check passes, and says so.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const file = join(here, "../../packages/core/data/std.json");
const check = process.argv.includes("--check");

const wanted = /^go (\d+\.\d+)/mu.exec(readFileSync(join(here, "go.mod"), "utf8"))?.[1];
const present = goVersion();
if (present === wanted) {
  writeOrCompare();
} else {
  console.error(`The data are of Go ${wanted}; here is ${present ?? "none"}.`);
  if (!check) process.exitCode = 1;
}

function writeOrCompare() {
  const text = execFileSync("go", ["run", "./generator"], {
    cwd: here,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (!check) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(
      "data/std.json is not what its generator prints: run tools/std/generate.mjs.",
    );
    process.exitCode = 1;
  }
}

/** The Go version without its last number, as `1.26`; null if there is no Go. */
function goVersion() {
  try {
    const printed = execFileSync("go", ["env", "GOVERSION"], { cwd: here, encoding: "utf8" });
    return /^go(\d+\.\d+)/u.exec(printed)?.[1] ?? null;
  } catch {
    return null;
  }
}
