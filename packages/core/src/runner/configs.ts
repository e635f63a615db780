import type { ESLint, Linter } from "eslint";
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { GoLanguage } from "../language/go-language.ts";
import { readSettings } from "../settings/read-settings.ts";
import { explainConfigError, ruleIn } from "./config-errors.ts";
import { isDataConfig } from "./data-config/is-data-config.ts";
import { configFileIn, readConfigFile } from "./config-file.ts";
import { ConfigMatcher, isIgnoring } from "./config-matcher.ts";
import { originsOf, type ConfigOrigins } from "./config-origins.ts";
import type { FileConfig } from "./file-config.ts";
import { loadEslint } from "./linter/eslint.ts";
import { unsureRules, validatingOnly } from "./option-schemas.ts";
import { DEFAULT_IGNORES, PlainConfigs } from "./plain-configs.ts";
import { prefilterOf } from "./prefilter.ts";
import { ConfigError, messageOf } from "./problems.ts";
import type { RulesConfig } from "@eslint/core";
import { withWatchedRules } from "./watched-rules.ts";

export interface ConfigsOptions {
  /** The directory that paths are relative to. Default: the process's. */
  readonly cwd: string;
  /** A config file to use for every file, not the nearest `gopherwood.config.*`; its patterns are relative to `cwd`. */
  readonly configFile?: string | undefined;
  /** The config to use for every file, instead of one from a file. Its patterns are relative to `cwd`. */
  readonly config?: readonly Linter.Config[] | undefined;
  /** Rules on top of every config. */
  readonly rules?: RulesConfig | undefined;
  /** Takes the place of the Go language that configs have. */
  readonly language?: GoLanguage | undefined;
  /** Patterns of `ignores` on top of every config, relative to `cwd`. */
  readonly ignorePatterns?: readonly string[] | undefined;
  /** Heed the `ignores` of configs for whole files. Default: true. */
  readonly ignore?: boolean | undefined;
  /** Called with the config file of each directory, and the directories that are ignored. */
  readonly onDebug?: ((message: string) => void) | undefined;
  /** The severity of directives that nothing used, instead of the config's. */
  readonly reportUnusedDisableDirectives?: Linter.StringSeverity | undefined;
}

/** The name of a config that is not in a file. */
const NO_FILE = "the config of the options";

/** The content of one config file. */
interface Engine {
  /** Null if ESLint has to make the configs. */
  readonly plain: PlainConfigs | null;
  /** Returns ESLint with this config, which is made once. */
  readonly eslint: () => ESLint;
  readonly configs: readonly Linter.Config[];
  /** The directory that patterns are relative to. */
  readonly basePath: string;
  /** The rules whose options may be wrong. */
  readonly unsure: ReadonlySet<unknown>;
  /** Says which directories are ignored, which ESLint has no question for. */
  readonly ignores: ConfigMatcher;
}

/**
 * Finds the config of each file. ESLint itself merges and validates it, unless it is surely
 * right, so that a file has the same config here and in plain ESLint.
 */
export class Configs {
  readonly #options: ConfigsOptions;
  readonly #configFile: string | undefined;
  readonly #fileOfDirectory = new Map<string, string>();
  readonly #engines = new Map<string, Promise<Engine>>();
  readonly #checked = new WeakSet<FileConfig>();

  constructor(options: ConfigsOptions) {
    this.#options = options;
    this.#configFile =
      options.configFile === undefined ? undefined : resolve(options.cwd, options.configFile);
  }

