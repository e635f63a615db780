import type { FileConfig } from "./file-config.ts";
import type { FixChoice } from "./fix-text.ts";
import { lintFile } from "./lint-file.ts";
import { lintText, type FileLinter } from "./lint-text.ts";
import { treePartOf, type TreePart } from "./tree-part.ts";
import type { LintedFile } from "./linted-file.ts";
import { ruleOf } from "./prefilter.ts";
import { hashOf, type RecordedFiles } from "./cache/recorded-files.ts";
import { ConfigError, messageOf, type Problem } from "./problems.ts";
import { readFile } from "./read-file.ts";
import { detailedSites } from "./site-details.ts";
import { SlowRulesError } from "./time-limit.ts";
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
  readonly tree?: TreePart | undefined;
}

/** The outcome of a task; `unchanged` if no finding differs from those of the earlier run. */
export type TaskOutcome = FileOutcome | "unchanged";

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
   * @throws {SlowRulesError} If the limit says so.
   */
  run({ path, tree }: FileTask, config: FileConfig): TaskOutcome {
    const content = readFile(path);
    if (!content.ok) return content;
    const { bytes } = content;
    this.#recorded?.noteText(path, hashOf(bytes));
    if (tree && this.#isUnchanged(path, bytes, config, tree)) return "unchanged";
    return this.lint(path, bytes, config, true);
  }

  /**
   * Lints a file.
   *
   * @param path Absolute.
   * @param bytes The file as it is on disk, or would be.
   * @param mayWrite False for a text that is not the file's.
   * @throws {ConfigError} If a rule's prefilter cannot be asked.
   */
  lint(path: string, bytes: Buffer, config: FileConfig, mayWrite: boolean): FileOutcome {
    if (config.processor !== undefined) {
      return { ok: false, problem: { path, message: PROCESSOR } };
    }
    const started = performance.now();
    try {
      const file = this.#lint(path, bytes, config, mayWrite && this.#fix?.write === true);
      const time = Math.round(performance.now() - started);
      this.#linter.onDebug?.(`${path}: ${file.outcome} in ${time} ms`);
      return { ok: true, file };
    } catch (error) {
      if (error instanceof ConfigError || error instanceof SlowRulesError) throw error;
      const message = `It could not be linted: ${messageOf(error)}`;
      return { ok: false, problem: { path, message } };
    }
  }

  /** Returns true if some rules find in a file what they found before. */
  #isUnchanged(
    path: string,
    bytes: Buffer,
    config: FileConfig,
    { rules, hash }: TreePart,
  ): boolean {
    const text = bytes.toString("utf8");
    const verified = lintText(this.#linter, path, text, config, new Set(rules));
    return verified.problems.length === 0 && treePartOf(verified, rules).hash === hash;
  }

  /** Lints a file, and writes what was fixed; if it cannot be written nothing was. */
  #lint(path: string, bytes: Buffer, config: FileConfig, write: boolean): LintedFile {
    const linted = lintFile(
      this.#linter,
      path,
      bytes,
      config,
      this.#fixChoice(config),
      detailedSites,
    );
    const { output } = linted.result;
    const problem = write && output !== undefined ? writeFixed(path, bytes, output) : null;
    if (!problem) return linted;
    const unfixed = lintFile(this.#linter, path, bytes, config, null, detailedSites);
    return { ...unfixed, problems: [...unfixed.problems, problem] };
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
