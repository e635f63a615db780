import escapeRegExp from "escape-string-regexp";

/** Options are the same object in every file of a run. */
const patterns = new WeakMap<readonly string[], RegExp | null>();

/**
 * Returns a pattern for phrases, with any spaces, commas and hyphens between their words;
 * null for no phrases. A word may be in small letters or capitals, or begin with one.
 */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  let pattern = patterns.get(phrases);
  if (pattern === undefined) patterns.set(phrases, (pattern = createPattern(phrases)));
  return pattern;
}

function createPattern(phrases: readonly string[]): RegExp | null {
  const alternatives = phrases.map((phrase) =>
    wordsOf(phrase)
      .map(wordSource)
      .join(String.raw`[\s,-]+`),
  );
  return alternatives.length === 0
    ? null
    : new RegExp(String.raw`(?<![\w-])(?:${alternatives.join("|")})(?![\w-])`, "u");
}

/** Returns literals, one of which stands in every text that has a phrase. */
export function literalsOf(phrase: string): string[] {
  const [longest = ""] = wordsOf(phrase).sort((a, b) => b.length - a.length);
  return [longest.slice(1).toLowerCase(), longest.toUpperCase(), longest];
}

function wordsOf(phrase: string): string[] {
  return phrase.trim().split(/[\s-]+/u);
}

function wordSource(word: string): string {
  const small = word.toLowerCase();
  const capitalized = small.slice(0, 1).toUpperCase() + small.slice(1);
  const forms = new Set([small, capitalized, word.toUpperCase(), word]);
  return `(?:${[...forms].map(escapeRegExp).join("|")})`;
}
