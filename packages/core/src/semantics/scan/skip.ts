const LINE_END = 0x0a;
const STAR = 0x2a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;

// A letter of two units is looked at by halves.
const LETTER = /[\p{L}\p{Cs}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Cs}\p{Nd}]/u;
const SPACE = /\s/u;

/** The roles that characters have for the text after them. */
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const SLASHES = 4;
const ROLES = new Uint8Array(0x10000);
for (const [index, chars] of ["([{", ")]}", "\"'`", "/"].entries()) {
  for (const char of chars) ROLES[char.charCodeAt(0)] = index + 1;
}

// Functions of a text and an offset, and no methods: an engine has less to find out about them,
// and most of every file is passed over here, often before it has.

/** Returns the offset after the bracket that closes the one at an offset; `end` if there is none. */
export function endOfBrackets(text: string, start: number, end: number): number {
  let depth = 0;
  let at = start;
  while (at < end) {
    switch (ROLES[text.charCodeAt(at)]) {
      case OPENS:
        depth += 1;
        at += 1;
        break;
      case CLOSES:
        depth -= 1;
        at += 1;
        if (depth === 0) return at;
        break;
      case QUOTES:
        at = endOfQuoted(text, at, end);
        break;
      case SLASHES:
        at = Math.max(at + 1, endOfComment(text, at, end));
        break;
      default:
        at += 1;
    }
  }
  return end;
}

/** The keyword of a top-level declaration, or the end. */
const TOP_LEVEL = /(?:const|func|type|var)\b|$/uy;

/**
 * Returns the offset after the body of a top-level function. In formatted code the next line
 * that begins with a brace ends it, which is found many times faster; other code, and strings
 * over several lines, are scanned.
 *
 * @param start The offset of the opening brace, in UTF-16 units.
 */
export function endOfBody(text: string, start: number, end: number): number {
  const last = text.startsWith("\n\t", start + 1) ? text.indexOf("\n}", start) : -1;
  const body = text.slice(start, last);
  if (last === -1 || last >= end || body.includes("`") || body.includes("/*"))
    return endOfBrackets(text, start, end);
  const after = last + "\n}".length;
  TOP_LEVEL.lastIndex = endOfSpace(text, after, end);
  return TOP_LEVEL.test(text) ? after : endOfBrackets(text, start, end);
}

/**
 * Returns the offset after a string or rune, which ends before the end of its line at the latest
 * unless it is a raw string.
 */
function endOfQuoted(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  if (quote === BACKQUOTE) return endOfNext("`", text, start + 1, end);
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === quote) return at + 1;
    else if (code === LINE_END) return at;
  }
  return end;
}

/** Returns the offset after spaces, line ends and comments. */
export function endOfSpace(text: string, start: number, end: number): number {
  for (let at = start; ;) {
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    const after = at < end ? endOfComment(text, at, end) : at;
    if (after === at) return at;
    at = after;
  }
}

/** Returns the offset after a name or keyword, or the offset itself if none begins there. */
export function endOfWord(text: string, start: number, end: number): number {
  if (start >= end || !startsName(text.charCodeAt(start))) return start;
  let at = start + 1;
  while (at < end && isNamePart(text.charCodeAt(at))) at += 1;
  return at;
}

/**
 * Returns the offset after a comment, or the offset itself if none begins there; the line end
 * of a line comment is left.
 */
export function endOfComment(text: string, start: number, end: number): number {
  const next = text.charCodeAt(start) === SLASH ? text.charCodeAt(start + 1) : 0;
  if (next === STAR) return endOfNext("*/", text, start + 2, end);
  if (next !== SLASH) return start;
  const lineEnd = text.indexOf("\n", start);
  return lineEnd === -1 || lineEnd > end ? end : lineEnd;
}

/** Returns the offset after one character, a string, a comment, or a pair of brackets. */
export function endOfElement(text: string, start: number, end: number): number {
  switch (ROLES[text.charCodeAt(start)]) {
    case OPENS:
      return endOfBrackets(text, start, end);
    case QUOTES:
      return endOfQuoted(text, start, end);
    case SLASHES:
      return Math.max(start + 1, endOfComment(text, start, end));
    default:
      return start + 1;
  }
}

/** Returns true for `(`, `[` and `{`. */
export function isOpeningBracket(code: number): boolean {
  return ROLES[code] === OPENS;
}

/** Returns true for `)`, `]` and `}`. */
export function isClosingBracket(code: number): boolean {
  return ROLES[code] === CLOSES;
}

function endOfNext(wanted: string, text: string, start: number, end: number): number {
  const found = text.indexOf(wanted, start);
  return found === -1 ? end : Math.min(found + wanted.length, end);
}

export function startsName(code: number): boolean {
  return code < 0x80
    ? (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f
    : LETTER.test(String.fromCharCode(code));
}

function isNamePart(code: number): boolean {
  return code < 0x80
    ? startsName(code) || (code >= 0x30 && code <= 0x39)
    : LETTER_OR_DIGIT.test(String.fromCharCode(code));
}

export function isSpace(code: number): boolean {
  return code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code >= 0xa0 && SPACE.test(String.fromCharCode(code));
}
