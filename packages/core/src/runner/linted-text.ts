import type { ESLint } from "eslint";

const lintedTexts = new WeakMap<ESLint.LintResult, string>();

/** Keeps the text that was linted with a result that has the fixed text as `output`. */
export function keepLintedText(result: ESLint.LintResult, text: string): void {
  lintedTexts.set(result, text);
}

/** Returns the text that was linted, for a result with the fixed text as `output`. */
export function lintedTextOf(result: ESLint.LintResult): string | undefined {
  return lintedTexts.get(result);
}
