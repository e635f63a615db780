import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FIGURES = join(tmpdir(), `gopherwood-benchmark-${process.pid}.time`);

/**
 * Runs a command by GNU time.
 *
 * @param command The program and its arguments.
 * @returns Its output; `wall` and `processor` in seconds, `memory` in megabytes at its peak.
 * @throws {Error} If it ends with a code that says that it did not do its work.
 */
export function measure(command, { cwd, env = {}, codes = [0, 1] }) {
  const timed = ["-o", FIGURES, "-f", "%e %U %S %M", ...command];
  const { status, stdout, stderr, error } = spawnSync("/usr/bin/time", timed, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (!codes.includes(status)) {
    throw new Error(`${command.join(" ")} ended with ${status}:\n${stderr.slice(0, 2000)}`);
  }
  const figures = readFileSync(FIGURES, "utf8").trim().split("\n").at(-1) ?? "";
  const [wall, user, system, kilobytes] = figures.split(" ").map(Number);
  return { output: stdout, wall, processor: user + system, memory: kilobytes / 1024 };
}

/** Returns the median of each figure of some runs. */
export function medians(runs) {
  const median = (key) => {
    const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  return { wall: median("wall"), processor: median("processor"), memory: median("memory") };
}
