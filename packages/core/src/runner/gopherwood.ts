import { Linter } from "eslint";
import { resolve } from "node:path";
import { version } from "../version.generated.ts";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import { holdFiles, releaseFiles } from "../source/file-cache.ts";
import { disk } from "../source/disk.node.ts";
import { Configs, type ConfigsOptions, type FileConfig } from "./configs.ts";
import { discover, type FoundFile } from "./discovery.ts";
import type { FixChoice } from "./fix-text.ts";
import { lintFile, type LintedFile } from "./lint-file.ts";
import { ruleOf } from "./prefilter.ts";
import { writeFixed } from "./write-file.ts";
import { ConfigError, messageOf } from "./problems.ts";
import { readFile } from "./read-file.ts";
import type { Report } from "./report.ts";
import { ReportBuilder } from "./report-builder.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Options of the engine. */
export interface GopherwoodOptions extends Partial<ConfigsOptions> {
  /**
   * Also read documents and imports, for an assessment; of `output`, the document that is
   * being written, nothing is read. Default: no survey.
   */
  readonly survey?: boolean | { readonly output?: string | undefined } | undefined;
  /** Fix what can be fixed. */
  readonly fix?: FixOptions | undefined;
  /** Called after each file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

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

/** The engine that the command, editors and tests share. */
export class Gopherwood {
  readonly #cwd: string;
  readonly #configs: Configs;
  readonly #linter: Linter;
  readonly #surveying: { readonly output?: string | undefined } | null;
  readonly #fix: FixOptions | undefined;
  readonly #onProgress: (done: number, total: number) => void;

  constructor({
    cwd = process.cwd(),
    survey = false,
    fix,
    onProgress,
    ...options
  }: GopherwoodOptions = {}) {
    this.#cwd = resolve(cwd);
    this.#configs = new Configs({ ...options, cwd: this.#cwd });
    this.#linter = new Linter({ cwd: this.#cwd });
    const output = typeof survey === "object" ? survey.output : undefined;
    this.#surveying = survey
      ? { output: output === undefined ? undefined : resolve(this.#cwd, output) }
      : null;
    this.#fix = fix;
    this.#onProgress = onProgress ?? (() => {});
  }

  /**
   * Lints the Go files that paths, globs and Go patterns (`./...`) name. A file or path that
   * cannot be read is one of the report's `problems`.
   *
   * @throws {ConfigError} If a config file is missing or wrong.
   */
  async lintFiles(patterns: readonly string[]): Promise<Report> {
    forgetFiles(disk);
    holdFiles(disk);
    try {
      return await this.#lintFiles(patterns);
    } finally {
      releaseFiles(disk);
    }
  }

  async #lintFiles(patterns: readonly string[]): Promise<Report> {
    const report = new ReportBuilder(this.#cwd);
    const watch = new Stopwatch();
    const { files, problems } = discover(patterns, this.#cwd);
    watch.lap("discovery");
    for (const problem of problems) report.addProblem(problem);
    // A config that is wrong ends the run before the first file is written.
    if (this.#fix?.write) for (const { path } of files) await this.#configs.configFor(path);
    watch.lap("configs");
    for (const [index, file] of files.entries()) {
      if (!(await this.#lintFound(file, report, watch))) report.ignored += 1;
      this.#onProgress(index + 1, files.length);
    }
    if (report.ignored > 0 && report.ignored === files.length) {
      report.addProblem({
        path: patterns.join(", "),
        message:
          `The config ignores all of the ${report.ignored} Go files found here, or has nothing for them. ` +
          "Patterns count from the config file's directory, or from the working directory with --config.",
      });
    }
    return report.build(version, this.#configs.used, watch, this.#surveying);
  }

  /**
   * Lints a text as if it were the content of a file. Reads of other files are cached for some
   * seconds, and may be stale.
   *
   * @param text The text, or its bytes in UTF-8.
   * @param path Of the file, which need not exist; it decides the config.
   * @throws {ConfigError} If a config file is missing or wrong.
   */
  async lintText(text: string | Uint8Array, path: string): Promise<Report> {
    const report = new ReportBuilder(this.#cwd);
    const watch = new Stopwatch();
    const absolute = resolve(this.#cwd, path);
    const config = await this.#configs.configFor(absolute);
    watch.lap("configs");
    if (config) this.#lintBytes(absolute, Buffer.from(text), config, report);
    else report.addIgnored(await this.#configs.ignoredResult(absolute));
    watch.lap("linting");
    return report.build(version, this.#configs.used, watch, this.#surveying);
  }

  /**
   * Returns the config of a file, or null if there is none for it.
   *
   * @throws {ConfigError} If the config file is missing or wrong.
   */
  async configFor(path: string): Promise<FileConfig | null> {
    return await this.#configs.configFor(resolve(this.#cwd, path));
  }

  /** Lints a file; returns false if it was not named and its config ignores it. */
  async #lintFound(file: FoundFile, report: ReportBuilder, watch: Stopwatch): Promise<boolean> {
    const { path, explicit } = file;
    const config = await this.#configs.configFor(path);
    if (!config && explicit) report.addIgnored(await this.#configs.ignoredResult(path));
    watch.lap("configs");
    if (!config) return explicit;
    const content = readFile(path);
    watch.lap("reading");
    if (content.ok) {
      this.#lintBytes(path, content.bytes, config, report, this.#fix?.write);
    } else {
      report.addProblem(content.problem);
    }
    watch.lap("linting");
    return true;
  }

  #lintBytes(
    path: string,
    bytes: Buffer,
    config: FileConfig,
    report: ReportBuilder,
    write = false,
  ): void {
    report.addConfig(config);
    try {
      report.addFile(this.#lint(path, bytes, config, write));
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      report.addProblem({ path, message: `It could not be linted: ${messageOf(error)}` });
    }
  }

  /** Lints a file, and writes what was fixed; if it cannot be written nothing was. */
  #lint(path: string, bytes: Buffer, config: FileConfig, write: boolean): LintedFile {
    const linted = lintFile(this.#linter, path, bytes, config, this.#fixChoice(config));
    const { output } = linted.result;
    const problem = write && output !== undefined ? writeFixed(path, bytes, output) : null;
    if (!problem) return linted;
    const unfixed = lintFile(this.#linter, path, bytes, config, null);
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
