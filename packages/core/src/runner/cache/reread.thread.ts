/** The thread that reads files of an earlier run again. Its bundle has all that it needs. */
import { parentPort, workerData } from "node:worker_threads";
import { NO_FILES } from "../../source/file-system.ts";
import { parseReads } from "./cache-file.ts";
import { changedReads } from "./changed-reads.ts";
import { RecordedFiles } from "./recorded-files.ts";

/** The work of the thread. */
export interface RereadWork {
  /** The reads and their changes: a `CachedReads` each. */
  readonly json: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** See `changedReads`. */
  readonly taken: Int32Array;
  readonly moduleCache: string | null;
}

const { json, cwd, taken, moduleCache } = workerData as RereadWork;
const files = new RecordedFiles({ ...NO_FILES, moduleCache });
parentPort?.postMessage(changedReads(parseReads(json) ?? {}, files, cwd, taken));
