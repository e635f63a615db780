import type { Site } from "@gopherwood/core";
import type { Linter } from "eslint";

/** What linting one file gave. */
export interface LintOutcome {
  readonly messages: readonly Linter.LintMessage[];
  /** What a directive in the code turned off. */
  readonly suppressed: readonly Linter.SuppressedLintMessage[];
  readonly sites: readonly Site[];
}

/** What to lint, and by which config. */
export interface LintRequest {
  readonly text: string;
  /** Absolute; the file need not exist. */
  readonly filename: string;
  /** The directory that the config's patterns are relative to. */
  readonly cwd: string;
  readonly config: readonly Linter.Config[];
}

/** Lints a file; null if it cannot. */
type EngineLinter = (request: LintRequest) => Promise<LintOutcome | null>;

/**
 * Lints a file as the `gopherwood` command does: with its prefilter and its own
 * reading of the config. A case has to give the same messages here as in plain ESLint.
 *
 * The seam to `@gopherwood/core/runner`: null until that engine takes a config as
 * an object.
 */
export const lintThroughEngine: EngineLinter = () => Promise.resolve(null);
