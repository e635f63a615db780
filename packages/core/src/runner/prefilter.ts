import { DIRECTIVE_LITERALS } from "../source/directives.ts";
import { prefilterWords } from "../rule/prefilter.ts";
import type { GoRule } from "../rule/types.ts";
import type { FileConfig } from "./file-config.ts";
import { splitRuleId } from "./rule-id.ts";
import { ConfigError, messageOf } from "./problems.ts";

/** The rules that may have something to say about a file: all, some, or none. */
export type Candidates = "all" | ReadonlySet<string>;

const prefilters = new WeakMap<FileConfig, Prefilter>();

/**
 * Returns the prefilter of a config, which is made once.
 *
 * @throws {ConfigError} If a rule's prefilter cannot be asked; it names the rule.
 */
export function prefilterOf(config: FileConfig): Prefilter {
  let prefilter = prefilters.get(config);
  if (!prefilter) prefilters.set(config, (prefilter = new Prefilter(config)));
  return prefilter;
}

/**
 * Decides by the words in a file's bytes which rules have to look at it, before
 * anything is decoded or parsed.
 */
export class Prefilter {
  readonly #literals: ReadonlyMap<string, Buffer>;
  readonly #rules: readonly {
    ruleId: string;
    literals: readonly string[] | null;
    isLazy: boolean;
  }[];

  constructor(config: FileConfig) {
    this.#rules = enabledRules(config).map(({ ruleId, rule, options }) => ({
      ruleId,
      literals: literalsOf(ruleId, rule, options),
      isLazy: rule?.meta?.lazy === true,
    }));
    const all = [
      ...DIRECTIVE_LITERALS,
      ...this.#rules.flatMap(({ literals }) => literals ?? []),
    ];
    this.#literals = new Map(all.map((literal) => [literal, Buffer.from(literal)]));
  }

  /**
   * Returns the rules for a file. One with a directive is for all: it may be unused, or turn a
   * rule on.
   */
  candidates(bytes: Buffer): Candidates {
    const seen = new Map<string, boolean>();
    const has = (literal: string): boolean => {
      let found = seen.get(literal);
      if (found === undefined) {
        found = bytes.includes(this.#literals.get(literal) ?? literal);
        seen.set(literal, found);
      }
      return found;
    };
    if (DIRECTIVE_LITERALS.some(has)) return "all";
    const rules = this.#rules.filter(({ literals }) => literals === null || literals.some(has));
    return new Set(rules.map(({ ruleId }) => ruleId));
  }

  /** Returns true if the file need not be parsed before one of these rules asks for it. */
  areLazy(candidates: Candidates): boolean {
    return (
      candidates !== "all" &&
      this.#rules.every(({ ruleId, isLazy }) => isLazy || !candidates.has(ruleId))
    );
  }
}

interface EnabledRule {
  readonly ruleId: string;
  readonly rule: Partial<GoRule> | undefined;
  readonly options: unknown[];
}

/** Returns the rules that a config turns on, with their options. */
export function enabledRules(config: FileConfig): EnabledRule[] {
  return Object.entries(config.rules ?? {})
    .filter(([, [severity]]) => severity > 0)
    .map(([ruleId, [, ...options]]) => ({ ruleId, rule: ruleOf(config, ruleId), options }));
}

/** Returns the rule of an id, if a plugin of the config has it. */
export function ruleOf(config: FileConfig, ruleId: string): Partial<GoRule> | undefined {
  const { plugin, name } = splitRuleId(ruleId);
  return config.plugins?.[plugin]?.rules?.[name] as Partial<GoRule> | undefined;
}

function literalsOf(
  ruleId: string,
  rule: Partial<GoRule> | undefined,
  options: unknown[],
): readonly string[] | null {
  try {
    return prefilterWords(rule?.meta?.prefilter, options);
  } catch (error) {
    // It may come from another copy of core.
    const isOptions = error instanceof Error && error.name === "OptionsError";
    const message = isOptions
      ? error.message
      : `meta.prefilter threw for the options ${JSON.stringify(options)}: ${messageOf(error)}`;
    throw new ConfigError(`Rule '${ruleId}'`, message, error);
  }
}
