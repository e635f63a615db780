/** The thread that reads again what another run read. Its bundle has all that it needs. */
import { parentPort, workerData } from "node:worker_threads";
import { NO_FILES } from "../../source/file-system.ts";
import { changedReads, type EarlierReads } from "./changed-reads.ts";
import { RecordedFiles } from "./recorded-files.ts";

/** The work of the thread. */
export interface RereadWork {
  readonly reads: EarlierReads;
  readonly moduleCache: string | null;
}

const { reads, moduleCache } = workerData as RereadWork;
const files = new RecordedFiles({ ...NO_FILES, moduleCache });
parentPort?.postMessage(changedReads(reads, files));
