import type { Shard } from "@gopherwood/core/runner";

export const APPENDICES = ["full", "short", "none"] as const;

type Appendix = (typeof APPENDICES)[number];

export const SEVERITIES = ["off", "warn", "error"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Options that say what is linted, and how. */
export interface EngineOptions {
  readonly paths: readonly string[];
  readonly config?: string;
  /** As they were written. */
  readonly rule: readonly string[];
  readonly ignore: boolean;
  readonly ignorePattern: readonly string[];
  readonly inlineConfig: boolean;
  /** In seconds. */
  readonly ruleTimeout?: number;
  readonly concurrency: number | "auto";
  readonly cache: boolean;
  readonly cacheLocation?: string;
  readonly debug: boolean;
}

/** The options of `gopherwood baseline`. */
export interface BaselineOptions extends EngineOptions {
  /** The path of the baseline, relative to the working directory. */
  readonly baseline?: string;
  readonly prune: boolean;
  readonly check: boolean;
  /** A revision. */
  readonly since?: string;
}

/** Options that say how a report is shown and judged. */
export interface OutputOptions {
  /** Names, or `name=file`, as they were written. */
  readonly format: readonly string[];
  readonly outputFile?: string;
  readonly appendix?: Appendix;
  /** -1 for no limit. */
  readonly maxWarnings: number;
  readonly quiet: boolean;
  /** The path of the baseline; false for none, and by default the nearest. */
  readonly baseline?: string | false;
  readonly color?: boolean;
}

/** The options of `gopherwood merge`. */
export interface MergeOptions extends OutputOptions {
  /** Of the reports. */
  readonly paths: readonly string[];
  readonly config?: string;
}

/** The options of the command line. */
export interface Options extends EngineOptions, OutputOptions {
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly fixType?: readonly string[];
  readonly suggestions?: "apply";
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly filesFrom?: string;
  readonly warnIgnored: boolean;
  readonly forceExclude: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly passOnNoPatterns: boolean;
  readonly reportUnusedDisableDirectivesSeverity?: Severity;
  readonly shard?: Shard;
  /** A revision: only what changed since is reported. */
  readonly since?: string;
  readonly sinceWholeFiles: boolean;
  readonly printConfig?: string;
  readonly explainConfig?: string;
  readonly listRules: boolean;
  readonly stats: boolean;
  readonly init: boolean;
  readonly from?: string;
}
