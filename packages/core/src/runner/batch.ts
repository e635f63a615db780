import { getHeapStatistics } from "node:v8";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";
import { withoutExit } from "./without-exit.ts";

/** In milliseconds: how long a task may take. A leak fills a small heap in less than a second. */
const PATIENCE = Math.min(1000, Math.ceil(getHeapStatistics().heap_size_limit / 2 ** 20));
/** In milliseconds: when no other task begins. */
const LENGTH = Math.ceil(PATIENCE / 10);

/** The end of a batch: no task is left, or its time is over; `slow` if a task was ended. */
export type BatchEnd = "done" | "full" | "slow";

/**
 * Does tasks one by one, until a tenth of a second is over. A task that takes a second is ended,
 * even in a loop. Many tasks have one time limit, because each limit starts a thread.
 *
 * @param doNext Does the next task; returns false if there is none.
 */
export function runBatch(doNext: () => boolean): BatchEnd {
  const end = performance.now() + LENGTH;
  const run = (): BatchEnd => {
    while (doNext()) if (performance.now() > end) return "full";
    return "done";
  };
  try {
    return withoutExit(() => withTimeLimit(LENGTH + PATIENCE, run));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return "slow";
  }
}
