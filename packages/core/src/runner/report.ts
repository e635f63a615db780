import type { ESLint } from "eslint";
import type { AssessmentOptions, Category } from "../settings/types.ts";
import type { Commit } from "./commit.ts";
import type { Evidence } from "./evidence.ts";
import type { LintedFile, Outcome } from "./linted-file.ts";
import type { Problem } from "./problems.ts";
import type { DetailedSite } from "./site-details.ts";
import type { Survey } from "./survey/types.ts";
import type { ReportedSystem } from "./systems.ts";

/** Everything a run found out, as `report.schema.json` describes it. Plain data. */
export interface Report {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** The directory that the paths of `files`, `sites` and `problems` are relative to. */
  readonly root: string;
  /** The commit of the repository around the root, or null; null in a brief run. */
  readonly commit: Commit | null;
  /** The config files that were used. */
  readonly configs: readonly string[];
  /** The systems of the configs, in their order. */
  readonly systems: readonly ReportedSystem[];
  /** The categories of the configs, in their order; rules name others. */
  readonly categories: readonly Category[];
  /** The team's options for its assessment. */
  readonly assessment: AssessmentOptions;
  readonly files: readonly ReportedFile[];
  /** The number of Go files that their config ignores or has nothing for. */
  readonly ignored: number;
  /**
   * One of ESLint's results for each of the files, in their order: what plain ESLint
   * would give for them, clean ones included.
   */
  readonly results: readonly ESLint.LintResult[];
  /** None in a brief run. */
  readonly sites: readonly ReportedSite[];
  readonly evidence: Evidence;
  /** The rules that were on for some file, by id. */
  readonly rules: Readonly<Record<string, ReportedRule>>;
  /** The fixes of this run, by file and rule. */
  readonly fixes: readonly ReportedFix[];
  /** The findings that fixes of other rules hid: they were there before, and nothing fixed them. */
  readonly vanished: readonly VanishedFinding[];
  readonly problems: readonly Problem[];
  /** The violations in numbers beside the baseline, if there is one. */
  readonly baseline?: ReportedBaseline;
  /** The revision that this is the difference from, if only changes were linted. */
  readonly since?: { readonly name: string; readonly commit: string };
  /** The part of the run's files that was linted, if it was not all. */
  readonly shard?: ReportedShard;
  /** Documents and imports, if the run was to look them up. */
  readonly survey?: Survey;
  readonly timings: Timings;
}

/** A file that was found, and what became of it. */
export interface ReportedFile {
  /** Relative to the root, with `/`; absolute if it is not in the root. */
  readonly path: string;
  /** 0 for an ignored file, which is not read; so are its lines. */
  readonly bytes: number;
  readonly lines: number;
  readonly outcome: Outcome;
  readonly syntaxError?: LintedFile["syntaxError"];
}

/** The fixes of one rule in one file. */
export interface ReportedFix {
  readonly file: string;
  /** Null for directives that nothing used. */
  readonly ruleId: string | null;
  /** The number of violations that were fixed. */
  readonly count: number;
}

/** A finding that was there before the fixes of a run and is not after them. */
export interface VanishedFinding {
  readonly file: string;
  readonly ruleId: string;
  /** Its place in the file as it was, from 1; so is the column. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A judged site and its file. */
export interface ReportedSite extends DetailedSite {
  readonly file: string;
  /** True for a violation that the baseline has, whose message is suppressed. */
  readonly inBaseline?: boolean;
}

/** A violation that a team accepted for now. No line is part of it. */
export interface BaselineEntry {
  readonly ruleId: string;
  readonly file: string;
  /** The declaration around it; empty at package level. */
  readonly symbol: string;
  readonly fingerprint: string;
}

/** The violations of a run beside those of the baseline. */
export interface ReportedBaseline {
  /** The path of the baseline's file, relative to the root; absolute if it is not in the root. */
  readonly path: string;
  /** The number of violations that the baseline has. */
  readonly old: number;
  /** The number of violations that it has not. */
  readonly added: number;
  /**
   * Its entries whose violation is gone, of what this run judged; files as in the baseline. None
   * in a shard.
   */
  readonly fixed: readonly BaselineEntry[];
}

/** One of the parts that a run is divided into. */
export interface ReportedShard {
  /** From 1 to the total. */
  readonly index: number;
  readonly total: number;
  /** A digest of the paths and texts of all files of the run, which its shards have in common. */
  readonly files: string;
}

/** The documentation of a rule that ran. */
export interface ReportedRule {
  readonly description: string;
  /** The work on violations in the imperative, if the rule says it. */
  readonly task?: string;
  readonly category: string;
  readonly url: string;
  /** The remedy of a violation: the code is fixed, or files are moved or deleted. */
  readonly action: "fix" | "cleanup";
  /** ESLint's: a problem, a suggestion for better code, or layout. */
  readonly type: "problem" | "suggestion" | "layout";
}

/** In milliseconds. */
export interface Timings {
  /** Finding the files. */
  readonly discovery: number;
  /** Loading and merging configs. */
  readonly configs: number;
  /** Reading files, prefilter, parse and rules. */
  readonly linting: number;
  /** Reading documents and imports, if the run includes them. */
  readonly survey: number;
  readonly total: number;
}
