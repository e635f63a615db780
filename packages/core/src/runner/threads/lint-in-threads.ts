import type { Reads } from "../cache/recorded-files.ts";
import type { ConfiguredTask, TaskOutcome } from "../file-runner.ts";
import type { Linting, LintingOptions } from "../linting.ts";
import { keepLintedText } from "../linted-text.ts";
import { ConfigError, type Problem } from "../problems.ts";
import { endingRule, endlessRule } from "../rule-problems.ts";
import { lintHere } from "./lint-here.ts";
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
  /** The parts that lint in this thread. */
  readonly linting: Linting;
  /** The number of threads that lint. */
  readonly threads: number;
  /** The number of those that are not this one. */
  readonly others: number;
  readonly spare: SpareThreads;
  readonly onDebug: ((message: string) => void) | undefined;
  /** Called after each file. */
  readonly onFile: () => void;
}

/**
 * Lints files in this thread and in others. A thread that does not end, runs out of memory or
 * fails is replaced; the rule that ran in it is named, and is off in the new thread. This one
 * leaves its work to a new thread when a file takes long.
 *
 * @param tasks Sorted by their paths.
 * @throws {ConfigError} If a config cannot be used in a thread.
 */
export async function lintInThreads(
  tasks: readonly ConfiguredTask[],
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
  readonly #tasks: readonly ConfiguredTask[];
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
  /** True while this thread lints. */
  #isLinting = false;
  /** True when no file is to be linted, and no thread replaced, any more. */
  #isOver = false;

  constructor(tasks: readonly ConfiguredTask[], run: ThreadRun) {
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
    for (let count = 0; count < run.others; count += 1) this.#start(null, []);
  }

  async results(): Promise<ThreadResults> {
    const { others, threads } = this.#run;
    await Promise.all([this.#finished, others < threads && this.#lintHere()]);
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

  /** Lints in this thread until nothing is left, or a file takes long. */
  async #lintHere(): Promise<void> {
    this.#isLinting = true;
    const { linting } = this.#run;
    const add = (file: number, outcome: TaskOutcome) => {
      this.#add(file, outcome);
    };
    for (let range = this.#queue.take(); range; range = this.#queue.take()) {
      const slow = await lintHere(this.#tasks, range, linting, add, () => this.#isOver);
      if (this.#isOver) return;
      if (slow === null) continue;
      this.#start({ start: slow, end: range.end }, [...linting.endless]);
      break;
    }
    this.#reads.push(linting.recorded?.stableReads ?? null);
    this.#isLinting = false;
    this.#finishIfDone();
  }

  #add(file: number, outcome: TaskOutcome): void {
    this.#outcomes.set(file, outcome);
    this.#run.onFile();
  }

  /** Ends the run if nothing is left to do; a thread that came too late is not waited for. */
  #finishIfDone(): void {
    const isAllDone = this.#outcomes.size === this.#tasks.length;
    const isIdle = ({ at }: LintThread) => isAllDone && at.end === 0;
    if (!this.#isLinting && [...this.#threads].every(isIdle)) this.#finish(null);
  }

  #start(resumed: Range | null, endless: readonly string[]): void {
    const assignment = {
      options: this.#run.options,
      debug: this.#run.onDebug !== undefined,
      tasks: this.#tasks.map(({ path, tree }) => ({ path, tree })),
      bounds: this.#bounds,
      threads: this.#run.threads,
      queue: this.#queue.shared,
      resumed,
      endless,
      facts: this.#run.linting.recorded?.facts?.before ?? null,
    };
    const thread = new LintThread(this.#run.spare.take(), assignment, {
      onMessage: (message) => {
        this.#hear(message);
      },
      onEnd: (reason) => {
        this.#threads.delete(thread);
        if (reason) this.#replace(thread, reason);
        this.#finishIfDone();
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
    const isLinted = outcome !== "unchanged" && outcome.ok;
    if (isLinted && linted !== undefined) keepLintedText(outcome.file.result, linted);
    this.#add(file, outcome);
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
    : endingRule(path, ruleId, why);
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
