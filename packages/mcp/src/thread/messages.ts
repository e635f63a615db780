import type { Answer } from "../pages.ts";
import type { RequestOf, TaskName } from "../tasks/index.ts";

/** The task of a thread. */
export interface Task<Name extends TaskName = TaskName> {
  readonly name: Name;
  readonly request: RequestOf<Name>;
  /** The folders whose configs may be run. */
  readonly trusted: readonly string[];
}

/** The end of a task: its answer, or the folder that the user has to trust before. */
export type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "untrusted"; readonly folder: string };

/** A message of a thread: its progress, and in the end its outcome or the error. */
export type Message =
  | Outcome
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "failure"; readonly message: string };
