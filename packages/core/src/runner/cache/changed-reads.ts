import type { CachedReads } from "./cache-content.ts";
import { absoluteDirectory } from "./portable-reads.ts";
import { keysOf, type RecordedFiles, type Reads } from "./recorded-files.ts";

/**
 * Reads again the files and directories of an earlier run, as far as no other thread does.
 *
 * @param cwd Absolute.
 * @param taken The number of directories that were read again, in memory that threads share.
 * @returns The reads that have another hash, with their hash now.
 */
export function changedReads(
  reads: CachedReads,
  files: RecordedFiles,
  cwd: string,
  taken: Int32Array,
): Reads {
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
