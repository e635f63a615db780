import type { Linter } from "eslint";
import { resolve as resolveModule } from "import-meta-resolve";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gopherwood } from "../../language/plugin.ts";
import { ConfigError, messageOf } from "../problems.ts";
import { DataDocument } from "./document.ts";
import { isDataConfig } from "./is-data-config.ts";
import { dataConfigOf, type DataEntry } from "./shape.ts";

/** The package that presets without the name of a package are from. */
const PRESETS = "@gopherwood/config";

/**
 * Reads a config in YAML or JSON, with what it extends. Packages are found from its directory.
 *
 * @param path Absolute.
 * @param within The configs that extend it, outermost first.
 * @throws {ConfigError} If it cannot be read, or what it extends; it names the place.
 */
export async function readDataConfig(
  path: string,
  within: readonly string[] = [],
): Promise<Linter.Config[]> {
  const document = new DataDocument(path, readFileSync(path, "utf8"));
  const { extends: presets = [], packs = [], overrides = [], ...own } = dataConfigOf(document);
  const configs: Linter.Config[] = [];
  for (const [index, name] of presets.entries()) {
    const place = document.placeOf(["extends", index]);
    configs.push(...(await presetOf(name, path, place, [...within, path])));
  }
  const plugins: Record<string, object> = { gopherwood };
  for (const [index, name] of packs.entries()) {
    const place = document.placeOf(["packs", index]);
    const pack = await exportOf(name, "default", path, place);
    const { namespace } = (pack as { meta?: { namespace?: string } } | undefined)?.meta ?? {};
    if (namespace === undefined) {
      throw new ConfigError(
        place,
        `'${name}' is no rule pack: its default export has no 'meta.namespace'.`,
      );
    }
    plugins[namespace] = pack as object;
  }
  const { ignores = [], files = ["**/*.go"], ...rest } = own;
  if (ignores.length > 0) configs.push({ ignores: [...ignores] });
  configs.push(entry({ ...rest, files }, plugins));
  for (const override of overrides) configs.push(entry(override, plugins));
  return configs;
}

/** Returns `path:line:column` of a rule's entry in a config without code, or the path. */
export function placeOfRule(path: string, ruleId: string): string {
  return new DataDocument(path, readFileSync(path, "utf8")).placeOfKey(ruleId);
}

function entry(data: DataEntry, plugins: Record<string, object>): Linter.Config {
  return { ...data, plugins, language: "gopherwood/go" } as unknown as Linter.Config;
}

/** Returns the configs of a preset: of ours, of a package, or of another file. */
async function presetOf(
  name: string,
  from: string,
  place: string,
  within: readonly string[],
): Promise<Linter.Config[]> {
  if (name.startsWith(".") && isDataConfig(name)) {
    const path = resolve(dirname(from), name);
    if (within.includes(path)) {
      throw new ConfigError(
        place,
        `'${name}' extends itself: ${[...within, path].join(" > ")}.`,
      );
    }
    try {
      return await readDataConfig(path, within);
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      throw new ConfigError(place, `'${name}' cannot be read: ${messageOf(error)}.`, error);
    }
  }
  const isOurs = /^[a-z][\w-]*$/u.test(name);
  const [module = "", exported = "default"] = isOurs
    ? [PRESETS, camelCase(name)]
    : name.split("#", 2);
  const found = await exportOf(module, exported, from, place);
  const pack = isPack(found) ? found : await exportOf(module, "default", from, place);
  const ofPack = isPack(pack) ? pack.configs : {};
  const preset = isPack(found) ? undefined : (found ?? ofPack[exported]);
  if (typeof preset === "object" && preset !== null) {
    return [preset].flat(Infinity);
  }
  const names = Object.keys(ofPack).map((key) => `'${module}#${key}'`);
  const why = isOurs
    ? `'${name}' is no preset of '${PRESETS}'; one of a pack is written '${name}#recommended'.`
    : `'${module}' has no preset '${exported}'${names.length > 0 ? `: it has ${names.join(", ")}` : ""}.`;
  throw new ConfigError(place, why);
}

function isPack(value: unknown): value is { configs: Readonly<Record<string, unknown>> } {
  return typeof value === "object" && value !== null && "meta" in value && "configs" in value;
}

async function exportOf(
  name: string,
  exported: string,
  from: string,
  place: string,
): Promise<unknown> {
  const parent = pathToFileURL(from).href;
  try {
    const module = (await import(resolveModule(name, parent))) as Record<string, unknown>;
    return module[exported];
  } catch (error) {
    const isMissing = (error as { code?: string }).code === "ERR_MODULE_NOT_FOUND";
    const message = isMissing
      ? `'${name}' is not installed here: 'npm install --save-dev ${name}'.`
      : `'${name}' cannot be loaded: ${messageOf(error)}.`;
    throw new ConfigError(place, message, error);
  }
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
