import type { ESLint, Linter } from "eslint";
import type { Site } from "../source/sites.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import type { Problem } from "./problems.ts";
import type { DetailedSite } from "./site-details.ts";
import type { TreePart } from "./tree-part.ts";

/**
 * The outcome of a file:
 *
 * - `linted`: rules ran on it;
 * - `nothing to say`: it has none of the rules' words, and was not parsed;
 * - `generated`: a program wrote it, and it was skipped;
 * - `ignored`: its path was named, but its config ignores it or has nothing for it.
 */
export type Outcome = "linted" | "nothing to say" | "generated" | "ignored";

/** All that is known of one file after it was linted; its sites may come with details. */
export interface LintedFile<FileSite extends Site = DetailedSite> {
  readonly outcome: Outcome;
  readonly bytes: number;
  readonly lines: number;
  readonly result: ESLint.LintResult;
  /** None in a brief run. */
  readonly sites: readonly FileSite[];
  readonly evidence: Evidence;
  readonly tree: TreePart | null;
  /** The rules of the fixes that were applied, one for each; null for unused directives. */
  readonly applied: readonly (string | null)[];
  /** The messages, of the text as it was, that are gone and were not fixed. */
  readonly vanished: readonly Linter.LintMessage[];
  readonly problems: readonly Problem[];
  /** The first syntax error: its message and place, from 1. */
  readonly syntaxError?: {
    readonly message: string;
    readonly line: number;
    readonly column: number;
  };
}

/** Returns what is known of a file that no rule looked at. */
export function unlinted(
  outcome: Outcome,
  result: ESLint.LintResult,
  size: Pick<LintedFile, "bytes" | "lines">,
): LintedFile<never> {
  const nothing = { sites: [], applied: [], vanished: [], problems: [], tree: null };
  return { outcome, ...size, result, evidence: evidenceOf([]), ...nothing };
}
