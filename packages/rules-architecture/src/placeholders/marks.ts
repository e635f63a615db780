import escapeRegExp from "escape-string-regexp";

/** Returns a source of a pattern for marks that are words: TODO does not mean TODOs. */
function sourceOf(mark: string): string {
  return escapeRegExp(mark) + (/\w$/u.test(mark) ? String.raw`\b` : "");
}

/** Returns a pattern for texts that begin with a mark, or null if there are no marks. */
export function markPattern(marks: readonly string[]): RegExp | null {
  return marks.length === 0 ? null : new RegExp(`^(?:${marks.map(sourceOf).join("|")})`, "u");
}
