import type { ESLint, Linter } from "eslint";
import { GoLanguage } from "../language/go-language.ts";
import { isObject } from "../source/is-object.ts";
import { ConfigMatcher, isPattern } from "./config-matcher.ts";
import type { FileConfig } from "./file-config.ts";
import { NeedsEslint } from "./linter/needs-eslint.ts";
import { PlainConfig, type MergedConfig } from "./plain-config.ts";
import { isDefined, rulesNamed } from "./option-schemas.ts";
import { splitRuleId } from "./rule-id.ts";

type Rules = Readonly<Record<string, unknown>>;
type ObjectOf<T> = Readonly<Record<string, T>>;

/** The keys that every config object may have, and those with a meaning for Go. */
const KEYS: ObjectOf<(value: unknown, configs: readonly Linter.Config[]) => boolean> = {
  name: isString,
  basePath: isString,
  files: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isPattern(one) || (Array.isArray(one) && one.every(isPattern))),
  ignores: (value) => Array.isArray(value) && value.every(isPattern),
  language: isString,
  languageOptions: isObject,
  linterOptions: isLinterOptions,
  plugins: (value) => isObject(value) && Object.values(value).every(isObject),
  rules: (value, configs) =>
    isObject(value) &&
    Object.entries(value).every(([id, entry]) => isRuleEntry(entry) && isKnown(id, configs)),
  settings: isObject,
};

const SEVERITIES = new Map<unknown, number>([
  ...([0, 1, 2] as const).map((severity) => [severity, severity] as const),
  ...(["off", "warn", "error"] as const).map((name, severity) => [name, severity] as const),
]);

/** ESLint's. */
export const DEFAULT_IGNORES = { ignores: ["**/node_modules/", ".git/"] };
/** ESLint's, without those for JavaScript. */
const DEFAULTS: readonly Linter.Config[] = [
  { linterOptions: { reportUnusedDisableDirectives: "warn" } },
  DEFAULT_IGNORES,
];

/** The ways in which ESLint merges the keys of config objects. */
const MERGES = {
  language: (first?: string, second?: string) => second ?? first,
  languageOptions: deepMerge,
  linterOptions: mergeLinterOptions,
  plugins: mergePlugins,
  rules: mergeRules,
  settings: deepMerge,
} as Readonly<Record<string, (first?: unknown, second?: unknown) => unknown>>;

/**
 * Config objects that are surely right for Go files: of them, it is known what ESLint makes,
 * which then need not be loaded.
 */
export class PlainConfigs {
  readonly #configs: readonly Linter.Config[];
  readonly #matcher: ConfigMatcher;
  /** By the places of the objects that they are made of. */
  readonly #made = new Map<string, FileConfig>();

  private constructor(configs: readonly Linter.Config[], basePath: string) {
    this.#configs = [...DEFAULTS, ...configs];
    this.#matcher = new ConfigMatcher(this.#configs, basePath);
  }

  /**
   * Returns the configs, or null if ESLint has to look at them.
   *
   * @param configs Without rules whose options may be wrong.
   * @param basePath The directory that patterns count from.
   * @param watched The same configs, with the rules that are run.
   */
  static of(
    configs: readonly Linter.Config[],
    basePath: string,
    watched = configs,
  ): PlainConfigs | null {
    const arePlain = configs.every(
      (config) =>
        isObject(config) &&
        Object.entries(config).every(
          ([key, value]) => Object.hasOwn(KEYS, key) && KEYS[key]?.(value, configs) === true,
        ),
    );
    return arePlain ? new PlainConfigs(watched, basePath) : null;
  }

