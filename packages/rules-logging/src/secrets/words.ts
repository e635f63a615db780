/** Returns the words of a name in snake, kebab, camel or any other case, in lower case. */
export function wordsIn(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/**
 * Returns the index after the last occurrence of some words in others, one after the other,
 * or -1: in `secret_token` that of the token.
 */
export function endOfWords(wanted: readonly string[], words: readonly string[]): number {
  for (let start = words.length - wanted.length; start >= 0; start -= 1) {
    if (wanted.every((word, index) => words[start + index] === word)) {
      return start + wanted.length;
    }
  }
  return -1;
}

/**
 * Returns the spellings of the longest word of a name in snake case: one of them stands in the
 * name in every case and with every separator.
 */
export function spellingsOf(name: string): string[] {
  const word = name.split("_").reduce((a, b) => (b.length > a.length ? b : a));
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
}
