/** The operand of a method call in a text: `log.G(ctx).With(a)` before `.Info()`. */
export interface Operand {
  /** Its offset, in UTF-16 units; null if it is not read so far. */
  readonly start: number | null;
  /**
   * The name of a package or a variable that the operand is, or that calls are chained to: `log`.
   * Null for anything else, such as `f()` or `s.log`.
   */
  readonly root: string | null;
  readonly hasCalls: boolean;
}

/** Before a dot: a name, or the bracket that closes a call. */
const SELECTED = /(?<=(?<all>(?<dot>\.\s*)?(?:(?<name>[\p{L}\p{N}_]+)|\))\s*\.\s*))/uy;
/** Before the bracket that opens a call. */
const CALLED = /(?<=(?<all>(?<dot>\.\s*)?(?<name>[\p{L}\p{N}_]+)\s*))/uy;
const DOT = /(?<=\.\s*)/uy;
/** Before a statement, which may stand in parentheses. */
const STATEMENT = /(?<=(?:^|[\n;{}:]|\*\/|\b(?:go|defer)\b)[ \t(]*)/uy;

/**
 * Returns the operand of a method call. The text is read backwards and not parsed.
 *
 * @param method The offset of the method's name, in UTF-16 units.
 * @returns Null if there is no dot before the name.
 */
export function operandOf(text: string, method: number): Operand | null {
  let hasCalls = false;
  let hasFields = false;
  for (let end = method; ;) {
    const selected = groupsAt(end, SELECTED, text);
    if (!selected) return groupsAt(end, DOT, text) && { start: null, root: null, hasCalls };
    const isCall = selected["name"] === undefined;
    const last = end - lengthOf(selected["all"]);
    const called = isCall ? openingBracket(text, last) : end;
    const name = isCall ? groupsAt(called, CALLED, text) : selected;
    if (!name) return { start: null, root: null, hasCalls: true };
    const start = called - lengthOf(name["all"]);
    if (name["dot"] === undefined) {
      return { start, root: isCall || hasFields ? null : (name["name"] ?? null), hasCalls };
    }
    if (isCall) hasCalls = true;
    else hasFields = true;
    end = start + lengthOf(name["dot"]);
  }
}

/** Returns true if a statement may begin at an offset of a text, in UTF-16 units. */
export function mayBeginStatement(text: string, at: number): boolean {
  return groupsAt(at, STATEMENT, text) !== null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Returns the groups of a match at an offset, or null if there is none. */
function groupsAt(at: number, pattern: RegExp, text: string): Groups | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && (match.groups ?? {});
}

function lengthOf(part: string | undefined): number {
  return part?.length ?? 0;
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
