import type { RuleConfig } from "@eslint/core";
import { checkContract, gopherwood } from "../language/plugin.ts";
import type { GoRule } from "./types.ts";

export interface PackOptions<Name extends string> {
  /** The npm package. */
  readonly name: string;
  /** The part of the ids of its rules before the slash. */
  readonly namespace: string;
  readonly version: string;
  /** The rules by the part of their id after the slash. */
  readonly rules: Readonly<Record<Name, GoRule>>;
  /** The rules that the pack recommends to everyone. */
  readonly recommended: Readonly<Partial<Record<Name, RuleConfig>>>;
}

/** A flat config object for Go files. */
export interface GoConfig {
  readonly name: string;
  readonly files: string[];
  readonly plugins: Record<string, object>;
  readonly language: string;
  readonly rules: Record<string, RuleConfig>;
}

/** A rule pack, which is an ESLint plugin. */
export interface GoPack {
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
  };
}

/**
 * Makes an ESLint plugin of rules, with the configs that every pack has.
 *
 * @throws {Error} If the process has loaded a copy of core that the rules cannot run on.
 */
export function definePack<Name extends string>(pack: PackOptions<Name>): GoPack {
  const { name, namespace, version, rules, recommended } = pack;
  checkContract(name);
  const plugin = { meta: { name, namespace, version }, rules };
  const config = (which: string, configured: Record<string, RuleConfig>): GoConfig => ({
    name: `${namespace}/${which}`,
    files: ["**/*.go"],
    plugins: { gopherwood, [namespace]: plugin },
    language: "gopherwood/go",
    rules: configured,
  });
  const recommendedRules = Object.entries<RuleConfig | undefined>(recommended).flatMap(
    ([rule, setting]) =>
      setting === undefined ? [] : [[`${namespace}/${rule}`, setting] as const],
  );
  return {
    ...plugin,
    configs: {
      base: config("base", {}),
      recommended: config("recommended", Object.fromEntries(recommendedRules)),
    },
  };
}
