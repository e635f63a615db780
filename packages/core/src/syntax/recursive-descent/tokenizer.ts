import * as T from "./tokens.ts";

/** Thrown for a text that the grammar's own parser may read otherwise. */
export const UNSURE = new Error("Only the grammar's own parser can tell.");

/** Thrown for a text in which the grammar's own parser finds a syntax error as well. */
export const WRONG = new Error("The text has a syntax error.");

/** Returns an error as it is for a text that may be right if it is read in another way. */
export function unsureIfWrong(error: unknown): unknown {
  return error === WRONG ? UNSURE : error;
}

/** Go's letters and digits beyond ASCII. */
const NAME = /[\p{L}_][\p{L}_\p{Nd}]*/uy;

const LINE_FEED = 10;
const QUOTE = 34;
const APOSTROPHE = 39;
const STAR = 42;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const BACKSLASH = 92;
const BACKQUOTE = 96;

const LETTER = 1;
const DIGIT = 2;
const SPACE = 4;
/** The class of each ASCII character, or 0. */
const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) CLASSES[code] = LETTER;
  if (/[0-9]/.test(character)) CLASSES[code] = DIGIT;
  if (/[ \t\r\f\v]/.test(character)) CLASSES[code] = SPACE;
}

const DIGITS = "[0-9](?:_?[0-9])*";
const HEX = "[0-9a-fA-F](?:_?[0-9a-fA-F])*";
const EXPONENT = `[eE][+-]?${DIGITS}`;
const HEX_FLOAT = `0[xX](?:_?${HEX}\\.(?:${HEX})?|_?${HEX}|\\.${HEX})[pP][+-]?${DIGITS}`;
const DECIMAL_FLOAT = `${DIGITS}\\.(?:${DIGITS})?(?:${EXPONENT})?|${DIGITS}${EXPONENT}|\\.${DIGITS}(?:${EXPONENT})?`;
const INTEGER = `0[xX]_?${HEX}|0[bB]_?[01](?:_?[01])*|0[oO]?_?[0-7](?:_?[0-7])*|0|[1-9](?:_?${DIGITS})?`;
const NUMBER = new RegExp(
  `(?:(?<imaginary>(?:${HEX_FLOAT}|${DECIMAL_FLOAT}|${INTEGER}|${DIGITS})i)|(?<float>${HEX_FLOAT}|${DECIMAL_FLOAT})|${INTEGER})`,
  "y",
);

