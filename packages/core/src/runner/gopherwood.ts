import { resolve } from "node:path";
import { version } from "../version.generated.ts";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import { holdFiles, releaseFiles } from "../source/file-cache.ts";
import { lintTasks, otherThreads, threadsFor, type Threads } from "./lint-tasks.ts";
import { newLinting, type Linting } from "./linting.ts";
import type { CacheOptions, LintCached } from "./cache/open-cache.ts";
import type { Configs, ConfigsOptions } from "./configs.ts";
import type { FileConfig } from "./file-config.ts";
import type { ConfigOrigins } from "./config-origins.ts";
import {
  discover,
  type Discovery,
  type DiscoveryOptions,
  type FoundFile,
  type Search,
} from "./discovery.ts";
import type { ConfiguredTask, FileOutcome, FixOptions } from "./file-runner.ts";
import { removeLeftovers } from "./write-file.ts";
import type { Report } from "./report.ts";
import { ReportBuilder } from "./report-builder.ts";
import { filesOfShard, type Shard, type ShardFiles } from "./shard.ts";
import { Stopwatch } from "./stopwatch.ts";
import { SpareThreads } from "./threads/spare-threads.ts";
import { withTimeLimit } from "./time-limit.ts";

/** Options of the engine. */
export interface GopherwoodOptions extends Partial<ConfigsOptions> {
  /**
   * Also read documents and imports, for an assessment; of `output`, the document that is
   * being written, nothing is read. Default: no survey.
   */
  readonly survey?: boolean | { readonly output?: string | undefined } | undefined;
  /**
   * Leave out what only reports and fixes need: the fixes and suggestions of messages, the
   * texts of results, the sites, what is known of files that a rule leaves alone, and the commit.
   * Default: false.
   */
  readonly brief?: boolean | undefined;
  /**
   * Lint one part of the files, as one of several machines, without a survey; `mergeReports`
   * makes one report of all parts. Default: all files.
   */
  readonly shard?: Shard | undefined;
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
  /**
   * A sentence that says how a rule gets more time, for the end of the message that names one
   * which took too long. Default: none.
   */
  readonly ruleTimeoutAdvice?: string | undefined;
  /** Heed comments that configure rules or turn them off. Default: true. */
  readonly allowInlineConfig?: boolean | undefined;
  /** Warn of named files that a config ignores. Default: true. */
  readonly warnIgnored?: boolean | undefined;
  /**
   * The number of threads that lint files; `auto` decides by the files and the machine. A run
   * with `config` or `language`, which belong to one thread, has one. Default: 1.
   */
  readonly concurrency?: number | "auto" | undefined;
  /**
   * Keep what was found in a file, and lint no file again of which nothing changed that its
   * findings depend on; a run that fixes does neither. The location is the file or its directory.
   * Default: false, and `.gopherwoodcache` in `cwd`.
   */
  readonly cache?: boolean | { readonly location?: string | undefined } | undefined;
  /** Called with what happens on the way, for people who look for a reason. */
  readonly onDebug?: ((message: string) => void) | undefined;
  /** Called after each file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const DEFAULT_RULE_TIMEOUT = 30_000;

/** The engine that the command, editors and tests share. */
export class Gopherwood {
  readonly #cwd: string;
  readonly #configs: Configs;
  readonly #linting: Linting;
  readonly #brief: boolean;
  readonly #threads: Threads;
  /** The rules that did not end in time. */
  readonly #endless = new Set<string>();
  readonly #cache: CacheOptions;
  readonly #discovery: DiscoveryOptions;
  readonly #warnIgnored: boolean;
  readonly #surveying: { readonly output?: string | undefined } | null;
  readonly #shard: Shard | undefined;
  readonly #fix: FixOptions | undefined;
  readonly #debug: (message: string) => void;
  readonly #onProgress: (done: number, total: number) => void;

