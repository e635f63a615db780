import type { Reads } from "../cache/recorded-files.ts";
import type { FileTask, TaskOutcome } from "../file-runner.ts";
import type { LintingOptions } from "../linting.ts";
import { keepLintedText } from "../linted-text.ts";
import { ConfigError, type Problem } from "../problems.ts";
import { endlessRule } from "../time-limit.ts";
import { LintThread, type EarlyEnd } from "./lint-thread.ts";
import type { ThreadMessage } from "./messages.ts";
import { directoryBounds, Queue, type Range } from "./queue.ts";
import type { SpareThreads } from "./spare-threads.ts";

/** The milliseconds between two looks at the threads. */
const INTERVAL = 100;

/** The outcomes of a run in threads. */
export interface ThreadResults {
  /** In the order of the tasks. */
  readonly outcomes: readonly TaskOutcome[];
  /** The reads of each thread; null if not all of it is known, or something changed meanwhile. */
  readonly reads: readonly Reads[] | null;
}

/** A run in threads. */
export interface ThreadRun {
  readonly options: LintingOptions;
  readonly threads: number;
  readonly spare: SpareThreads;
  readonly onDebug: ((message: string) => void) | undefined;
  /** Called after each file. */
  readonly onFile: () => void;
}

/**
 * Lints files in threads of their own. A thread that does not end, runs out of memory or fails
 * is replaced; the rule that ran in it is named, and is off in the new thread.
 *
 * @param tasks Sorted by their paths.
 * @throws {ConfigError} If a config cannot be used in a thread.
 */
export async function lintInThreads(
  tasks: readonly FileTask[],
  run: ThreadRun,
): Promise<ThreadResults> {
  const pool = new ThreadPool(tasks, run);
  const timer = setInterval(() => {
    pool.endOverdue();
  }, INTERVAL);
  try {
    return await pool.results();
  } finally {
    clearInterval(timer);
    await pool.terminate();
  }
}

class ThreadPool {
  readonly #tasks: readonly FileTask[];
  readonly #run: ThreadRun;
  readonly #bounds: readonly number[];
  readonly #queue: Queue;
  readonly #outcomes = new Map<number, TaskOutcome>();
  /** The files at which a thread ended early. */
  readonly #ends = new Set<number>();
  readonly #problems = new Map<number, Problem[]>();
  readonly #threads = new Set<LintThread>();
  readonly #reads: (Reads | null)[] = [];
  readonly #finished: Promise<void>;
  #finish: (error: Error | null) => void = () => {};
  /** True when no thread is to be replaced any more. */
  #isOver = false;

  constructor(tasks: readonly FileTask[], run: ThreadRun) {
    this.#tasks = tasks;
    this.#run = run;
    this.#bounds = directoryBounds(tasks);
    this.#queue = new Queue(this.#bounds, run.threads);
    this.#finished = new Promise((resolve, reject) => {
      this.#finish = (error) => {
        this.#isOver = true;
        if (error) reject(error);
        else resolve();
      };
    });
    for (let count = 0; count < run.threads; count += 1) this.#start(null, []);
  }

  async results(): Promise<ThreadResults> {
    await this.#finished;
    const outcomes = this.#tasks.map(({ path }, file) => {
      const problems = this.#problems.get(file) ?? [];
      const outcome = this.#outcomes.get(file);
      const missing = { path, message: "No thread linted it." };
      return outcome
        ? withProblems(outcome, problems)
        : ({ ok: false, problem: problems.at(-1) ?? missing } as const);
    });
    const reads = this.#reads.filter((one) => one !== null);
    const areKnown = this.#ends.size === 0 && reads.length === this.#reads.length;
    return { outcomes, reads: areKnown ? reads : null };
  }

  endOverdue(): void {
    const now = performance.now();
    for (const thread of this.#threads) thread.endIfOverdue(now);
  }

  async terminate(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #start(resumed: Range | null, endless: readonly string[]): void {
    const assignment = {
      options: this.#run.options,
      debug: this.#run.onDebug !== undefined,
      tasks: this.#tasks,
      bounds: this.#bounds,
      threads: this.#run.threads,
      queue: this.#queue.shared,
      resumed,
      endless,
    };
    const thread = new LintThread(this.#run.spare.take(), assignment, {
      onMessage: (message) => {
        this.#hear(message);
      },
      onEnd: (reason) => {
        this.#threads.delete(thread);
        if (reason) this.#replace(thread, reason);
        if (this.#threads.size === 0) this.#finish(null);
      },
    });
    this.#threads.add(thread);
  }

  #hear(message: ThreadMessage): void {
    if (message.kind === "debug") this.#run.onDebug?.(message.message);
    if (message.kind === "config error") {
      this.#finish(new ConfigError(message.source, message.reason));
    }
    if (message.kind === "done") this.#reads.push(message.reads);
    if (message.kind !== "outcome") return;
    const { file, outcome, linted } = message;
    this.#outcomes.set(file, outcome);
    const isLinted = outcome !== "unchanged" && outcome.ok;
    if (isLinted && linted !== undefined) keepLintedText(outcome.file.result, linted);
    this.#run.onFile();
  }

  /** Starts a thread that goes on where another one ended. */
  #replace(thread: LintThread, reason: EarlyEnd): void {
    const { file, end } = thread.at;
    const { endless } = thread.assignment;
    if (reason.kind === "error") {
      // A thread that cannot even begin is no rule's fault.
      if (end === 0) this.#finish(reason.error);
      else throwLater(reason.error);
    }
    if (this.#isOver || thread.isDone || end === 0) return;
    const off = reason.kind === "error" ? null : thread.ruleId;
    const isAgain = this.#ends.has(file);
    this.#ends.add(file);
    // An error that came late is of an earlier file, but for one that comes again.
    const isLeftOut = off === null && (reason.kind !== "error" || isAgain);
    if (off !== null || isLeftOut) this.#addProblem(file, off, reason);
    this.#start(
      { start: isLeftOut ? file + 1 : file, end },
      off === null ? endless : [...endless, off],
    );
  }

  #addProblem(file: number, ruleId: string | null, reason: EarlyEnd): void {
    const path = this.#tasks[file]?.path ?? "";
    const { endlessOutcome } = this.#run.options;
    const problem = problemOf(path, ruleId, reason, endlessOutcome);
    this.#problems.set(file, [...(this.#problems.get(file) ?? []), problem]);
  }
}

function withProblems(outcome: TaskOutcome, problems: readonly Problem[]): TaskOutcome {
  if (outcome === "unchanged" || !outcome.ok || problems.length === 0) return outcome;
  const { file } = outcome;
  return { ok: true, file: { ...file, problems: [...problems, ...file.problems] } };
}

function problemOf(
  path: string,
  ruleId: string | null,
  reason: EarlyEnd,
  endlessOutcome: string,
): Problem {
  if (ruleId !== null && reason.kind === "time") {
    return endlessRule(path, ruleId, reason.limit, endlessOutcome);
  }
  const why = WHY[reason.kind];
  return ruleId === null
    ? { path, message: `It could not be linted: its thread ${why}.` }
    : { path, ruleId, message: `The rule ${why}: it is off for the rest of the run.` };
}

const WHY = {
  time: "did not end",
  memory: "ran out of memory",
  exit: "ended the process",
  error: "failed",
};

/** Throws an error of another thread where nothing catches it, as it was thrown there. */
function throwLater(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}
