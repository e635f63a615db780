import { GoLanguage } from "../language/go-language.ts";
import { disk } from "../source/disk.node.ts";
import type { FileSystem } from "../source/file-system.ts";
import { RecordedFiles } from "./cache/recorded-files.ts";
import { Configs, type ConfigsOptions } from "./configs.ts";
import { FileRunner, type FixOptions } from "./file-runner.ts";
import type { FileLinter } from "./lint-text.ts";
import { TextLinter } from "./linter/text-linter.ts";

/** The options of linting that are the same in every thread of a run. */
export interface LintingOptions {
  readonly configs: Omit<ConfigsOptions, "config" | "language" | "onDebug">;
  readonly fix: FixOptions | undefined;
  /** In milliseconds; 0 for no limit. */
  readonly ruleTimeout: number;
  /** See `endlessRule`. */
  readonly endlessOutcome: string;
  readonly allowInlineConfig: boolean;
  readonly brief: boolean;
  /** Remember what is read. */
  readonly recordsReads: boolean;
}

/** The options of one thread. */
export type ThreadSetup = Pick<FileLinter, "withLimit" | "endless" | "onDebug"> &
  Pick<ConfigsOptions, "config" | "language">;

/** The parts that lint files in one thread. */
export interface Linting {
  readonly configs: Configs;
  readonly runner: FileRunner;
  /** The files that rules read. */
  readonly files: FileSystem;
  readonly recorded: RecordedFiles | null;
  /** The rules that are off. */
  readonly endless: ReadonlySet<string>;
}

/** Makes the parts that lint files in this thread. */
export function newLinting(
  { configs, fix, brief, recordsReads, ...linting }: LintingOptions,
  { config, language, ...thread }: ThreadSetup,
): Linting {
  const recorded = recordsReads ? new RecordedFiles(disk) : null;
  const files = recorded ?? disk;
  const own = brief || recorded ? new GoLanguage(files, { isBrief: () => brief }) : undefined;
  const linter = new TextLinter(configs.cwd);
  return {
    configs: new Configs({
      ...configs,
      config,
      language: language ?? own,
      onDebug: thread.onDebug,
    }),
    runner: new FileRunner(
      { linter, files, keepsTreePart: recordsReads, ...linting, ...thread },
      fix,
      recorded,
    ),
    files,
    recorded,
    endless: thread.endless,
  };
}
