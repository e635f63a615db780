import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError, type Io } from "./io.ts";

/** Parts are joined up to this length before they are written, in UTF-16 units. */
const ENOUGH = 1 << 20;

/**
 * Writes results, as a text or in parts, to a file or to standard output, and a line break after
 * them.
 *
 * @param file Relative to the working directory.
 * @throws {UsageError} If the file cannot be written.
 */
export async function writeResults(
  results: Iterable<string> | string,
  file: string | undefined,
  { cwd, stdout }: Io,
): Promise<void> {
  const parts = joined(typeof results === "string" ? [results] : results);
  if (file !== undefined) {
    writeFile(resolve(cwd, file), parts);
    return;
  }
  for (const part of parts) {
    if (stdout.write(part) === false) await stdout.drained?.();
  }
}

function writeFile(path: string, parts: Iterable<string>): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(path, "w");
    try {
      for (const part of parts) {
        const bytes = Buffer.from(part);
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The results cannot be written to ${path}: ${why}.`);
  }
}

/** Yields larger parts of a text, with a line break at its end if it is not empty. */
function* joined(parts: Iterable<string>): Generator<string> {
  let text = "";
  let isEmpty = true;
  for (const part of parts) {
    text += part;
    if (text.length < ENOUGH) continue;
    yield text;
    isEmpty = false;
    text = "";
  }
  if (!isEmpty || text !== "") yield `${text}\n`;
}
