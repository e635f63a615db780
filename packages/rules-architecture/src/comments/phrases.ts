import escapeRegExp from "escape-string-regexp";

/**
 * Returns a pattern for phrases of any case, with any spaces, commas and hyphens between
 * their words; null for no phrases.
 */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  const alternatives = phrases.map((phrase) =>
    wordsOf(phrase.trim())
      .map(escapeRegExp)
      .join(String.raw`[\s,-]+`),
  );
  return alternatives.length === 0
    ? null
    : new RegExp(String.raw`(?<![\w-])(?:${alternatives.join("|")})(?![\w-])`, "iu");
}

/** Returns literals, one of which stands in every text that has a phrase. */
export function literalsOf(phrase: string): string[] {
  const [longest = ""] = wordsOf(phrase).sort((a, b) => b.length - a.length);
  return [longest.slice(1).toLowerCase(), longest.toUpperCase()];
}

function wordsOf(phrase: string): string[] {
  return phrase.split(/[\s-]+/u);
}
