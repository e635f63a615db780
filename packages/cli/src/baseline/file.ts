import { BaselineError, parseBaseline, printBaseline } from "@gopherwood/core/report";
import type { ReportedBaseline } from "@gopherwood/core/runner";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../io.ts";

type Entries = ReportedBaseline["fixed"];

/**
 * Reads a baseline.
 *
 * @throws {UsageError} If it cannot be read, or is none.
 */
export function readBaseline(path: string): Entries {
  try {
    return parseBaseline(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`${path}: ${error.message}`);
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path}: the baseline cannot be read: ${why}.`);
  }
}

/**
 * Writes a baseline. A run that is stopped leaves the old file or the new one.
 *
 * @throws {UsageError} If it cannot be written.
 */
export function writeBaseline(path: string, entries: Entries): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(temporary, printBaseline(entries), { flag: "wx" });
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path}: the baseline cannot be written: ${why}.`);
  }
}
