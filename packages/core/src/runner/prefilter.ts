import { projectPathOf } from "../semantics/modules/project-path.ts";
import { DIRECTIVE_LITERALS } from "../source/directives.ts";
import type { FileSystem } from "../source/file-system.ts";
import { NOLINT_LITERAL } from "../source/nolint.ts";
import { prefilterTests } from "../rule/prefilter.ts";
import type { GoRule, PrefilterTest } from "../rule/types.ts";
import type { FileConfig } from "./file-config.ts";
import { splitRuleId } from "./rule-id.ts";
import { ConfigError, messageOf } from "./problems.ts";
import { WordSearch } from "./word-search.ts";

/** The rules that may have something to say about a file: all, some, or none. */
export type Candidates = "all" | ReadonlySet<string>;

const prefilters = new WeakMap<FileConfig, Prefilter>();

/**
 * Returns the prefilter of a config, which is made once.
 *
 * @internal
 * @throws {ConfigError} If a rule's prefilter cannot be asked; it names the rule.
 */
export function prefilterOf(config: FileConfig): Prefilter {
  let prefilter = prefilters.get(config);
  if (!prefilter) prefilters.set(config, (prefilter = new Prefilter(config)));
  return prefilter;
}

/**
 * Decides by the words in a file's bytes, and tests of its text, which rules have to look at it, before
 * anything is decoded or parsed.
 *
 * @internal
 */
export class Prefilter {
  readonly #literals: WordSearch;
  readonly #directives: readonly string[];
  readonly #rules: readonly {
    ruleId: string;
    tests: readonly PrefilterTest[] | null;
    /** Returns true if the rule asks for a parse itself, or leaves the file with a path alone. */
    isLazy: (projectPath: string) => boolean;
  }[];

  constructor(config: FileConfig) {
    this.#rules = enabledRules(config).map(({ ruleId, rule, options }) => ({
      ruleId,
      tests: testsOf(ruleId, rule, options),
      isLazy: (path) => rule?.meta?.lazy === true || leavesAlone(rule, path, options),
    }));
    const nolint = config.languageOptions?.["nolint"] ?? false;
    this.#directives = [...DIRECTIVE_LITERALS, ...(nolint === false ? [] : [NOLINT_LITERAL])];
    const tests = this.#rules.flatMap((rule) => rule.tests ?? []);
    const literals = tests.filter((test) => typeof test === "string");
    this.#literals = new WordSearch([...this.#directives, ...literals]);
  }

  /**
   * Returns the rules for a file. One with a directive is for all: it may be unused, or turn a
   * rule on.
   */
  candidates(bytes: Buffer): Candidates {
    const seen = new Map<PrefilterTest, boolean>();
    const hasLiteral = this.#literals.in(bytes);
    let text: string | undefined;
    const passes = (test: PrefilterTest): boolean => {
      let passed = seen.get(test);
      if (passed === undefined) {
        passed =
          typeof test === "string" ? hasLiteral(test) : test((text ??= bytes.toString("utf8")));
        seen.set(test, passed);
      }
      return passed;
    };
    if (this.#directives.some(passes)) return "all";
    const rules = this.#rules.filter(({ tests }) => tests === null || tests.some(passes));
    return new Set(rules.map(({ ruleId }) => ruleId));
  }

  /**
   * Returns true if a file need not be parsed before one of these rules asks for it.
   *
   * @param path Absolute.
   * @param files The files around it.
   */
  areLazy(candidates: Candidates, path: string, files: FileSystem): boolean {
    if (candidates === "all") return false;
    const projectPath = projectPathOf(path, files);
    return this.#rules.every(
      ({ ruleId, isLazy }) => !candidates.has(ruleId) || isLazy(projectPath),
    );
  }
}

interface EnabledRule<Rule> {
  readonly ruleId: string;
  readonly severity: 1 | 2;
  readonly rule: Rule | undefined;
  readonly options: unknown[];
}

const enabled = new WeakMap<FileConfig, EnabledRule<unknown>[]>();

/** Returns the rules that a config turns on, with their options. */
export function enabledRules<Rule = Partial<GoRule>>(
  config: FileConfig,
): readonly EnabledRule<Rule>[] {
  let found = enabled.get(config);
  if (!found) {
    found = Object.entries(config.rules ?? {}).flatMap(([ruleId, [severity, ...options]]) =>
      severity === 1 || severity === 2
        ? [{ ruleId, severity, rule: ruleOf(config, ruleId), options }]
        : [],
    );
    enabled.set(config, found);
  }
  return found as EnabledRule<Rule>[];
}

/** ESLint's name for the plugin of its own rules. */
const ESLINT = "@";

/** Returns the rule of an id, if a plugin of the config or ESLint itself has it. */
export function ruleOf(config: FileConfig, ruleId: string): Partial<GoRule> | undefined {
  const { plugin, name } = splitRuleId(ruleId);
  const { rules } = config.plugins?.[plugin === "" ? ESLINT : plugin] ?? {};
  return rules?.[name] as Partial<GoRule> | undefined;
}

function leavesAlone(
  rule: Partial<GoRule> | undefined,
  path: string,
  options: unknown[],
): boolean {
  return rule?.meta?.leavesAlone?.(path, options) === true;
}

function testsOf(
  ruleId: string,
  rule: Partial<GoRule> | undefined,
  options: unknown[],
): readonly PrefilterTest[] | null {
  try {
    return prefilterTests(rule?.meta?.prefilter, options);
  } catch (error) {
    // It may come from another copy of core.
    const isOptions = error instanceof Error && error.name === "OptionsError";
    const message = isOptions
      ? error.message
      : `meta.prefilter threw for the options ${JSON.stringify(options)}: ${messageOf(error)}`;
    throw new ConfigError(`Rule '${ruleId}'`, message, error);
  }
}
