import type { Linter } from "eslint";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDataConfig } from "./data-config/is-data-config.ts";
import { findLoadFailure } from "./load-failure.ts";
import { codeOf, ConfigError } from "./problems.ts";

/** The names of config files, in the order of their precedence: ESLint's, then those of data. */
export const CONFIG_NAMES = [
  ...["js", "mjs", "cjs", "ts", "mts", "cts"],
  ...["yaml", "yml", "json"],
].map((end) => `gopherwood.config.${end}`);

const loading = new Set<string>();

/** Returns the config files that are being loaded. */
export function pendingConfigs(): string[] {
  return [...loading];
}

/** Returns the nearest config file of a directory or those above it, or null. */
export function findConfigFile(directory: string): string | null {
  for (let current = directory; ; current = dirname(current)) {
    const found = configFileIn(current);
    if (found !== null || dirname(current) === current) return found;
  }
}

/** Returns the config file in a directory, or null. */
export function configFileIn(directory: string): string | null {
  const found = namesIn(directory);
  const name = CONFIG_NAMES.find(
    (one) => found.includes(one) && existsSync(join(directory, one)),
  );
  return name === undefined ? null : join(directory, name);
}

/** Returns the names in a directory, which is faster than to ask for each. */
function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Files may be read where they may not be listed.
    return CONFIG_NAMES;
  }
}

/**
 * Reads a config file. It is data, or its default export is a flat config: an array or one
 * object, or a promise of it.
 *
 * @throws {ConfigError} If it cannot be run, or exports something else.
 */
export async function readConfigFile(path: string): Promise<Linter.Config[]> {
  if (isDataConfig(path)) {
    const { readDataConfig } = await import("./data-config/read-data-config.ts");
    return await readDataConfig(path);
  }
  let config: unknown;
  loading.add(path);
  try {
    config = await importConfig(path);
  } catch (error) {
    const { place, why } = await findLoadFailure(path, error);
    throw new ConfigError(`${path}${place}`, `the config cannot be loaded: ${why}`, error);
  } finally {
    loading.delete(path);
  }
  if (typeof config !== "object" || config === null) {
    throw new ConfigError(
      path,
      "the config must export an array of config objects as default.",
    );
  }
  const configs = (Array.isArray(config) ? config : [config]) as Linter.Config[];
  if (
    configs.some((entry) => Array.isArray((entry as { extends?: unknown } | null)?.extends))
  ) {
    throw new ConfigError(
      path,
      "'extends' is for config objects in 'defineConfig([...])' of '@gopherwood/config'; " +
        "elsewhere, spread the preset: [...recommended, { rules }].",
    );
  }
  return configs;
}

/** A relative import of a module in TypeScript. */
const TYPESCRIPT = /["']\.{1,2}\/[^"'\n]*\.[cm]?ts["']/u;

/** Returns the default export of a config file; in CommonJS, what it exports. */
async function importConfig(path: string): Promise<unknown> {
  // Some Nodes read no TypeScript, others no enums, and no modules in CommonJS packages.
  if (!/\.[cm]?ts$/u.test(path) && !TYPESCRIPT.test(readFileSync(path, "utf8"))) {
    const url = pathToFileURL(path);
    // As in ESLint: a long-lived process sees a config that was changed.
    url.searchParams.set("mtime", String(statSync(path).mtimeMs));
    try {
      return ((await import(url.href)) as { default?: unknown }).default;
    } catch (error) {
      // The modules that the config imports may import TypeScript.
      if (!/^ERR_UN\w+_(?:FILE_EXTENSION|TYPESCRIPT_SYNTAX)$/u.test(codeOf(error) ?? ""))
        throw error;
    }
  }
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { moduleCache: false });
  return await jiti.import(path, { default: true });
}