  constructor({
    cwd = process.cwd(),
    survey = false,
    brief = false,
    shard,
    fix,
    forceExclude = false,
    errorOnUnmatchedPattern = true,
    warnIgnored = true,
    ruleTimeout = DEFAULT_RULE_TIMEOUT,
    ruleTimeoutAdvice = "",
    allowInlineConfig = true,
    concurrency = 1,
    cache = false,
    onDebug,
    onProgress,
    ...options
  }: GopherwoodOptions = {}) {
    this.#cwd = resolve(cwd);
    const { config, language, ...configs } = options;
    // A fixed file is read again; a config or language of the caller's has no key.
    const isCached = cache !== false && !fix && !config && !language;
    const linting = {
      configs: { ...configs, cwd: this.#cwd },
      fix,
      ruleTimeout,
      endlessOutcome: `it is off for the rest of the run. ${ruleTimeoutAdvice}`.trimEnd(),
      allowInlineConfig,
      brief,
      recordsReads: isCached,
    };
    const endless = this.#endless;
    const thread = { config, language, withLimit: withTimeLimit, endless, onDebug };
    this.#linting = newLinting(linting, thread);
    this.#brief = brief;
    this.#configs = this.#linting.configs;
    this.#threads = {
      concurrency: config || language ? 1 : concurrency,
      options: linting,
      onDebug,
      spare: new SpareThreads(),
    };
    this.#cache = {
      cwd: this.#cwd,
      location: typeof cache === "object" ? cache.location : undefined,
      mode: { brief, allowInlineConfig },
    };
    this.#warnIgnored = warnIgnored && !forceExclude;
    this.#discovery = {
      gitIgnore: options.ignore ?? true,
      isDirectoryIgnored: (path) => this.#configs.isDirectoryIgnored(path),
      forceExclude,
      errorOnUnmatchedPattern,
    };
    const output = typeof survey === "object" ? survey.output : undefined;
    this.#shard = shard;
    this.#surveying =
      survey && !shard
        ? { output: output === undefined ? undefined : resolve(this.#cwd, output) }
        : null;
    this.#fix = fix;
    this.#debug = onDebug ?? (() => {});
    this.#onProgress = onProgress ?? (() => {});
  }

  /**
   * Lints the Go files that paths, globs and Go patterns (`./...`) name. A file or path that
   * cannot be read is one of the report's `problems`.
   *
   * @throws {ConfigError} If a config file is missing or wrong.
   */
  async lintFiles(patterns: readonly string[]): Promise<Report> {
    const { files } = this.#linting;
    forgetFiles(files);
    holdFiles(files);
    this.#endless.clear();
    try {
      return await this.#lintFiles(patterns);
    } finally {
      releaseFiles(files);
      await this.#threads.spare.terminate();
    }
  }

  async #lintFiles(patterns: readonly string[]): Promise<Report> {
    const report = new ReportBuilder(this.#cwd, this.#brief);
    const watch = new Stopwatch();
    const cached = await this.#openCache();
    const found = await this.#discover(patterns);
    const { searches, temporary, problems } = found;
    watch.lap("discovery");
    this.#debug(`${patterns.join(" ")}: ${found.files.length} files in ${this.#cwd}`);
    for (const problem of problems) report.addProblem(problem);
    // A config that is wrong ends the run before the first file is linted or written.
    const configs = new Map<string, FileConfig | null>();
    for (const { path } of found.files) {
      const config = await this.#configs.configFor(path);
      configs.set(path, config);
      if (config) report.addConfig(config);
    }
    for (const search of searches) this.#assertConfigured(search, configs, report);
    if (this.#fix?.write) removeLeftovers(temporary);
    const part = this.#partOf(configs);
    const files = part ? found.files.filter(({ path }) => part.paths.has(path)) : found.files;
    watch.lap("configs");
    const outcomes = await this.#lintAll(files, configs, cached, report);
    watch.lap("linting");
    for (const { path, explicit } of files) {
      if (!configs.get(path))
        this.#debug(`${path}: the config ignores it or has nothing for it`);
      const outcome = outcomes.get(path);
      if (outcome) report.addOutcome(outcome);
      else if (explicit) await this.#addIgnored(path, report);
      else report.ignored += 1;
    }
    const built = await report.build(version, this.#configs.used, watch, this.#surveying);
    return part ? { ...built, shard: part.reported } : built;
  }

  /** Finds the files, and starts threads for them meanwhile. */
  async #discover(patterns: readonly string[]): Promise<Discovery> {
    const { concurrency, spare } = this.#threads;
    const { recorded } = this.#linting;
    if (recorded) {
      // There may be little to do.
      const onListing = recorded.takeListing.bind(recorded);
      return await discover(patterns, this.#cwd, { ...this.#discovery, onListing });
    }
    let files = 0;
    const onFile = () => {
      files += 1;
      spare.startUpTo(otherThreads(threadsFor(files, concurrency)));
    };
    return await discover(patterns, this.#cwd, { ...this.#discovery, onFile });
  }

  /** Returns the files of this shard, or null if all are linted. */
  #partOf(configs: ReadonlyMap<string, FileConfig | null>): ShardFiles | null {
    if (!this.#shard) return null;
    return filesOfShard(configs, this.#shard, this.#cwd);
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
    const report = new ReportBuilder(this.#cwd, this.#brief);
    const watch = new Stopwatch();
    const absolute = resolve(this.#cwd, path);
    const config = await this.#configs.configFor(absolute);
    watch.lap("configs");
    if (config) {
      report.addConfig(config);
      report.addOutcome(this.#linting.runner.lint(absolute, Buffer.from(text), config));
    } else await this.#addIgnored(absolute, report);
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

  /**
   * Returns the config objects that make the config of a file, or null if there is none for it.
   *
   * @throws {ConfigError} If the config file is missing or wrong.
   */
  async originsFor(path: string): Promise<ConfigOrigins | null> {
    return await this.#configs.originsFor(resolve(this.#cwd, path));
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

  /** Returns the outcomes of those of some files that have a config, by their paths. */
  async #lintAll(
    files: readonly FoundFile[],
    configs: ReadonlyMap<string, FileConfig | null>,
    cached: LintCached | null,
    report: ReportBuilder,
  ): Promise<ReadonlyMap<string, FileOutcome>> {
    const found = files.flatMap(({ path }) => {
      const config = configs.get(path);
      return config ? [{ path, config }] : [];
    });
    let done = 0;
    const lint = (tasks: readonly ConfiguredTask[]) =>
      lintTasks(tasks, this.#linting, this.#threads, () => {
        done += 1;
        this.#onProgress(done, tasks.length);
      });
    const lintFound = async () => ({ ...(await lint(found)), problem: null });
    const { outcomes, problem } = await (cached?.(found, lint) ?? lintFound());
    if (problem) report.addProblem(problem);
    return new Map(found.map(({ path }, at) => [path, outcomes[at] as FileOutcome]));
  }

  /** Opens the cache, if there is to be one. */
  async #openCache(): Promise<LintCached | null> {
    const { recorded } = this.#linting;
    if (!recorded) return null;
    const { openCache } = await import("./cache/open-cache.ts");
    return openCache(this.#cache, this.#configs, recorded);
  }
}
