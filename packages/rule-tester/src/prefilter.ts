import type { RuleDefinition } from "@eslint/core";
import type { Prefilter, PrefilterTest } from "@gopherwood/core";

/**
 * Returns true if the engine would let the rule see the text: it passes one of the tests of the
 * rule's prefilter, or the rule has none.
 *
 * @param options The rule's options, defaults filled in.
 */
export function passesPrefilter(
  rule: RuleDefinition,
  options: readonly unknown[],
  text: string,
): boolean {
  const tests = prefilterTests(rule, options);
  return (
    tests?.some((test) => (typeof test === "string" ? text.includes(test) : test(text))) ?? true
  );
}

/** Returns the words of the rule's prefilter. */
export function prefilterWords(rule: RuleDefinition, options: readonly unknown[]): string[] {
  return (prefilterTests(rule, options) ?? []).filter((test) => typeof test === "string");
}

function prefilterTests(
  rule: RuleDefinition,
  options: readonly unknown[],
): readonly PrefilterTest[] | null {
  const { prefilter } = (rule.meta ?? {}) as { prefilter?: Prefilter<unknown[]> };
  if (typeof prefilter === "function") return prefilter([...options]);
  return prefilter ?? null;
}
