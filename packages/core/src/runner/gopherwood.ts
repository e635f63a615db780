import type { RulesConfig } from "@eslint/core";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { version } from "../version.ts";
import { Configs, type FileConfig } from "./configs.ts";
import { discover } from "./discovery.ts";
import { lintFile } from "./lint-file.ts";
import { messageOf } from "./problems.ts";
import { ReportBuilder, type Report } from "./report.ts";

export interface GopherwoodOptions {
  /** The directory that paths are relative to. Default: the process's. */
  readonly cwd?: string | undefined;
  /** Use this config file for every file, not the nearest `gopherwood.config.*`. */
  readonly configFile?: string | undefined;
  /** Rules on top of the config. */
  readonly rules?: RulesConfig | undefined;
  /** Called after each file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The engine that the command, editors and tests share. */
export class Gopherwood {
  readonly #cwd: string;
  readonly #configs: Configs;
  readonly #linter: Linter;
  readonly #onProgress: (done: number, total: number) => void;

  constructor({ cwd = process.cwd(), configFile, rules, onProgress }: GopherwoodOptions = {}) {
    this.#cwd = resolve(cwd);
    this.#configs = new Configs({ cwd: this.#cwd, configFile, rules });
    this.#linter = new Linter({ cwd: this.#cwd });
    this.#onProgress = onProgress ?? (() => {});
  }

  /**
   * Lints the Go files that paths, globs and Go patterns (`./...`) name. What cannot
   * be done for a single file or path stands in the report's `problems`.
   *
   * @throws {ConfigError} If a config file is missing or wrong.
   */
  async lintFiles(patterns: readonly string[]): Promise<Report> {
    const started = performance.now();
    const { files, problems } = discover(patterns, this.#cwd);
    const found = performance.now();
    const report = new ReportBuilder(this.#cwd);
    for (const problem of problems) report.addProblem(problem);
    if (files.length === 0 && problems.length === 0) {
      const where = patterns.map((pattern) => resolve(this.#cwd, pattern)).join(", ");
      report.addProblem({ path: where, message: "No Go file was found here." });
    }
    for (const [index, path] of files.entries()) {
      await this.#lintPath(path, report);
      this.#onProgress(index + 1, files.length);
    }
    return this.#finish(report, started, found);
  }

  /**
   * Lints a text as if it were the content of a file.
   *
   * @param path Of the file, which need not exist; it decides the config.
   * @throws {ConfigError} If a config file is missing or wrong.
   */
  async lintText(text: string, path: string): Promise<Report> {
    const started = performance.now();
    const report = new ReportBuilder(this.#cwd);
    const absolute = resolve(this.#cwd, path);
    await this.#lintBytes(absolute, Buffer.from(text), report);
    return this.#finish(report, started, started);
  }

  /** The config of a file, or null if there is none for it. */
  async configFor(path: string): Promise<FileConfig | null> {
    return await this.#configs.configFor(resolve(this.#cwd, path));
  }

  async #lintPath(path: string, report: ReportBuilder): Promise<void> {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      report.addProblem({ path, message: `Cannot be read: ${messageOf(error)}.` });
      return;
    }
    await this.#lintBytes(path, bytes, report);
  }

  async #lintBytes(path: string, bytes: Buffer, report: ReportBuilder): Promise<void> {
    const config = await this.#configs.configFor(path);
    if (!config) return;
    report.addRules(config);
    report.addFile(lintFile(this.#linter, path, bytes, config));
  }

  #finish(report: ReportBuilder, started: number, found: number): Report {
    const now = performance.now();
    return report.build(version, this.#configs.used, {
      discovery: Math.round(found - started),
      linting: Math.round(now - found),
      total: Math.round(now - started),
    });
  }
}