  /**
   * Returns the config of a Go file; undefined if the configs ignore it or have nothing for it.
   *
   * @param path Absolute.
   * @throws If it needs ESLint.
   */
  configFor(path: string): FileConfig | undefined {
    const matching = this.#matcher.matching(path);
    if (!matching) return undefined;
    const key = matching.join();
    let config = this.#made.get(key);
    if (!config) {
      config = finished(merged(matching.map((at) => this.#configs[at] ?? {})));
      this.#made.set(key, config);
    }
    return config;
  }
}

/** Merges config objects, of which each has some of the keys. */
function merged(configs: readonly object[]): MergedConfig {
  const values = Object.entries(MERGES).map(([key, merge]) => {
    const given = configs.filter((config) => Object.hasOwn(config, key));
    const value = given.reduce<unknown>(
      (first, config) => merge(first, (config as Readonly<Record<string, unknown>>)[key]),
      undefined,
    );
    return [key, value] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Fills in what ESLint fills in. */
function finished(merged: MergedConfig): FileConfig {
  const { plugins = {}, language: name = "", rules = {}, languageOptions = {} } = merged;
  const slash = name.lastIndexOf("/");
  const language = plugins[name.slice(0, slash)]?.languages?.[name.slice(slash + 1)];
  if (!(language instanceof GoLanguage)) throw new NeedsEslint();
  const options = deepMerge(language.defaultLanguageOptions, languageOptions);
  language.validateLanguageOptions(options);
  const filled = Object.entries(rules).map(([ruleId, entry]) => {
    const { plugin, name } = splitRuleId(ruleId);
    const rule = plugins[plugin]?.rules?.[name] as RuleWithDefaults | undefined;
    if (!rule || rule.meta.languages) throw new NeedsEslint();
    return [ruleId, withDefaults(entry, rule)] as const;
  });
  return new PlainConfig(merged, {
    plugins,
    language,
    languageOptions: options,
    ...(merged.rules && { rules: Object.fromEntries(filled) }),
  });
}

interface RuleWithDefaults {
  readonly meta: { readonly defaultOptions: readonly object[]; readonly languages?: unknown };
}

function withDefaults(
  [severity, ...given]: readonly [number, ...unknown[]],
  { meta }: RuleWithDefaults,
): [number, ...unknown[]] {
  const options = meta.defaultOptions.map((defaults, at) => {
    const own = given[at];
    return own === undefined ? defaults : { ...defaults, ...(own as object) };
  });
  return [severity, ...options, ...given.slice(options.length)];
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isKnown(ruleId: string, configs: readonly Linter.Config[]): boolean {
  const rules = rulesNamed(ruleId, configs);
  return rules.length > 0 && rules.every(isDefined);
}

function isRuleEntry(entry: unknown): boolean {
  if (!Array.isArray(entry)) return SEVERITIES.has(entry);
  const [severity, ...options] = entry as unknown[];
  return SEVERITIES.has(severity) && options.every(isWhole);
}

/** Returns true for options without a value that is `undefined`, which stands for a default. */
function isWhole(options: unknown): boolean {
  return isObject(options) && Object.values(options).every((value) => value !== undefined);
}

function isLinterOptions(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { noInlineConfig = false, ...severities } = value;
  return (
    typeof noInlineConfig === "boolean" &&
    Object.entries(severities).every(
      ([key, severity]) =>
        ["reportUnusedDisableDirectives", "reportUnusedInlineConfigs"].includes(key) &&
        SEVERITIES.has(severity),
    )
  );
}

function mergeLinterOptions(first: ObjectOf<unknown> = {}, second: ObjectOf<unknown> = {}) {
  const merged = Object.entries({ ...first, ...second });
  return Object.fromEntries(
    merged.map(([key, value]) => [key, SEVERITIES.get(value) ?? value]),
  );
}

function mergePlugins(
  first: ObjectOf<ESLint.Plugin> = {},
  second: ObjectOf<ESLint.Plugin> = {},
): ObjectOf<ESLint.Plugin> {
  for (const [name, plugin] of Object.entries(second)) {
    if (Object.hasOwn(first, name) && first[name] !== plugin) throw new NeedsEslint();
  }
  return { ...first, ...second };
}

/** Merges rule entries: one that has only a severity keeps the options. */
function mergeRules(first: Rules = {}, second: Rules = {}): Rules {
  const merged = Object.entries({ ...first, ...second }).map(([ruleId, entry]) => {
    const [severity, ...options] = entryOf(entry);
    const before = Object.hasOwn(second, ruleId) ? first[ruleId] : undefined;
    const kept = options.length === 0 && before !== undefined ? entryOf(before).slice(1) : [];
    return [ruleId, structuredClone([SEVERITIES.get(severity), ...options, ...kept])];
  });
  return Object.fromEntries(merged) as Rules;
}

function entryOf(entry: unknown): readonly unknown[] {
  return Array.isArray(entry) ? entry : [entry];
}

/** Merges objects in objects; another value of the second takes the place of the first's. */
function deepMerge(
  first: Readonly<Record<string, unknown>> = {},
  second: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...first, ...second };
  for (const [key, value] of Object.entries(second)) {
    const before = first[key];
    if (value === undefined) result[key] = before;
    else if (isObject(before) && isObject(value)) result[key] = deepMerge(before, value);
  }
  return result;
}
