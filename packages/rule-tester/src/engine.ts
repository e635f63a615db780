import type { Site } from "@gopherwood/core";
import { Gopherwood } from "@gopherwood/core/runner";
import type { Linter } from "eslint";

/** The result of linting one file. */
export interface LintOutcome {
  readonly messages: readonly Linter.LintMessage[];
  /** The messages that a directive suppresses. */
  readonly suppressed: readonly Linter.SuppressedLintMessage[];
  readonly sites: readonly Site[];
}

/** A text to lint, and its config. */
export interface LintRequest {
  readonly text: string;
  /** Absolute; the file need not exist. */
  readonly filename: string;
  /** The directory that the config's patterns are relative to. */
  readonly cwd: string;
  readonly config: readonly Linter.Config[];
}

/**
 * Lints a file as the `gopherwood` command does, with its own reading of the config.
 * A case has to give the same messages here as in plain ESLint. Null if the rule's
 * prefilter hides the file from it.
 */
export async function lintThroughEngine(request: LintRequest): Promise<LintOutcome | null> {
  const { text, filename, cwd, config } = request;
  const report = await new Gopherwood({ cwd, config }).lintText(text, filename);
  const [problem] = report.problems;
  if (problem) throw new Error(problem.message);
  if (report.files[0]?.outcome === "nothing to say") return null;
  const [result] = report.results;
  return {
    messages: result?.messages ?? [],
    suppressed: result?.suppressedMessages ?? [],
    sites: report.sites,
  };
}
