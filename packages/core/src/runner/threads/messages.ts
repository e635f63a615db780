import type { FactsBefore } from "../cache/facts.ts";
import type { Reads } from "../cache/recorded-files.ts";
import type { FileTask, TaskOutcome } from "../file-runner.ts";
import type { LintingOptions } from "../linting.ts";

/** The work of a thread: the first message to it. */
export interface ThreadWork {
  readonly options: LintingOptions;
  /** Send debug messages. */
  readonly debug: boolean;
  /** All files of the run. */
  readonly tasks: readonly FileTask[];
  /** The places at which a range of files may end. */
  readonly bounds: readonly number[];
  readonly threads: number;
  readonly queue: SharedArrayBuffer;
  readonly progress: SharedArrayBuffer;
  /** The range of a thread that ended early. */
  readonly resumed: { readonly start: number; readonly end: number } | null;
  /** The rules that are off. */
  readonly endless: readonly string[];
  /** The facts of earlier runs, if a cache has some. */
  readonly facts: FactsBefore | null;
}

/** A message of a thread to the one that started it. */
export type ThreadMessage =
  | {
      readonly kind: "outcome";
      readonly file: number;
      readonly outcome: TaskOutcome;
      /** The text before the fixes. */
      readonly linted: string | undefined;
    }
  /** The next rule in the order of numbers. */
  | { readonly kind: "rule"; readonly ruleId: string }
  | { readonly kind: "debug"; readonly message: string }
  | { readonly kind: "config error"; readonly source: string; readonly reason: string }
  /** The reads; null if it changed while it was. */
  | { readonly kind: "done"; readonly reads: Reads | null };