const RUNE =
  /'(?:[^'\\\n]|\\(?:x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[abfnrtv\\'"]))'/uy;

/** The place of a tokenizer in its text. */
export interface Place {
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly lastEnd: number;
  readonly comments: number;
}

/** Reads the tokens of a Go file one by one, and puts the comments between them aside. */
export class Tokenizer {
  /** The token at hand. */
  token = T.EOF;
  /** Its offsets, in UTF-16 units. */
  start = 0;
  end = 0;
  /** The end of the token before. */
  lastEnd = 0;
  /** The offsets of the comments before the token at hand that are in no tree yet. */
  readonly comments: number[] = [];
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes on to the next token. */
  protected next(): void {
    const { text } = this;
    const endsStatement = T.ENDS_STATEMENT[this.token] === 1;
    let at = this.end;
    this.lastEnd = at;
    for (;;) {
      // 0 at the end.
      const code = text.charCodeAt(at) | 0;
      const kind = CLASSES[code];
      this.start = at;
      if (kind === SPACE) {
        at += 1;
      } else if (kind === LETTER) {
        this.#name(at);
        return;
      } else if (code === LINE_FEED) {
        at += 1;
        if (endsStatement) {
          this.#lineEnd(at);
          return;
        }
      } else if (code === SLASH && this.#isComment(at)) {
        at = this.#endOfComment(at);
        if (endsStatement && this.#hasLineEnd(at)) {
          this.#set(T.COMMENT_LINE_END, at);
          return;
        }
        this.comments.push(this.start, at);
      } else {
        this.#other(code, kind, at);
        return;
      }
    }
  }

  /** Goes to the token at an offset. */
  protected goTo(offset: number): void {
    this.comments.length = 0;
    this.token = T.COMMA;
    this.end = offset;
    this.next();
  }

  protected place(): Place {
    const { token, start, end, lastEnd, comments } = this;
    return { token, start, end, lastEnd, comments: comments.length };
  }

  protected goBack(place: Place): void {
    this.token = place.token;
    this.start = place.start;
    this.end = place.end;
    this.lastEnd = place.lastEnd;
    this.comments.length = place.comments;
  }

  #set(token: number, end: number): void {
    this.token = token;
    this.end = end;
  }

  #lineEnd(end: number): void {
    let at = end;
    // The grammar puts empty lines into the same token.
    while (this.text.charCodeAt(at) === LINE_FEED) at += 1;
    this.#set(T.LINE_END, at);
  }

  #isComment(at: number): boolean {
    const code = this.text.charCodeAt(at + 1);
    return code === SLASH || code === STAR;
  }

  #endOfComment(at: number): number {
    const { text } = this;
    if (text.charCodeAt(at + 1) === SLASH) {
      const end = text.indexOf("\n", at);
      return end === -1 ? text.length : end;
    }
    const end = text.indexOf("*/", at + 2);
    if (end === -1) throw UNSURE;
    return end + 2;
  }

  /** Returns true if there is the end of a line between the start of a token and an offset. */
  #hasLineEnd(end: number): boolean {
    for (let at = this.start; at < end; at += 1) {
      if (this.text.charCodeAt(at) === LINE_FEED) return true;
    }
    return false;
  }

  #other(code: number, kind: number | undefined, at: number): void {
    if (kind === DIGIT) this.#number(at);
    else if (at >= this.text.length) this.#set(T.EOF, at);
    else if (code < 128) this.#symbol(code, at);
    else this.#name(at);
  }

  #name(start: number): void {
    const { text } = this;
    let at = start;
    let code = text.charCodeAt(at);
    while (((CLASSES[code] ?? 0) & (LETTER | DIGIT)) !== 0) {
      at += 1;
      code = text.charCodeAt(at) | 0;
    }
    const end = code >= 128 ? this.#endOfName(start) : at;
    this.#set(T.tokenOfName(text, start, end), end);
  }

  #endOfName(start: number): number {
    NAME.lastIndex = start;
    if (!NAME.test(this.text)) throw UNSURE;
    return NAME.lastIndex;
  }

  #number(start: number): void {
    const { text } = this;
    NUMBER.lastIndex = start;
    let at = start;
    let code = text.charCodeAt(at);
    while (CLASSES[code] === DIGIT) {
      at += 1;
      code = text.charCodeAt(at) | 0;
    }
    const isPlain = ((CLASSES[code] ?? 0) & (LETTER | DIGIT)) === 0 && code !== DOT;
    if (isPlain && (at === start + 1 || text.charCodeAt(start) !== ZERO)) {
      this.#set(T.INT, at);
      return;
    }
    const match = NUMBER.exec(text);
    if (!match) throw UNSURE;
    this.end = NUMBER.lastIndex;
    if (/[0-9A-Za-z_.]/.test(text.charAt(this.end))) throw UNSURE;
    const { imaginary, float } = match.groups ?? {};
    this.token = imaginary !== undefined ? T.IMAGINARY : float !== undefined ? T.FLOAT : T.INT;
  }

  #symbol(code: number, start: number): void {
    switch (code) {
      case QUOTE:
        this.#string(start);
        return;
      case BACKQUOTE:
        this.#rawString(start);
        return;
      case APOSTROPHE:
        this.#rune(start);
        return;
      case DOT:
        if (CLASSES[this.text.charCodeAt(start + 1)] === DIGIT) {
          this.#number(start);
          return;
        }
    }
    this.#operator(code, start);
  }

  #operator(code: number, start: number): void {
    const { text } = this;
    for (const operator of T.OPERATORS_BY_CHARACTER[code] ?? []) {
      const { length } = operator.text;
      if (length === 1 || text.startsWith(operator.text, start)) {
        this.#set(operator.token, start + length);
        return;
      }
    }
    throw UNSURE;
  }

  #string(start: number): void {
    const { text } = this;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) at += 1;
      if (code === LINE_FEED || at >= text.length) throw UNSURE;
      at += 1;
    }
    this.#set(T.STRING, at + 1);
  }

  #rawString(start: number): void {
    const end = this.text.indexOf("`", start + 1);
    if (end === -1) throw UNSURE;
    this.#set(T.RAW_STRING, end + 1);
  }

  #rune(at: number): void {
    RUNE.lastIndex = at;
    if (!RUNE.test(this.text)) throw UNSURE;
    this.#set(T.RUNE, RUNE.lastIndex);
  }
}
