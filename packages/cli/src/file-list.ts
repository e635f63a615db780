import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readStdin, UsageError, type Io } from "./io.ts";

/**
 * Reads a list of paths, one a line or, as from `git -z`, each with a NUL after it.
 *
 * @param file Relative to the working directory; `-` for standard input.
 * @returns Absolute paths.
 * @throws {UsageError} If the list cannot be read.
 */
export async function readFileList(file: string, io: Io): Promise<string[]> {
  const text = file === "-" ? (await readStdin(io)).toString() : read(resolve(io.cwd, file));
  return text
    .split(text.includes("\0") ? "\0" : /\r?\n/u)
    .filter((path) => path !== "")
    .map((path) => resolve(io.cwd, path));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The list of files cannot be read: ${why}.`);
  }
}
