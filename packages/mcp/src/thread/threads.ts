import { Worker } from "node:worker_threads";
import { RefusedError } from "../errors.ts";
import type { Progress } from "../tasks/request.ts";
import type { Message, Outcome, Task } from "./messages.ts";

/** The built worker, also where this file is run as it is written. */
const WORKER = new URL(
  "dist/thread/worker.js",
  import.meta.resolve("gopherwood-mcp/package.json"),
);

/** The signal that ends a task, and the listener to its progress. */
export interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: Progress;
}

/** The part of `Threads` that a server needs. */
export type TaskRunner = Pick<Threads, "run" | "end">;

/**
 * Runs each task in a thread of its own: it sees configs and packs as they are now, and if a
 * rule hangs or fills the memory the server goes on. One that ran no config waits for the next.
 */
export class Threads {
  /** Has loaded the engine, and waits for its task. */
  #spare: Worker | undefined;
  #isEnded = false;

  /** @throws {RefusedError} If the task could not be done. */
  async run(task: Task, { signal, onProgress }: Watching): Promise<Outcome> {
    const worker = this.#spare ?? newWorker();
    this.#spare = undefined;
    worker.ref();
    const stop = () => void worker.terminate();
    signal.addEventListener("abort", stop);
    let isUsed = true;
    try {
      const outcome = await new Promise<Outcome>((resolve, reject) => {
        worker.on("message", (message: Message) => {
          if (message.kind === "progress") onProgress(message.done, message.total);
          else if (message.kind === "failure") reject(new RefusedError(message.message));
          else resolve(message);
        });
        worker.on("error", reject);
        worker.on("exit", () => {
          reject(new RefusedError("A rule or a config ended the work before it was done."));
        });
        worker.postMessage(task);
      });
      isUsed = outcome.kind === "answer";
      return outcome;
    } finally {
      signal.removeEventListener("abort", stop);
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      if (isUsed || this.#spare || this.#isEnded) stop();
      else this.#spare = worker;
      if (!this.#isEnded) this.#spare ??= newWorker();
      this.#spare?.unref();
    }
  }

  /** Ends the thread that waits for a task. */
  end(): void {
    this.#isEnded = true;
    void this.#spare?.terminate();
  }
}

function newWorker(): Worker {
  // The protocol has standard output: what rules print goes to standard error.
  const worker = new Worker(WORKER, { stdout: true });
  worker.stdout.pipe(process.stderr, { end: false });
  return worker;
}
