import { once } from "node:events";
import { packageFile } from "../../package-file.ts";
import { changedReads, type EarlierReads } from "./changed-reads.ts";
import type { RecordedFiles, Reads } from "./recorded-files.ts";
import type { RereadWork } from "./reread.thread.ts";

/** The built thread, also where this file is run as it is written. */
const THREAD = packageFile("dist/runner/cache/reread.thread.js");

/** The length of the JSON of reads, in UTF-16 units, from which on a thread for them pays. */
const LARGE = 200_000;

/** Returns what has changed, with its hash now; null if the reads cannot be understood. */
export type Rereading = () => Promise<Reads | null>;

/**
 * Starts to read again what another run read: if it is much, in a thread, while this one does
 * other things, and helps when it waits.
 *
 * @param json The reads and their changes: a `CachedReads` each.
 * @param cwd Absolute.
 */
export function startRereading(
  json: readonly string[],
  files: RecordedFiles,
  cwd: string,
): Rereading {
  const newReads = (): EarlierReads => ({
    json,
    cwd,
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  });
  if ((json[0]?.length ?? 0) < LARGE)
    return () => Promise.resolve(changedReads(newReads(), files));
  const reads = newReads();
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const workerData: RereadWork = { reads, moduleCache: files.moduleCache };
  const thread = new Worker(THREAD, { workerData });
  // A run that ends early does not wait.
  thread.unref();
  const message = once(thread, "message") as Promise<[Reads | null]>;
  const end = once(thread, "exit").then(() => Promise.reject(new Error("It ended.")));
  const result = Promise.race([message, end]);
  result.catch(() => {});
  return async () => {
    thread.ref();
    const here = changedReads(reads, files);
    try {
      const [there] = await result;
      return here && there && new Map([...there, ...here]);
    } catch {
      return changedReads(newReads(), files);
    }
  };
}
