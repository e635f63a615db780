import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError, type Io } from "./io.ts";

/**
 * Writes results to a file, or to standard output.
 *
 * @param file Relative to the working directory.
 * @throws {UsageError} If the file cannot be written.
 */
export function writeResults(
  text: string,
  file: string | undefined,
  { cwd, stdout }: Io,
): void {
  if (file === undefined) {
    if (text !== "") stdout.write(`${text}\n`);
    return;
  }
  const path = resolve(cwd, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text === "" ? "" : `${text}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The results cannot be written to ${path}: ${why}.`);
  }
}
