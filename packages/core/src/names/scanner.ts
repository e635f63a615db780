const LINE_END = 0x0a;
const DOUBLE_QUOTE = 0x22;
const QUOTE = 0x27;
const STAR = 0x2a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const SPACE = /\s/u;

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
    const { code } = this;
    if (opens(code)) this.skipBrackets();
    else if (isQuote(code)) this.skipQuoted();
    else if (!this.#skipComment()) this.at += 1;
  }

  /** From an opening bracket past the one that closes it, or to the end. */
  skipBrackets(): void {
    let depth = 0;
    while (this.at < this.#end) {
      const { code } = this;
      if (isQuote(code)) {
        this.skipQuoted();
        continue;
      }
      if (this.#skipComment()) continue;
      this.at += 1;
      if (opens(code)) depth += 1;
      else if (closes(code)) depth -= 1;
      if (depth === 0) return;
    }
  }

  /** Past a string or a rune: at most to the end of the line, but for a raw string. */
  skipQuoted(): void {
    const quote = this.code;
    this.at += 1;
    for (let { code } = this; !Number.isNaN(code); { code } = this) {
      this.at += 1;
      if (code === quote || (code === LINE_END && quote !== BACKQUOTE)) return;
      if (code === BACKSLASH && quote !== BACKQUOTE) this.at += 1;
    }
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
function opens(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b;
}

/** True for `)`, `]` and `}`. */
function closes(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d;
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === QUOTE || code === BACKQUOTE;
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
