import type { RuleDefinition } from "@eslint/core";
import type { Prefilter } from "@gopherwood/core";

/**
 * Returns true if the engine would let the rule see the text: it has one of the words of the
 * rule's prefilter, or the rule has none.
 *
 * @param options The rule's options, defaults filled in.
 */
export function passesPrefilter(
  rule: RuleDefinition,
  options: readonly unknown[],
  text: string,
): boolean {
  const literals = prefilterLiterals(rule, options);
  return literals === null || literals.some((literal) => text.includes(literal));
}

/** Returns the words of the rule's prefilter, or null if it has none. */
export function prefilterLiterals(
  rule: RuleDefinition,
  options: readonly unknown[],
): readonly string[] | null {
  const { prefilter } = (rule.meta ?? {}) as { prefilter?: Prefilter<unknown[]> };
  if (typeof prefilter === "function") return prefilter([...options]);
  return prefilter ?? null;
}
