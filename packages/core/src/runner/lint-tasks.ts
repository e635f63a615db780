import { availableParallelism } from "node:os";
import type { Reads } from "./cache/recorded-files.ts";
import type { FileConfig } from "./file-config.ts";
import type { FileTask, TaskOutcome } from "./file-runner.ts";
import type { Linting, LintingOptions } from "./linting.ts";

/** A task with the config of its file. */
export interface ConfiguredTask extends FileTask {
  readonly config: FileConfig;
}

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
}

/** Threads pay from this number of files on for each of them. */
const FILES_PER_THREAD = 60;
/** The work of looking whether a file is unchanged, as a part of that of linting it. */
const CHECK = 0.05;

/**
 * Lints files, in this thread or in several.
 *
 * @param tasks Sorted by their paths.
 * @param onFile Called after each file.
 * @throws {ConfigError} If a config cannot be used.
 */
export async function lintTasks(
  tasks: readonly ConfiguredTask[],
  { runner, recorded }: Linting,
  { concurrency, ...others }: Threads,
  onFile: () => void,
): Promise<TaskResults> {
  const threads = threadsFor(tasks, concurrency);
  if (threads > 1) {
    const { lintInThreads } = await import("./threads/lint-in-threads.ts");
    const own = tasks.map(({ path, tree }) => ({ path, tree }));
    return await lintInThreads(own, { ...others, threads, onFile });
  }
  const outcomes = tasks.map((task) => {
    const outcome = runner.run(task, task.config);
    onFile();
    return outcome;
  });
  return { outcomes, reads: recorded && !recorded.isUnstable ? [recorded.reads] : null };
}

function threadsFor(tasks: readonly FileTask[], concurrency: number | "auto"): number {
  if (concurrency !== "auto") return Math.min(concurrency, tasks.length);
  const files = tasks.filter(({ tree }) => tree === undefined).length;
  const work = files + (tasks.length - files) * CHECK;
  return Math.min(availableParallelism(), Math.floor(work / FILES_PER_THREAD));
}
