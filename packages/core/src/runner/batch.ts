import { getHeapStatistics } from "node:v8";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";
import { withoutExit } from "./without-exit.ts";

/** In milliseconds: when no other task of a batch begins. */
const LENGTH = 100;
/** In milliseconds: how long a task may take at least, and for each file that it may read. */
const [PATIENCE, OF_FILE] = [2000, 0.5];
/** In milliseconds: no leak fills the memory sooner. */
const HEAP_PATIENCE = getHeapStatistics().heap_size_limit / 2 ** 20;

/** The end of a batch: no task is left, or its time is over; `slow` if a task was ended. */
export type BatchEnd = "done" | "full" | "slow";

/**
 * Does tasks one by one, until a tenth of a second is over. A task that takes long is ended, even
 * in a loop. Many tasks have one time limit, because each limit starts a thread.
 *
 * @param files The number of files in the tree: a task may take longer where there are many.
 * @param doNext Does the next task; returns false if there is none.
 */
export function runBatch(files: number, doNext: () => boolean): BatchEnd {
  const patience = Math.min(HEAP_PATIENCE, PATIENCE + files * OF_FILE);
  const end = performance.now() + LENGTH;
  const run = (): BatchEnd => {
    while (doNext()) if (performance.now() > end) return "full";
    return "done";
  };
  try {
    return withoutExit(() => withTimeLimit(Math.ceil(LENGTH + patience), run));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return "slow";
  }
}
