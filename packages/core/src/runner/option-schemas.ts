import type { Linter } from "eslint";
import type { ValueSchema } from "../rule/options.ts";
import { surelyAllows } from "../rule/surely-allows.ts";
import { isObject } from "../source/is-object.ts";
import { splitRuleId } from "./rule-id.ts";

/** A rule that `defineRule` made: its schema and its defaults come from one declaration. */
interface DefinedRule {
  readonly name: string;
  readonly meta: {
    readonly schema: readonly ValueSchema[];
    readonly defaultOptions: readonly Readonly<Record<string, unknown>>[];
  };
}

/** For each config in calculation, the rules whose options may be wrong. */
const calculations = new Set<ReadonlySet<unknown>>();
let isLinting = false;

/**
 * Calculates a config by ESLint, which then validates the options of some of our rules alone: it
 * compiles a validator for the schema of each rule, which takes longer than all other work on a
 * config.
 *
 * @param rules The rules whose options may be wrong.
 */
export async function validatingOnly<T>(
  rules: ReadonlySet<unknown>,
  calculate: () => Promise<T>,
): Promise<T> {
  // Of its own, as others may end before this one.
  const unsure = new Set(rules);
  calculations.add(unsure);
  try {
    return await calculate();
  } finally {
    calculations.delete(unsure);
  }
}

/** Lints by ESLint, which validates all options that stand in comments. */
export function validatingAll<T>(lint: () => T): T {
  isLinting = true;
  try {
    return lint();
  } finally {
    isLinting = false;
  }
}

/** Returns true if ESLint has to validate the options of a rule now. */
function isValidated(rule: unknown): boolean {
  if (isLinting || calculations.size === 0) return true;
  return [...calculations].some((unsure) => unsure.has(rule));
}

/** Returns the `meta` of a rule with a schema that ESLint reads where it has to validate. */
export function metaOf(rule: unknown): object | undefined {
  const { meta } = rule as { meta?: object };
  if (!isDefined(rule)) return meta;
  return Object.defineProperty({ ...meta }, "schema", {
    get: () => (isValidated(rule) ? rule.meta.schema : false),
    enumerable: true,
  });
}

/** Returns the rules to which one of some configs gives options that may be wrong. */
export function unsureRules(configs: readonly Linter.Config[]): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  // They are not validated yet.
  for (const config of configs as readonly (Linter.Config | null | undefined)[]) {
    for (const [ruleId, entry] of Object.entries(config?.rules ?? {})) {
      const options: readonly unknown[] = Array.isArray(entry) ? entry.slice(1) : [];
      for (const rule of rulesNamed(ruleId, configs)) {
        if (isDefined(rule) && !areSurelyRight(options, rule)) found.add(rule);
      }
    }
  }
  return found;
}

/** Returns the rules of an id: several if configs have different plugins of one name. */
export function rulesNamed(
  ruleId: string,
  configs: readonly (Linter.Config | null | undefined)[],
): unknown[] {
  const { plugin, name } = splitRuleId(ruleId);
  return configs.flatMap((config) => config?.plugins?.[plugin]?.rules?.[name] ?? []);
}

/** Returns true for a rule that `defineRule` made. */
export function isDefined(rule: unknown): rule is DefinedRule {
  const { name, meta } = rule as Partial<DefinedRule>;
  return (
    typeof name === "string" &&
    Array.isArray(meta?.schema) &&
    Array.isArray(meta.defaultOptions) &&
    meta.schema.length === meta.defaultOptions.length
  );
}

/** Returns true if options are surely right when ESLint has merged them with the defaults. */
function areSurelyRight(options: readonly unknown[], { meta }: DefinedRule): boolean {
  const { schema, defaultOptions } = meta;
  if (options.length > schema.length) return false;
  return schema.every((one, index) => {
    const defaults = defaultOptions[index] ?? {};
    const given = options[index] ?? {};
    if (!isObject(given)) return false;
    // ESLint merges objects in objects as well.
    const isMerged = Object.entries(given).some(
      ([name, value]) => isObject(value) && isObject(defaults[name]),
    );
    return !isMerged && surelyAllows(one, { ...defaults, ...given });
  });
}
