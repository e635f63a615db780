import type { Worker } from "node:worker_threads";
import { codeOf } from "../problems.ts";
import type { ThreadMessage, ThreadWork } from "./messages.ts";
import { ThreadProgress } from "./progress.ts";

/** The reason why a thread ended before its work was done. */
export type EarlyEnd =
  | { readonly kind: "time"; readonly limit: number }
  | { readonly kind: "memory" | "exit" }
  | { readonly kind: "error"; readonly error: Error };

/** The part of a run that a thread has to do. */
export type Assignment = Omit<ThreadWork, "progress">;

export interface LintThreadEvents {
  readonly onMessage: (message: ThreadMessage) => void;
  /** Called once; null if the thread has done its work. */
  readonly onEnd: (reason: EarlyEnd | null) => void;
}

/** A thread that lints files, as seen by the one that watches it. */
export class LintThread {
  readonly assignment: Assignment;
  readonly #progress = new ThreadProgress();
  readonly #worker: Worker;
  /** The ids of the rules that ran, in the order of their numbers. */
  readonly #ruleIds: string[] = [];
  #end: EarlyEnd | null = { kind: "exit" };
  #isDone = false;
  #run = { number: 0, since: 0 };

  /** @param worker A thread without work. */
  constructor(worker: Worker, assignment: Assignment, { onMessage, onEnd }: LintThreadEvents) {
    this.assignment = assignment;
    this.#worker = worker;
    this.#worker.on("message", (message: ThreadMessage) => {
      if (message.kind === "rule") this.#ruleIds.push(message.ruleId);
      if (message.kind === "done") {
        this.#isDone = true;
        // An error may overtake the message: they come through two ports.
        if (this.#end?.kind === "exit") this.#end = null;
      }
      onMessage(message);
    });
    this.#worker.once("error", (error) => {
      const isMemory = codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY";
      this.#end = isMemory ? { kind: "memory" } : { kind: "error", error };
    });
    this.#worker.once("exit", () => {
      onEnd(this.#end);
    });
    const progress = this.#progress.shared;
    this.#worker.postMessage({ ...assignment, progress } satisfies ThreadWork);
  }

  /** True if all of its work is done. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** The place of the file that is being linted, and the end of the range that it is of. */
  get at(): { readonly file: number; readonly end: number } {
    return this.#progress;
  }

  /** The rule that runs, or null. */
  get ruleId(): string | null {
    return this.#ruleIds[(this.#progress.rule[0] ?? 0) - 1] ?? null;
  }

  /** Ends the thread if its rules have run for longer than their limit. */
  endIfOverdue(now: number): void {
    const { run: number, limit } = this.#progress;
    if (number !== this.#run.number) this.#run = { number, since: now };
    const isEnding = this.#end?.kind === "time";
    if (limit === 0 || isEnding || now - this.#run.since <= limit) return;
    this.#end = { kind: "time", limit };
    void this.#worker.terminate();
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }
}
