const WORD = /[\p{L}\p{N}_]/u;

/**
 * Returns the name that a chain of calls begins with, of a package or a variable: `log` in
 * `log.G(ctx).With(a).Info`. The text is read backwards and not parsed.
 *
 * @param end The offset after the dot before the last name, in UTF-16 units.
 * @returns Null for anything else, such as `f().Info`, `s.log().Info` or a chain with a comment.
 */
export function rootOfCallChain(text: string, end: number): string | null {
  for (let at = end; ;) {
    at = beforeSpace(text, at);
    if (text[at - 1] !== ".") return null;
    at = beforeSpace(text, at - 1);
    const isCall = text[at - 1] === ")";
    const afterName = isCall ? beforeSpace(text, openingBracket(text, at - 1)) : at;
    at = beforeWord(text, afterName);
    if (at === afterName) return null;
    if (!isCall) {
      const isField = text[beforeSpace(text, at) - 1] === ".";
      return isField ? null : text.slice(at, afterName);
    }
  }
}

function beforeSpace(text: string, end: number): number {
  let at = end;
  while (/\s/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function beforeWord(text: string, end: number): number {
  let at = end;
  while (WORD.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Returns the offset of the bracket that opens before a closing one; 0 if there is none. */
function openingBracket(text: string, closing: number): number {
  let depth = 0;
  for (let at = closing; at > 0; at -= 1) {
    const character = text.charAt(at);
    if (character === ")") depth += 1;
    else if (character === "(") depth -= 1;
    else if (/["'`]/u.test(character)) at = openingQuote(text, at);
    else if (character === "/" && /[/*]/u.test(text.charAt(at - 1))) return 0;
    if (depth === 0) return at;
  }
  return 0;
}

/** Returns the offset of the quote that opens before a closing one; 0 if there is none. */
function openingQuote(text: string, closing: number): number {
  const quote = text.charAt(closing);
  for (let at = closing - 1; at > 0; at -= 1) {
    if (text.charAt(at) === quote && (quote === "`" || !isEscaped(text, at))) return at;
  }
  return 0;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charAt(at - 1 - backslashes) === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}