  /** Returns the config files that were used so far. */
  get used(): string[] {
    return [...this.#engines.keys()].filter((path) => path !== NO_FILE).sort();
  }

  /**
   * Returns the config of a file, or null if the config ignores the file or has nothing for it.
   *
   * @param path Absolute; the file need not exist.
   * @throws {ConfigError} If there is no config file, or it is wrong.
   */
  async configFor(path: string): Promise<FileConfig | null> {
    const configFile = this.#configFileFor(path);
    const engine = await this.#engineOf(configFile);
    try {
      const config = await mergedConfig(engine, path);
      if (!config) return null;
      if (!this.#checked.has(config)) {
        readSettings(config.settings ?? {});
        prefilterOf(config);
        this.#checked.add(config);
      }
      assertGo(path, config);
      return config;
    } catch (error) {
      const message = messageOf(error).trim();
      throw new ConfigError(
        await this.#sourceOf(message, configFile),
        error instanceof ConfigError ? message : explainConfigError(message, engine.configs),
        error,
      );
    }
  }

  /** Returns the config file of a file, whose path is absolute; null if there is none. */
  fileOf(path: string): string | null {
    const file = this.#findConfigFile(path);
    return file === NO_FILE ? null : file;
  }

  /**
   * Returns the config objects that make the config of a file, or null if it has none.
   *
   * @param path Absolute; the file need not exist.
   * @throws {ConfigError} If there is no config file, or it is wrong.
   */
  async originsFor(path: string): Promise<ConfigOrigins | null> {
    const merged = await this.configFor(path);
    if (!merged) return null;
    const configFile = this.#configFileFor(path);
    const { configs, basePath } = await this.#engineOf(configFile);
    return originsOf(path, merged.toJSON?.() ?? merged, {
      configFile: configFile === NO_FILE ? null : configFile,
      ofFile: configs,
      ofOptions: this.#overrides,
      basePath,
    });
  }

  /**
   * Returns true for a directory that the config of the directory above ignores: as in ESLint,
   * a config in it or below does not count.
   *
   * @param path Absolute.
   * @throws {ConfigError} If the config file is wrong.
   */
  async isDirectoryIgnored(path: string): Promise<boolean> {
    const configFile = this.#findConfigFile(path);
    if (configFile === null) return false;
    const { ignores } = await this.#engineOf(configFile);
    const isIgnored = ignores.isDirectoryIgnored(path);
    if (isIgnored) this.#options.onDebug?.(`${path}: ${configFile} ignores it`);
    return isIgnored;
  }

  /**
   * Returns ESLint's result for a file that was named and that its config ignores or has
   * nothing for: one warning that says which of the two it is.
   *
   * @param path Absolute; of a file that has no config.
   */
  async ignoredResult(path: string): Promise<ESLint.LintResult> {
    const { eslint } = await this.#engineOf(this.#configFileFor(path));
    const [result] = await eslint().lintText("", { filePath: path, warnIgnored: true });
    if (!result) throw new Error(`ESLint has no result for ${path}, which has no config.`);
    return { ...result };
  }

  #configFileFor(path: string): string {
    const found = this.#findConfigFile(path);
    if (found !== null) return found;
    throw new ConfigError(
      dirname(path),
      "there is no gopherwood.config.js here or above: 'gopherwood --init' writes one.",
    );
  }

  /** Returns the config file for what is in the directory of a path, or null. */
  #findConfigFile(path: string): string | null {
    if (this.#options.config) return NO_FILE;
    return this.#configFileOf(this.#configFile === undefined ? dirname(path) : "");
  }

