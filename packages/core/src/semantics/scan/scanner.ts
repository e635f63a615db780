import {
  endOfBrackets,
  endOfComment,
  endOfElement,
  endOfSpace,
  endOfWord,
  isSpace,
} from "./skip.ts";

const LINE_END = 0x0a;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;

/** Goes through a stretch of Go by its words, spaces, brackets and quotes. */
export class Scanner {
  readonly text: string;
  /** The offset of the character at hand, in UTF-16 units. */
  at: number;
  protected readonly end: number;

  /** @param end The offset of the end: what stands after it is not there. */
  constructor(text: string, at: number, end: number) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  /** The character at hand; 0 at the end. */
  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : 0;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** Past the character at hand, if it is this one. */
  take(code: number): boolean {
    if (this.code !== code) return false;
    this.at += 1;
    return true;
  }

  /** Past this text, if it is at hand. */
  takeText(text: string): boolean {
    const after = this.at + text.length;
    if (after > this.end || !this.text.startsWith(text, this.at)) return false;
    this.at = after;
    return true;
  }

  /** Past spaces, line ends and comments. */
  skipSpace(): void {
    this.at = endOfSpace(this.text, this.at, this.end);
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

  /** Past spaces, comments and semicolons; false at the end of the text. */
  toNextStatement(): boolean {
    do this.skipSpace();
    while (this.take(SEMICOLON));
    return !this.isAtEnd;
  }

  /** The name or keyword at hand, which is passed; empty if there is none. */
  word(): string {
    const start = this.at;
    this.at = endOfWord(this.text, start, this.end);
    return this.text.slice(start, this.at);
  }

  /** Past one character, or a string, a comment, or all that a bracket encloses. */
  pass(): void {
    this.at = endOfElement(this.text, this.at, this.end);
  }

  /** From an opening bracket past the one that closes it, or to the end. */
  skipBrackets(): void {
    this.at = endOfBrackets(this.text, this.at, this.end);
  }

  /** Past a comment; a line comment's line end is left. */
  #skipComment(): boolean {
    const start = this.at;
    this.at = endOfComment(this.text, start, this.end);
    return this.at > start;
  }
}
