import type { GoFixer, GoNode } from "@gopherwood/core";
import type { SourceName } from "./options.ts";

/** A place for which a logger is wanted. */
export interface LoggerRequest {
  /** What is written anew: a call that writes a record, or what an entry is made by. */
  readonly node: GoNode;
  /** The calls that write the records. */
  readonly uses: readonly GoNode[];
  /** The keys that the records get. */
  readonly keys: readonly string[];
}

/** A logger that records can be written with at one place. */
export interface Target {
  /** What a person has to look at; null if it is for a fix. */
  readonly doubt: string | null;
  /** True if its type is slog's, as far as the file says. */
  readonly isSlog: boolean;
  /** Writes the logger, and asks for what it needs. */
  readonly write: (fixer: GoFixer) => LoggerText;
}

/** A logger as it is written. */
export interface LoggerText {
  /** What stands before the dot of a call. */
  readonly receiver: string;
  /** The logger as a value. */
  readonly value: string;
  /** What has to be written elsewhere, such as its declaration. */
  readonly edits: readonly ReturnType<GoFixer["replaceText"]>[];
}

/** One of the ways to a logger that the option `replacement` names, in one file. */
export interface LoggerSource {
  readonly name: SourceName;
  /** The logger for a place, or why there is none. */
  readonly for: (request: LoggerRequest) => Target | string;
}
