import { setImmediate } from "node:timers/promises";
import { forgetFiles } from "../../semantics/model/semantics-of.ts";
import { runBatch } from "../batch.ts";
import type { ConfiguredTask, DoneTask, TaskOutcome } from "../file-runner.ts";
import type { Linting } from "../linting.ts";
import type { Range } from "./queue.ts";

/**
 * Does tasks in this thread, up to one that takes long: its rules may loop or leak.
 *
 * @param onOutcome Called after each task, with its place.
 * @param isOver Returns true if no other task is to be done.
 * @returns The place of the task that was ended since it took long; null if there is none.
 */
export async function lintHere(
  tasks: readonly ConfiguredTask[],
  { start, end }: Range,
  { runner, files }: Linting,
  onOutcome: (task: number, outcome: TaskOutcome) => void,
  isOver: () => boolean = () => false,
): Promise<number | null> {
  const unlimited = runner.limitedBy((_, run) => run());
  for (let at = start; at < end && !isOver();) {
    const done: DoneTask[] = [];
    const ending = runBatch(tasks.length, () => {
      const task = tasks[at + done.length];
      if (!task || at + done.length >= end) return false;
      done.push(unlimited.runUnwritten(task, task.config));
      return true;
    });
    for (const { outcome, write } of done) {
      onOutcome(at, write?.() ?? outcome);
      at += 1;
    }
    if (ending === "slow") {
      // A file may be half read.
      forgetFiles(files);
      return at;
    }
    // Other threads have something to say.
    await setImmediate();
  }
  return null;
}
