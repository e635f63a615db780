import { availableParallelism } from "node:os";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import type { Reads } from "./cache/recorded-files.ts";
import type { FileConfig } from "./file-config.ts";
import type { FileTask, TaskOutcome } from "./file-runner.ts";
import type { Linting, LintingOptions } from "./linting.ts";
import type { SpareThreads } from "./threads/spare-threads.ts";
import { SlowRulesError, withPatience } from "./time-limit.ts";

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
  readonly spare: SpareThreads;
}

/** Threads pay from this number of files on for each of them. */
const FILES_PER_THREAD = 60;
/** The work of looking whether a file is unchanged, as a part of that of linting it. */
const CHECK = 0.05;

/**
 * Lints files, in this thread or in several. Where few files need one thread it is this one, until
 * rules take long in it: they may loop or leak, and another thread can be replaced.
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
  const inThreads = async (some: readonly ConfiguredTask[], threads: number) => {
    const { lintInThreads } = await import("./threads/lint-in-threads.ts");
    const own = some.map(({ path, tree }) => ({ path, tree }));
    return await lintInThreads(own, { ...others, threads, onFile });
  };
  const threads = threadsFor(workOf(tasks), concurrency, tasks.length);
  if (threads > 1) return await inThreads(tasks, threads);
  const { runner, recorded, files } = linting;
  const here = concurrency === "auto" ? runner.limitedBy(withPatience) : runner;
  const outcomes: TaskOutcome[] = [];
  let rest: TaskResults = { outcomes: [], reads: [] };
  try {
    for (const task of tasks) {
      outcomes.push(here.run(task, task.config));
      onFile();
    }
  } catch (error) {
    if (!(error instanceof SlowRulesError)) throw error;
    // A file may be half read.
    forgetFiles(files);
    rest = await inThreads(tasks.slice(outcomes.length), 1);
  }
  const own = recorded && !recorded.isUnstable ? [recorded.reads] : null;
  return {
    outcomes: [...outcomes, ...rest.outcomes],
    reads: own && rest.reads ? [...own, ...rest.reads] : null,
  };
}

/** Returns the work that some tasks are, counted in files. */
function workOf(tasks: readonly FileTask[]): number {
  const files = tasks.filter(({ tree }) => tree === undefined).length;
  return files + (tasks.length - files) * CHECK;
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
