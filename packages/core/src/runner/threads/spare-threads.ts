import type { Worker } from "node:worker_threads";
import { packageFile } from "../../package-file.ts";

/** The built worker, also where this file is run as it is written. */
const WORKER = packageFile("dist/runner/threads/worker.js");

/** In MB: what is made for one file fits in, and is dropped before it is ever moved. */
const YOUNG_GENERATION = 24;

/**
 * Threads that wait for work. They are started while the files of a run are still being found,
 * because to load takes them as long.
 */
export class SpareThreads {
  readonly #workers = new Set<Worker>();
  #started = 0;

  /** Starts threads until there were so many. */
  startUpTo(count: number): void {
    for (; this.#started < count; this.#started += 1) this.#start();
  }

  #start(): void {
    const worker = newWorker();
    // One that cannot even load is started again by who needs it, and fails there.
    const forget = () => this.#workers.delete(worker);
    worker.once("error", forget).once("exit", forget);
    this.#workers.add(worker);
  }

  /** Returns one of the threads, or else a new one, to which its `ThreadWork` is to be sent. */
  take(): Worker {
    const [worker] = this.#workers;
    if (!worker) return newWorker();
    this.#workers.delete(worker);
    return worker;
  }

  /** Ends the threads that nobody took. */
  async terminate(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}

function newWorker(): Worker {
  // A run of a few files needs no other thread.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  return new Worker(WORKER, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
}
