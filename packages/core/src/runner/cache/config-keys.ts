import { readFileSync } from "node:fs";
import type { Configs } from "../configs.ts";
import type { FileConfig } from "../file-config.ts";
import type { ConfiguredTask } from "../file-runner.ts";
import { configSources } from "./config-sources.ts";
import { hashOf } from "./recorded-files.ts";

/** The keys of configs: the same while a config, and the code that it is made of, are. */
export class ConfigKeys {
  readonly #configs: Configs;
  /** The options of a run that hold for every config. */
  readonly #mode: string;
  readonly #sources = new Map<string, string>();
  readonly #keys = new WeakMap<FileConfig, string | null>();

  constructor(configs: Configs, mode: object) {
    this.#configs = configs;
    this.#mode = JSON.stringify(mode);
  }

  /** Returns the key of a file's config; null if it cannot be told from others. */
  keyOf(path: string, config: FileConfig): string | null {
    let key = this.#keys.get(config);
    if (key === undefined) {
      key = this.#read(path, config);
      this.#keys.set(config, key);
    }
    return key;
  }

  /**
   * Returns the hashes of the code of some configs and of their rules; null if that of one cannot
   * be told.
   */
  codeOf(files: readonly ConfiguredTask[]): readonly string[] | null {
    const first = new Map(files.map(({ path, config }) => [config, path]));
    const areKnown = [...first].every(([config, path]) => this.keyOf(path, config) !== null);
    return areKnown ? [...new Set(this.#sources.values())] : null;
  }

  #read(path: string, config: FileConfig): string | null {
    const file = this.#configs.fileOf(path);
    if (file === null || !config.toJSON) return null;
    try {
      return hashOf(`${this.#mode}${JSON.stringify(config.toJSON())}${this.#sourcesOf(file)}`);
    } catch {
      // A plugin or a processor without a name.
      return null;
    }
  }

  #sourcesOf(configFile: string): string {
    let hash = this.#sources.get(configFile);
    if (hash === undefined) {
      const texts = configSources(configFile).map((path) => hashOf(readFileSync(path)));
      this.#sources.set(configFile, (hash = texts.sort().join()));
    }
    return hash;
  }
}
