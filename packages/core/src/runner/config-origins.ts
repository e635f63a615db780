import type { Linter } from "eslint";
import { isObject } from "../source/is-object.ts";
import { ConfigMatcher } from "./config-matcher.ts";

/** A config object that applies to a file. */
export interface ConfigObject {
  /** Its place in the array that the config file exports, from 0; null beside the config file. */
  readonly index: number | null;
  /** Its name, or what tells it from the others: its `files`, or the option it comes from. */
  readonly label: string;
}

/** A setting of a config: a rule, or a value of `settings`, `languageOptions` or the like. */
export interface SettingOrigin {
  /** `rules/logging/no-direct-logging`, `settings/gopherwood/systems`, `language`. */
  readonly key: string;
  /** The value that counts. */
  readonly value: unknown;
  /** The config objects that set it, in their order; the last wins. */
  readonly from: readonly ConfigObject[];
}

/** The config objects that make the config of a file. */
export interface ConfigOrigins {
  /** Absolute; null for a config that is in no file. */
  readonly configFile: string | null;
  /** The objects that apply to the file, in their order. */
  readonly objects: readonly ConfigObject[];
  readonly settings: readonly SettingOrigin[];
}

/** The config objects of an engine: those of the file, then those of its options. */
export interface ConfigSources {
  readonly configFile: string | null;
  readonly ofFile: readonly Linter.Config[];
  readonly ofOptions: readonly { readonly option: string; readonly config: Linter.Config }[];
  readonly basePath: string;
}

/** The keys of a config object that hold settings, and the depth at which these are listed. */
const SETTINGS: Readonly<Record<string, number>> = {
  language: 0,
  languageOptions: 1,
  linterOptions: 1,
  processor: 0,
  settings: 2,
  rules: 1,
};

/**
 * Returns the config objects that apply to a file, and which of them set each setting.
 *
 * @param path Absolute.
 * @param merged The config of the file, as plain data.
 */
export function originsOf(
  path: string,
  merged: object,
  { configFile, ofFile, ofOptions, basePath }: ConfigSources,
): ConfigOrigins {
  const all = [
    ...ofFile.map((config, index) => ({ config, object: { index, label: labelOf(config) } })),
    ...ofOptions.map(({ config, option }) => ({
      config,
      object: { index: null, label: option },
    })),
  ];
  const matcher = new ConfigMatcher(
    all.map(({ config }) => config),
    basePath,
  );
  const applied = matcher.matching(path)?.flatMap((at) => all[at] ?? []) ?? [];
  const from = new Map<string, ConfigObject[]>();
  for (const { config, object } of applied) {
    for (const [key] of settingsIn(config)) from.set(key, [...(from.get(key) ?? []), object]);
  }
  return {
    configFile,
    objects: applied.map(({ object }) => object),
    settings: settingsIn(merged).flatMap(([key, value]) => {
      const objects = from.get(key);
      return objects ? [{ key, value, from: objects }] : [];
    }),
  };
}

function labelOf({ name, files }: Linter.Config): string {
  return name ?? (files ? `files: ${files.flat().join(", ")}` : "all files");
}

/** Returns the settings of a config with their keys. */
function settingsIn(config: object): [key: string, value: unknown][] {
  return Object.entries(config).flatMap(([key, value]) => {
    const depth = SETTINGS[key];
    return depth === undefined ? [] : leavesOf(key, value, depth);
  });
}

function leavesOf(key: string, value: unknown, depth: number): [string, unknown][] {
  if (depth === 0 || !isObject(value)) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(`${key}/${name}`, inner, depth - 1),
  );
}
