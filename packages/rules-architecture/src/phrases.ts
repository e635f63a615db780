/** An expression for some words in a row, of any case, whatever spaces, commas and hyphens are between them. */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  const alternatives = phrases.map((phrase) =>
    phrase
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
      .replace(/[\s-]+/gu, String.raw`[\s,-]+`),
  );
  return alternatives.length === 0
    ? null
    : new RegExp(String.raw`(?<![\w-])(?:${alternatives.join("|")})(?![\w-])`, "iu");
}

/** Literals, one of which stands in every text that has the phrase. */
export function literalsOf(phrase: string): string[] {
  const [longest = ""] = phrase.split(/[\s-]+/u).sort((a, b) => b.length - a.length);
  return [longest.slice(1).toLowerCase(), longest.toUpperCase()];
}
