import type { FileConfig } from "./file-config.ts";
import type { FixChoice } from "./fix-text.ts";
import { lintFile } from "./lint-file.ts";
import { lintText, type FileLinter } from "./lint-text.ts";
import { areAnswersTheSame, hashOfFindings, type TreePart } from "./tree-part.ts";
import type { LintedFile } from "./linted-file.ts";
import { ruleOf } from "./prefilter.ts";
import type { RecordedFiles } from "./cache/recorded-files.ts";
import { ConfigError, messageOf, type Problem } from "./problems.ts";
import { readFile } from "./read-file.ts";
import { detailedSites } from "./site-details.ts";
import { writeFixed } from "./write-file.ts";

/** The options of fixing. */
export interface FixOptions {
  /** Write the fixed files; otherwise the results have their texts as `output`. */
  readonly write: boolean;
  /** Of rules whose `meta.type` is one of these. Default: all. */
  readonly types?: readonly string[] | undefined;
  /** Apply the first suggestion where there is no fix. Default: false. */
  readonly suggestions?: boolean | undefined;
  /** Leave warnings alone. Default: false. */
  readonly errorsOnly?: boolean | undefined;
}

/** The outcome of a file: it was linted, or there is a reason why not. */
export type FileOutcome =
  | { readonly ok: true; readonly file: LintedFile }
  | { readonly ok: false; readonly problem: Problem };

/** A file to lint. */
export interface FileTask {
  /** Absolute. */
  readonly path: string;
  /** The findings that may differ from those of an earlier run, if no others may. */
  readonly tree?: TreePart | null | undefined;
}

/** A task with the config of its file. */
export interface ConfiguredTask extends FileTask {
  readonly config: FileConfig;
}

/** The outcome of a task; `unchanged` if no finding differs from those of the earlier run. */
export type TaskOutcome = FileOutcome | "unchanged";

/** A task that is done, but for a file that is still to be written. */
export interface DoneTask {
  readonly outcome: TaskOutcome;
  /** Writes the fixed file, and returns the outcome. */
  readonly write?: () => TaskOutcome;
}

const PROCESSOR =
  "The config has a processor for this file, and gopherwood runs none: lint it by ESLint, " +
  "or give the processor 'files' that leave it out.";

/**
 * Lints files, fixes them and writes what was fixed.
 *
 * @internal
 */
export class FileRunner {
  readonly #linter: FileLinter;
  readonly #fix: FixOptions | undefined;
  readonly #recorded: RecordedFiles | null;

  /** @param recorded Remembers what is read; null where nobody asks. */
  constructor(linter: FileLinter, fix: FixOptions | undefined, recorded: RecordedFiles | null) {
    this.#linter = linter;
    this.#fix = fix;
    this.#recorded = recorded;
  }

  /** Returns a runner with another limit for rules. */
  limitedBy(withLimit: FileLinter["withLimit"]): FileRunner {
    return new FileRunner({ ...this.#linter, withLimit }, this.#fix, this.#recorded);
  }

  /**
   * Reads a file and does a task.
   *
   * @throws {ConfigError} If a rule's prefilter cannot be asked.
   */
  run(task: FileTask, config: FileConfig): TaskOutcome {
    const { outcome, write } = this.runUnwritten(task, config);
    return write?.() ?? outcome;
  }

  /**
   * Reads a file and does a task, but does not write what was fixed.
   *
   * @throws {ConfigError} If a rule's prefilter cannot be asked.
   */
  runUnwritten({ path, tree }: FileTask, config: FileConfig): DoneTask {
    const isSame = tree && this.#areAnswersTheSame(path, config, tree);
    if (isSame && tree.rules.length === 0) return { outcome: "unchanged" };
    const content = readFile(path);
    if (!content.ok) return { outcome: content };
    const { bytes } = content;
    this.#recorded?.noteText(path, bytes);
    if (isSame && this.#findSame(path, bytes, config, tree)) return { outcome: "unchanged" };
    const outcome = this.lint(path, bytes, config);
    const isFixed = outcome.ok && outcome.file.result.output !== undefined;
    if (!isFixed || this.#fix?.write !== true) return { outcome };
    return { outcome, write: () => this.#write(path, bytes, config, outcome) };
  }

  /**
   * Lints a file, and fixes its text.
   *
   * @param path Absolute.
   * @param bytes The file as it is on disk, or would be.
   * @throws {ConfigError} If a rule's prefilter cannot be asked.
   */
  lint(
    path: string,
    bytes: Buffer,
    config: FileConfig,
    fixing = this.#fixChoice(config),
  ): FileOutcome {
    if (config.processor !== undefined) {
      return { ok: false, problem: { path, message: PROCESSOR } };
    }
    const started = performance.now();
    try {
      const file = lintFile(this.#linter, path, bytes, config, fixing, detailedSites);
      const time = Math.round(performance.now() - started);
      this.#linter.onDebug?.(`${path}: ${file.outcome} in ${time} ms`);
      return { ok: true, file };
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      const message = `It could not be linted: ${messageOf(error)}`;
      return { ok: false, problem: { path, message } };
    }
  }

  #areAnswersTheSame(path: string, config: FileConfig, tree: TreePart): boolean {
    const { files, ruleTimeout, withLimit, endless } = this.#linter;
    if (Object.keys(tree.answers).some((ruleId) => endless.has(ruleId))) return false;
    try {
      return withLimit(ruleTimeout, () => areAnswersTheSame(tree, path, config, files));
    } catch {
      // The rule fails again where it is named for it.
      return false;
    }
  }

  /** Returns true if some rules find in a file what they found before. */
  #findSame(
    path: string,
    bytes: Buffer,
    config: FileConfig,
    { rules, hash }: TreePart,
  ): boolean {
    const text = bytes.toString("utf8");
    const verified = lintText(this.#linter, path, text, config, new Set(rules));
    return verified.problems.length === 0 && hashOfFindings(verified, rules) === hash;
  }

  /** Writes a fixed file; if it cannot be written, nothing was fixed. */
  #write(path: string, bytes: Buffer, config: FileConfig, fixed: FileOutcome): FileOutcome {
    const output = fixed.ok ? fixed.file.result.output : undefined;
    const problem = output === undefined ? null : writeFixed(path, bytes, output);
    if (!problem) return fixed;
    const unfixed = this.lint(path, bytes, config, null);
    return unfixed.ok ? { ok: true, file: withProblem(unfixed.file, problem) } : unfixed;
  }

  #fixChoice(config: FileConfig): FixChoice | null {
    if (!this.#fix) return null;
    const { types, suggestions = false, errorsOnly = false } = this.#fix;
    const typeOf = (ruleId: string | null) =>
      ruleId === null ? "directive" : (ruleOf(config, ruleId)?.meta?.type ?? "");
    return {
      suggestions,
      mayFix: ({ ruleId, severity }) =>
        (!errorsOnly || severity === 2) && (types?.includes(typeOf(ruleId)) ?? true),
    };
  }
}

function withProblem(file: LintedFile, problem: Problem): LintedFile {
  return { ...file, problems: [...file.problems, problem] };
}
