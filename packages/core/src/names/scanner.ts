const LINE_END = 0x0a;
const STAR = 0x2a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;
// A letter of two units is looked at by halves.
const LETTER = /[\p{L}\p{Cs}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Cs}\p{Nd}]/u;
const SPACE = /\s/u;

/** What a character does to the text behind it. */
const PLAIN = 0;
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const SLASHES = 4;
const ROLES = new Uint8Array(0x10000);
for (const [index, chars] of ["([{", ")]}", "\"'`", "/"].entries()) {
  for (const char of chars) ROLES[char.charCodeAt(0)] = index + 1;
}

/** Goes through a stretch of Go by its words, spaces, brackets and quotes. */
export class Scanner {
  readonly text: string;
  /** The offset of the character at hand, in UTF-16 units. */
  at: number;
  readonly #end: number;

  /** @param end The offset of the end: what stands behind it is not there. */
  constructor(text: string, at: number, end: number) {
    this.text = text;
    this.at = at;
    this.#end = end;
  }

  /** The character at hand; NaN at the end. */
  get code(): number {
    return this.at < this.#end ? this.text.charCodeAt(this.at) : Number.NaN;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  /** Past the character at hand, if it is this one. */
  take(code: number): boolean {
    if (this.code !== code) return false;
    this.at += 1;
    return true;
  }

  /** Past this text, if it is at hand. */
  takeText(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Past spaces, line ends and comments. */
  skipSpace(): void {
    do while (isSpace(this.code)) this.at += 1;
    while (this.#skipComment());
  }

  /** Past what does not end a statement: spaces, and comments that end on this line. */
  skipBlanks(): void {
    for (;;) {
      while (this.code !== LINE_END && isSpace(this.code)) this.at += 1;
      const start = this.at;
      if (!this.#skipComment()) return;
      const isLine = this.text.charCodeAt(start + 1) === SLASH;
      if (!isLine && !this.text.slice(start, this.at).includes("\n")) continue;
      this.at = start;
      return;
    }
  }

  /** The name or keyword at hand, which is passed; empty if there is none. */
  word(): string {
    const start = this.at;
    if (!startsName(this.code)) return "";
    do this.at += 1;
    while (isNamePart(this.code));
    return this.text.slice(start, this.at);
  }

  /** Past one character, or a string, a comment, or all that a bracket encloses. */
  pass(): void {
    const role = roleOf(this.code);
    if (role === OPENS) this.skipBrackets();
    else if (role === QUOTES) this.skipQuoted();
    else if (role !== SLASHES || !this.#skipComment()) this.at += 1;
  }

  /** From an opening bracket past the one that closes it, or to the end. */
  skipBrackets(): void {
    const { text } = this;
    const end = this.#end;
    let depth = 0;
    // Most of every file is passed over here: one look at each character.
    for (let at = this.at; at < end; at += 1) {
      const role = roleOf(text.charCodeAt(at));
      if (role === PLAIN) continue;
      if (role === OPENS) {
        depth += 1;
      } else if (role === CLOSES) {
        depth -= 1;
        if (depth > 0) continue;
        this.at = at + 1;
        return;
      } else {
        this.at = at;
        if (role === QUOTES) this.skipQuoted();
        else if (!this.#skipComment()) continue;
        at = this.at - 1;
      }
    }
    this.at = end;
  }

  /** Past a string or a rune: at most to the end of the line, but for a raw string. */
  skipQuoted(): void {
    const { text } = this;
    const end = this.#end;
    const quote = text.charCodeAt(this.at);
    let at = this.at + 1;
    if (quote === BACKQUOTE) {
      at = text.indexOf("`", at);
      this.at = at === -1 || at >= end ? end : at + 1;
      return;
    }
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) at += 1;
      else if (code === quote || code === LINE_END) break;
    }
    this.at = Math.min(at + 1, end);
  }

  /** Past a comment; a line comment's line end is left. */
  #skipComment(): boolean {
    if (this.code !== SLASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    if (next !== SLASH && next !== STAR) return false;
    const end =
      next === SLASH
        ? this.text.indexOf("\n", this.at)
        : this.text.indexOf("*/", this.at + 2) + 2;
    this.at = end <= 1 ? this.#end : end;
    return true;
  }
}

/** True for `(`, `[` and `{`. */
export function opens(code: number): boolean {
  return roleOf(code) === OPENS;
}

/** True for `)`, `]` and `}`. */
export function closes(code: number): boolean {
  return roleOf(code) === CLOSES;
}

function roleOf(code: number): number | undefined {
  return ROLES[code];
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

function isSpace(code: number): boolean {
  return code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code >= 0xa0 && SPACE.test(String.fromCharCode(code));
}
