import { availableParallelism } from "node:os";
import { getHeapStatistics } from "node:v8";
import type { Reads } from "./cache/recorded-files.ts";
import type { ConfiguredTask, FileTask, TaskOutcome } from "./file-runner.ts";
import type { Linting, LintingOptions } from "./linting.ts";
import { lintHere } from "./threads/lint-here.ts";
import type { SpareThreads } from "./threads/spare-threads.ts";

export interface TaskResults {
  /** In the order of the tasks. */
  readonly outcomes: readonly TaskOutcome[];
  /** The reads; null if not all of it is known, or something changed meanwhile. */
  readonly reads: readonly Reads[] | null;
}

/** The threads of a run. */
export interface Threads {
  readonly concurrency: number | "auto";
  /** Of the others, if there are any. */
  readonly options: LintingOptions;
  readonly onDebug: ((message: string) => void) | undefined;
  readonly spare: SpareThreads;
}

/** Threads pay from this number of files on for each of them. */
const FILES_PER_THREAD = 60;
/** The work of running rules to see whether they find the same, as a part of that of linting. */
const CHECK = 0.05;

/** True if a leak is noticed before the heap is full. */
const HAS_LARGE_HEAP = getHeapStatistics().heap_size_limit >= 2 ** 30;

/**
 * Lints files, in this thread or in several. A file whose rules take long in this one is left to
 * another, unless there is to be none: they may loop or leak, and another thread can be replaced.
 *
 * @param tasks Sorted by their paths.
 * @param onFile Called after each file.
 * @throws {ConfigError} If a config cannot be used.
 */
export async function lintTasks(
  tasks: readonly ConfiguredTask[],
  linting: Linting,
  { concurrency, ...others }: Threads,
  onFile: () => void,
): Promise<TaskResults> {
  if (concurrency === 1) return await lintInThisThread(tasks, linting, onFile);
  const threads = Math.max(1, threadsFor(workOf(tasks), concurrency, tasks.length));
  const { lintInThreads } = await import("./threads/lint-in-threads.ts");
  const run = { ...others, linting, threads, others: otherThreads(threads), onFile };
  return await lintInThreads(tasks, run);
}

async function lintInThisThread(
  tasks: readonly ConfiguredTask[],
  linting: Linting,
  onFile: () => void,
): Promise<TaskResults> {
  const outcomes: TaskOutcome[] = [];
  const add = (outcome: TaskOutcome) => {
    outcomes.push(outcome);
    onFile();
  };
  while (outcomes.length < tasks.length) {
    const range = { start: outcomes.length, end: tasks.length };
    const slow = await lintHere(tasks, range, linting, (_, outcome) => {
      add(outcome);
    });
    const task = slow === null ? undefined : tasks[slow];
    if (task) add(linting.runner.run(task, task.config));
  }
  const reads = linting.recorded?.stableReads ?? null;
  return { outcomes, reads: reads && [reads] };
}

/** Returns the work that some tasks are, counted in files. */
function workOf(tasks: readonly FileTask[]): number {
  const files = tasks.filter(({ tree }) => !tree).length;
  const checks = tasks.filter(({ tree }) => tree && tree.rules.length > 0).length;
  return files + checks * CHECK;
}

/**
 * Returns the number of threads that pay.
 *
 * @param work Counted in files.
 */
export function threadsFor(
  work: number,
  concurrency: number | "auto",
  files = Math.ceil(work),
): number {
  if (concurrency !== "auto") return Math.min(concurrency, files);
  return Math.min(availableParallelism(), Math.floor(work / FILES_PER_THREAD));
}

/**
 * Returns how many of the threads that lint are others than this one: in a small heap, which a leak
 * may fill before it is noticed, all of several.
 */
export function otherThreads(threads: number): number {
  return HAS_LARGE_HEAP || threads <= 1 ? Math.max(0, threads - 1) : threads;
}
