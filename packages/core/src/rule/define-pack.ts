import type { RuleConfig } from "@eslint/core";
import { checkContract, gopherwood } from "../language/plugin.ts";
import { addKnownRules } from "../source/known-rules.ts";
import type { GoRule } from "./types.ts";

/** Rules of a pack with their severities and options, by the part of their ids after the slash. */
type PackRules<Name extends string> = Readonly<Partial<Record<Name, RuleConfig>>>;

export interface PackOptions<Name extends string, Preset extends string> {
  /** The npm package. */
  readonly name: string;
  /** The part of the ids of its rules before the slash. */
  readonly namespace: string;
  readonly version: string;
  /** The rules by the part of their id after the slash. */
  readonly rules: Readonly<Record<Name, GoRule>>;
  /**
   * The address of the pack's directory `docs/rules`, such as one on GitHub: the page of a rule
   * is `<rule>.md` in it. Without it, rules have the addresses that they give themselves.
   */
  readonly pages?: string;
  /** The rules that the pack recommends to everyone. */
  readonly recommended: PackRules<Name>;
  /** More configs, by their names. */
  readonly presets?: Readonly<Record<Preset, PackRules<Name>>>;
}

/** A flat config object for Go files. */
export interface GoConfig {
  readonly name: string;
  readonly files: string[];
  readonly plugins: Record<string, object>;
  readonly language: string;
  readonly rules: Record<string, RuleConfig>;
}

/** A rule pack, which is an ESLint plugin; `Preset` are the names of its own configs. */
export interface GoPack<Preset extends string = never> {
  readonly meta: {
    readonly name: string;
    readonly namespace: string;
    readonly version: string;
  };
  readonly rules: Record<string, GoRule>;
  readonly configs: {
    /** The language and the pack, with no rule on. */
    readonly base: GoConfig;
    /** The rules that are for everyone. */
    readonly recommended: GoConfig;
  } & Readonly<Record<Preset, GoConfig>>;
}

/**
 * Makes an ESLint plugin of rules, with the configs that every pack has.
 *
 * @throws {Error} If the process has loaded a copy of core that the rules cannot run on, or
 *   one of the rules is none.
 */
export function definePack<Name extends string, const Preset extends string = never>(
  pack: PackOptions<Name, Preset>,
): GoPack<Preset> {
  const { name, namespace, version, recommended, presets = {}, pages } = pack;
  checkContract(name);
  assertRules(namespace, pack.rules);
  const rules = Object.fromEntries(
    Object.entries<GoRule>(pack.rules).map(([rule, definition]) => [
      rule,
      pages === undefined ? definition : withPage(definition, `${pages}/${rule}.md`),
    ]),
  );
  addKnownRules(namespace, Object.keys(rules));
  const plugin = { meta: { name, namespace, version }, rules };
  const config = (
    which: string,
    configured: Readonly<Record<string, RuleConfig>>,
  ): GoConfig => ({
    name: `${namespace}/${which}`,
    files: ["**/*.go"],
    plugins: { gopherwood, [namespace]: plugin },
    language: "gopherwood/go",
    rules: Object.fromEntries(
      Object.entries(configured).map(([rule, setting]) => [`${namespace}/${rule}`, setting]),
    ),
  });
  const own = Object.entries(presets).map(([which, configured]) => [
    which,
    config(which, configured as Record<string, RuleConfig>),
  ]);
  // The configs hold the pack itself: ESLint takes one plugin of a name.
  return Object.assign(plugin, {
    configs: {
      base: config("base", {}),
      recommended: config("recommended", recommended as Record<string, RuleConfig>),
      ...(Object.fromEntries(own) as Record<Preset, GoConfig>),
    },
  });
}

/** @throws {TypeError} If a rule is none, such as the export that a module does not have. */
function assertRules(namespace: string, rules: Readonly<Record<string, unknown>>): void {
  for (const [name, rule] of Object.entries(rules)) {
    if (typeof (rule as Partial<GoRule> | undefined)?.create === "function") continue;
    throw new TypeError(
      `'${name}' in the pack '${namespace}' is no rule: is it the default export of its module?`,
    );
  }
}

/** Returns a rule with the address of its page, if it gives none itself. */
function withPage(rule: GoRule, url: string): GoRule {
  return { ...rule, meta: { ...rule.meta, docs: { url, ...rule.meta.docs } } };
}
