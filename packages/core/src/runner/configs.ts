import { ESLint, type Linter } from "eslint";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { findConfigFile, readConfigFile } from "./config-file.ts";
import { ConfigError, messageOf } from "./problems.ts";
import type { RulesConfig } from "@eslint/core";

/** A config as ESLint made it for a file: validated, defaults filled in. */
export interface FileConfig {
  readonly plugins?: Readonly<Record<string, ESLint.Plugin>>;
  readonly rules?: Readonly<Record<string, [severity: number, ...options: unknown[]]>>;
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  toJSON?(): Record<string, unknown>;
}

export interface ConfigsOptions {
  readonly cwd: string;
  /** A config file to use for every file, instead of the nearest one. Its patterns are relative to `cwd`. */
  readonly configFile?: string | undefined;
  /** Rules on top of every config. */
  readonly rules?: RulesConfig | undefined;
}

/**
 * Finds the config of each file. ESLint itself merges and validates it, so that
 * a file has the same config here and in plain ESLint.
 */
export class Configs {
  readonly #options: ConfigsOptions;
  readonly #fileOfDirectory = new Map<string, string | null>();
  readonly #engines = new Map<string, Promise<ESLint>>();

  constructor(options: ConfigsOptions) {
    this.#options = options;
  }

  /** The config files that were used so far. */
  get used(): string[] {
    return [...this.#engines.keys()].sort();
  }

  /**
   * The config of a file, or null if the config ignores the file or has nothing for it.
   *
   * @param path Absolute; the file need not exist.
   * @throws {ConfigError} If there is no config file, or it is wrong.
   */
  async configFor(path: string): Promise<FileConfig | null> {
    const configFile = this.#configFileFor(path);
    const engine = await this.#engineOf(configFile);
    try {
      const config = (await engine.calculateConfigForFile(path)) as FileConfig | undefined;
      return config ?? null;
    } catch (error) {
      throw new ConfigError(configFile, explain(messageOf(error), await this.#plugins(configFile)));
    }
  }

  #configFileFor(path: string): string {
    const { cwd, configFile } = this.#options;
    if (configFile !== undefined) {
      const given = resolve(cwd, configFile);
      if (existsSync(given)) return given;
      throw new ConfigError(given, "there is no such config file.");
    }
    const directory = dirname(path);
    let found = this.#fileOfDirectory.get(directory);
    if (found === undefined) {
      found = findConfigFile(directory);
      this.#fileOfDirectory.set(directory, found);
    }
    if (found === null) {
      throw new ConfigError(
        directory,
        "there is no gopherwood.config.js here or above: 'gopherwood --init' writes one.",
      );
    }
    return found;
  }

  #engineOf(configFile: string): Promise<ESLint> {
    let engine = this.#engines.get(configFile);
    if (!engine) {
      engine = this.#newEngine(configFile);
      this.#engines.set(configFile, engine);
    }
    return engine;
  }

  async #newEngine(configFile: string): Promise<ESLint> {
    const { cwd, configFile: given, rules } = this.#options;
    const configs = await readConfigFile(configFile);
    return new ESLint({
      cwd: given === undefined ? dirname(configFile) : cwd,
      overrideConfigFile: true,
      overrideConfig: rules ? [...configs, { files: ["**/*.go"], rules } as Linter.Config] : configs,
    });
  }

  async #plugins(configFile: string): Promise<Record<string, ESLint.Plugin>> {
    const configs = await readConfigFile(configFile);
    return Object.assign({}, ...configs.map((config) => config.plugins ?? {})) as Record<
      string,
      ESLint.Plugin
    >;
  }
}

/** Adds the allowed values to what ESLint says of an unknown rule or plugin. */
function explain(message: string, plugins: Record<string, ESLint.Plugin>): string {
  const [, plugin = ""] = /Could not find (?:"[^"]*" in )?plugin "([^"]*)"/u.exec(message) ?? [];
  if (!plugin) return message;
  const rules = Object.keys(plugins[plugin]?.rules ?? {});
  return rules.length > 0
    ? `${message} Its rules are: ${rules.sort().join(", ")}.`
    : `${message} The plugins are: ${Object.keys(plugins).sort().join(", ")}.`;
}