  /** Returns the config file of a directory, or that of all, whose key is empty; or null. */
  #configFileOf(directory: string): string | null {
    const known = this.#fileOfDirectory.get(directory);
    if (known !== undefined) return known;
    const found =
      this.#configFile === undefined ? this.#nearest(directory) : existing(this.#configFile);
    if (found === null) return null;
    this.#fileOfDirectory.set(directory, found);
    this.#options.onDebug?.(`${directory || "All files"}: the config is ${found}`);
    return found;
  }

  #nearest(directory: string): string | null {
    const above = dirname(directory);
    return configFileIn(directory) ?? (above === directory ? null : this.#configFileOf(above));
  }

  #engineOf(configFile: string): Promise<Engine> {
    let engine = this.#engines.get(configFile);
    if (!engine) {
      engine = this.#newEngine(configFile);
      this.#engines.set(configFile, engine);
    }
    return engine;
  }

  async #newEngine(configFile: string): Promise<Engine> {
    const { cwd, config, language, ignore = true } = this.#options;
    const read = config ? [...config] : await readConfigFile(configFile);
    const configs = language ? withLanguage(read, language) : read;
    const isFound = !config && this.#configFile === undefined;
    const basePath = isFound ? dirname(configFile) : cwd;
    const overrides = this.#overrides.map(({ config }) => config);
    const all = [...configs, ...overrides];
    const overrideConfig = all.map(withWatchedRules);
    let made: ESLint | undefined;
    const eslint = () =>
      (made ??= new (loadEslint().ESLint)({
        cwd: basePath,
        overrideConfigFile: true,
        overrideConfig,
        ignore,
      }));
    const ignores = ignoresOf(ignore ? overrideConfig : [], basePath);
    const unsure = unsureRules(all);
    const mayBePlain = ignore && unsure.size === 0;
    const plain = mayBePlain ? PlainConfigs.of(all, basePath, overrideConfig) : null;
    return { plain, eslint, configs, basePath, unsure, ignores };
  }

  /** The config objects of the options, which come after those of a file. */
  get #overrides(): { option: string; config: Linter.Config }[] {
    const { cwd, rules, ignorePatterns, reportUnusedDisableDirectives } = this.#options;
    const overrides: Record<string, Linter.Config | false | undefined> = {
      "--ignore-pattern": ignorePatterns && { basePath: cwd, ignores: [...ignorePatterns] },
      "--rule": rules && { rules },
      "--report-unused-disable-directives-severity": reportUnusedDisableDirectives && {
        linterOptions: { reportUnusedDisableDirectives },
      },
    };
    return Object.entries(overrides).flatMap(([option, config]) =>
      config ? [{ option, config }] : [],
    );
  }

  /** Returns the source of a wrong rule entry: rules beside the config come last, and win. */
  async #sourceOf(message: string, configFile: string): Promise<string> {
    const ruleId = ruleIn(message);
    if (ruleId === null) return configFile;
    if (Object.hasOwn(this.#options.rules ?? {}, ruleId)) return "--rule";
    if (!isDataConfig(configFile)) return configFile;
    const { placeOfRule } = await import("./data-config/read-data-config.ts");
    return placeOfRule(configFile, ruleId);
  }
}

/** Returns the config of a file as ESLint makes it; undefined if it has none. */
async function mergedConfig(
  { plain, eslint, unsure }: Engine,
  path: string,
): Promise<FileConfig | undefined> {
  if (plain && path.endsWith(".go")) {
    try {
      return plain.configFor(path);
    } catch {
      // ESLint knows better, or says what is wrong.
    }
  }
  return (await validatingOnly(unsure, () => eslint().calculateConfigForFile(path))) as
    FileConfig | undefined;
}

/** Returns configs whose plugins have another Go language. */
function withLanguage(
  configs: readonly Linter.Config[],
  language: GoLanguage,
): readonly Linter.Config[] {
  // ESLint asks for one and the same object wherever a plugin is named.
  const replaced = new Map<ESLint.Plugin, ESLint.Plugin>();
  const replace = (plugin: ESLint.Plugin): ESLint.Plugin => {
    if (!(plugin?.languages?.["go"] instanceof GoLanguage)) return plugin;
    let found = replaced.get(plugin);
    if (!found) {
      found = { ...plugin, languages: { ...plugin.languages, go: language } };
      replaced.set(plugin, found);
    }
    return found;
  };
  return configs.map((config: Linter.Config | null | undefined) => {
    const plugins = Object.entries(config?.plugins ?? {});
    if (!config || plugins.length === 0) return config as unknown as Linter.Config;
    const entries = plugins.map(([name, plugin]) => [name, replace(plugin)] as const);
    return { ...config, plugins: Object.fromEntries(entries) };
  });
}

function ignoresOf(configs: readonly Linter.Config[], basePath: string): ConfigMatcher {
  return new ConfigMatcher([DEFAULT_IGNORES, ...configs.filter(isIgnoring)], basePath);
}

/** @throws If the config of a Go file would have it read in another language. */
function assertGo(path: string, { language }: FileConfig): void {
  // It may be the language of another copy of core.
  if (!path.endsWith(".go") || language?.nodeTypeKey === "kind") return;
  throw new TypeError(
    `It lints ${basename(path)} in another language than Go. ` +
      "Begin with a preset of @gopherwood/config, or with the 'base' config of a pack.",
  );
}

function existing(configFile: string): string {
  if (existsSync(configFile)) return configFile;
  throw new ConfigError(configFile, "there is no such config file.");
}
