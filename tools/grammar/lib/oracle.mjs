// Go's own parser as an oracle: builds oracle/ once and asks it about files.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { oracleDirectory } from "./paths.mjs";

/**
 * A flat list of ranges: start, end, start, end, ... in bytes from 0.
 * @typedef {number[]} Ranges
 *
 * @typedef {object} Verdict
 * @property {string} path
 * @property {boolean} ok whether `gofmt -e` accepts the file
 * @property {{ offset: number, line: number, column: number, message: string }} [error]
 *   the first error; offset in bytes from 0, line and column (bytes) from 1
 * @property {Record<string, Ranges>} [ranges] with `ranges: true`, by class
 */

/**
 * @param {string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 * @returns {string} what the go command printed
 */
export function go(args, options = {}) {
  const done = spawnSync("go", args, { encoding: "utf8", ...options });
  if (done.error) {
    throw new Error(
      `Cannot run "go": ${done.error.message}. Install Go 1.26 or later and put it on PATH.`,
    );
  }
  if (done.status !== 0) {
    throw new Error(`"go ${args.join(" ")}" failed with code ${done.status}:\n${done.stderr}`);
  }
  return String(done.stdout);
}

/**
 * Builds the oracle and asks it about each path, in order.
 * @param {string[]} paths
 * @param {{ ranges?: boolean }} [options]
 * @returns {AsyncGenerator<Verdict>}
 */
export async function* askOracle(paths, { ranges = false } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "gopherwood-oracle-"));
  try {
    const binary = join(directory, process.platform === "win32" ? "oracle.exe" : "oracle");
    go(["build", "-o", binary, "."], { cwd: oracleDirectory });
    const oracle = spawn(binary, ranges ? ["-ranges"] : [], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => oracle.once("close", resolve));
    oracle.stdin.end(paths.map((path) => `${path}\n`).join(""));
    for await (const line of createInterface({ input: oracle.stdout })) yield JSON.parse(line);
    const code = await ended;
    if (code !== 0)
      throw new Error(`The oracle (tools/grammar/oracle) ended with code ${code}.`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
