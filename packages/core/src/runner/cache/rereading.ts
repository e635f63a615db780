import { once } from "node:events";
import { packageFile } from "../../package-file.ts";
import type { SavedCache } from "./cache-file.ts";
import { changedReads } from "./changed-reads.ts";
import type { RecordedFiles, Reads } from "./recorded-files.ts";
import type { RereadWork } from "./reread.thread.ts";

/** The built thread, also where this file is run as it is written. */
const THREAD = packageFile("dist/runner/cache/reread.thread.js");

/** The length of the JSON of reads, in UTF-16 units, from which on a thread for them pays. */
const LARGE = 200_000;

/** Returns the reads that have another hash, with their hash now; null if they are broken. */
export type Rereading = () => Promise<Reads | null>;

/**
 * Starts to read again the files of an earlier run: many in a thread, while this one does other
 * things, and helps when it waits.
 *
 * @param cwd Absolute.
 */
export function startRereading(
  { reads: json, parseReads }: Pick<SavedCache, "reads" | "parseReads">,
  files: RecordedFiles,
  cwd: string,
): Rereading {
  const readHere = (taken = newCounter()) => {
    const reads = parseReads();
    return reads && changedReads(reads, files, cwd, taken);
  };
  const isLarge = (json[0]?.length ?? 0) >= LARGE;
  if (!isLarge) return () => Promise.resolve(readHere());
  const taken = newCounter();
  const there = readInThread({ json, cwd, taken, moduleCache: files.moduleCache });
  return async () => {
    const here = readHere(taken);
    try {
      return here && new Map([...(await there()), ...here]);
    } catch {
      return readHere();
    }
  };
}

function newCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Starts the thread; the function that is returned waits for it. */
function readInThread(workerData: RereadWork): () => Promise<Reads> {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const thread = new Worker(THREAD, { workerData });
  // A run that ends early does not wait.
  thread.unref();
  const message = once(thread, "message") as Promise<[Reads]>;
  const end = once(thread, "exit").then(() => Promise.reject(new Error("It ended.")));
  const result = Promise.race([message, end]);
  result.catch(() => {});
  return async () => {
    thread.ref();
    const [reads] = await result;
    return reads;
  };
}
