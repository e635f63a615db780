import { Linter } from "eslint";
import { resolve } from "node:path";
import { version } from "../version.generated.ts";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import { holdFiles, releaseFiles } from "../source/file-cache.ts";
import { disk } from "../source/disk.node.ts";
import { Configs, type ConfigsOptions } from "./configs.ts";
import type { FileConfig } from "./file-config.ts";
import { discover, type DiscoveryOptions, type Search } from "./discovery.ts";
import type { FixChoice } from "./fix-text.ts";
import { lintFile, type FileLinter, type LintedFile } from "./lint-file.ts";
import { ruleOf } from "./prefilter.ts";
import { removeLeftovers, writeFixed } from "./write-file.ts";
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
  /** Leave out named files as if they had been found in a directory. Default: false. */
  readonly forceExclude?: boolean | undefined;
  /** A pattern that finds no file is a problem. Default: true. */
  readonly errorOnUnmatchedPattern?: boolean | undefined;
  /**
   * The time that rules have to look once at a file, or at each megabyte of a larger one, in
   * milliseconds; 0 for no limit. The rule that runs then is named and off for the rest of the
   * run. Default: 30,000.
   */
  readonly ruleTimeout?: number | undefined;
  /** Heed comments that configure rules or turn them off. Default: true. */
  readonly allowInlineConfig?: boolean | undefined;
  /** Warn of named files that a config ignores. Default: true. */
  readonly warnIgnored?: boolean | undefined;
  /** Called with what happens on the way, for people who look for a reason. */
  readonly onDebug?: ((message: string) => void) | undefined;
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

const PROCESSOR =
  "The config has a processor for this file, and gopherwood runs none: lint it by ESLint, " +
  "or give the processor 'files' that leave it out.";

const DEFAULT_RULE_TIMEOUT = 30_000;

/** The engine that the command, editors and tests share. */
export class Gopherwood {
  readonly #cwd: string;
  readonly #configs: Configs;
  readonly #linter: FileLinter;
  readonly #discovery: DiscoveryOptions;
  readonly #warnIgnored: boolean;
  readonly #surveying: { readonly output?: string | undefined } | null;
  readonly #fix: FixOptions | undefined;
  readonly #debug: (message: string) => void;
  readonly #onProgress: (done: number, total: number) => void;

  constructor({
    cwd = process.cwd(),
    survey = false,
    fix,
    forceExclude = false,
    errorOnUnmatchedPattern = true,
    warnIgnored = true,
    ruleTimeout = DEFAULT_RULE_TIMEOUT,
    allowInlineConfig = true,
    onDebug = () => {},
    onProgress,
    ...options
  }: GopherwoodOptions = {}) {
    this.#cwd = resolve(cwd);
    this.#configs = new Configs({ ...options, cwd: this.#cwd, onDebug });
    this.#linter = {
      linter: new Linter({ cwd: this.#cwd }),
      files: disk,
      ruleTimeout,
      allowInlineConfig,
      endless: new Set(),
      onDebug,
    };
    this.#warnIgnored = warnIgnored && !forceExclude;
    this.#discovery = {
      gitIgnore: options.ignore ?? true,
      isDirectoryIgnored: (path) => this.#configs.isDirectoryIgnored(path),
      forceExclude,
      errorOnUnmatchedPattern,
    };
    const output = typeof survey === "object" ? survey.output : undefined;
    this.#surveying = survey
      ? { output: output === undefined ? undefined : resolve(this.#cwd, output) }
      : null;
    this.#fix = fix;
    this.#debug = onDebug;
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
    this.#linter.endless.clear();
    try {
      return await this.#lintFiles(patterns);
    } finally {
      releaseFiles(disk);
    }
  }

  async #lintFiles(patterns: readonly string[]): Promise<Report> {
    const report = new ReportBuilder(this.#cwd);
    const watch = new Stopwatch();
    const found = await discover(patterns, this.#cwd, this.#discovery);
    const { files, searches, temporary, problems } = found;
    watch.lap("discovery");
    this.#debug(`${patterns.join(" ")}: ${files.length} files in ${this.#cwd}`);
    for (const problem of problems) report.addProblem(problem);
    // A config that is wrong ends the run before the first file is linted or written.
    const configs = new Map<string, FileConfig | null>();
    for (const { path } of files) configs.set(path, await this.#configs.configFor(path));
    for (const search of searches) this.#assertConfigured(search, configs, report);
    if (this.#fix?.write) removeLeftovers(temporary);
    watch.lap("configs");
    for (const [index, file] of files.entries()) {
      const config = configs.get(file.path) ?? null;
      if (!config) this.#debug(`${file.path}: the config ignores it or has nothing for it`);
      if (config) this.#lintFound(file.path, config, report, watch);
      else if (!file.explicit) report.ignored += 1;
      else await this.#addIgnored(file.path, report);
      this.#onProgress(index + 1, files.length);
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
    else await this.#addIgnored(absolute, report);
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

  /** Adds a problem if the config has nothing for any of the files that a pattern found. */
  #assertConfigured(
    { pattern, paths }: Search,
    configs: ReadonlyMap<string, FileConfig | null>,
    report: ReportBuilder,
  ): void {
    if (!this.#discovery.errorOnUnmatchedPattern || paths.some((path) => configs.get(path))) {
      return;
    }
    report.addProblem({
      path: pattern,
      message:
        `The config ignores all of the ${paths.length} Go files found here, or has nothing for them. ` +
        "Patterns count from the config file's directory, or from the working directory with --config.",
    });
  }

  /** Adds the warning that a file that was named is not linted. */
  async #addIgnored(path: string, report: ReportBuilder): Promise<void> {
    if (this.#warnIgnored) report.addIgnored(await this.#configs.ignoredResult(path));
    else report.ignored += 1;
  }

  #lintFound(path: string, config: FileConfig, report: ReportBuilder, watch: Stopwatch): void {
    const content = readFile(path);
    watch.lap("reading");
    if (content.ok) {
      this.#lintBytes(path, content.bytes, config, report, this.#fix?.write);
    } else {
      report.addProblem(content.problem);
    }
    watch.lap("linting");
  }

  #lintBytes(
    path: string,
    bytes: Buffer,
    config: FileConfig,
    report: ReportBuilder,
    write = false,
  ): void {
    report.addConfig(config);
    if (config.processor !== undefined) {
      report.addProblem({ path, message: PROCESSOR });
      return;
    }
    const started = performance.now();
    try {
      const linted = this.#lint(path, bytes, config, write);
      const time = Math.round(performance.now() - started);
      this.#debug(`${path}: ${linted.outcome} in ${time} ms`);
      report.addFile(linted);
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
