import { parseReads } from "./cache-file.ts";
import { absoluteDirectory } from "./portable-reads.ts";
import { keysOf, type RecordedFiles, type Reads } from "./recorded-files.ts";

/** What another run read. */
export interface EarlierReads {
  /** The reads and their changes: a `CachedReads` each. */
  readonly json: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The number of directories that were read again, in memory that several threads share. */
  readonly taken: Int32Array;
}

/**
 * Reads again what another run read, as far as no other thread does.
 *
 * @returns What is other than it was, with its hash now; null if the JSON is broken.
 */
export function changedReads(
  { json, cwd, taken }: EarlierReads,
  files: RecordedFiles,
): Reads | null {
  const reads = parseReads(json);
  if (!reads) return null;
  const directories = Object.entries(reads);
  const changed = new Map<string, string>();
  for (;;) {
    const [portable, before] = directories[Atomics.add(taken, 0, 1)] ?? [];
    if (portable === undefined || before === undefined) return changed;
    const directory = absoluteDirectory(portable, { cwd, files });
    files.readAgain(directory, before);
    for (const [key, hash] of keysOf(directory, before)) {
      const now = files.reads.get(key);
      if (now !== undefined && now !== hash) changed.set(key, now);
    }
  }
}
