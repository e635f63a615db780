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

/** Scans Go text by its words, spaces, brackets and quotes. */
export class Scanner {
  readonly text: string;
  /** The offset of the current character, in UTF-16 units. */
  at: number;
  protected readonly end: number;

  /** @param end The offset at which scanning ends, in UTF-16 units. */
  constructor(text: string, at: number, end: number) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  /** The code of the current character; 0 at the end. */
  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : 0;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** Moves past the current character if it is the given one; returns true if it was. */
  take(code: number): boolean {
    if (this.code !== code) return false;
    this.at += 1;
    return true;
  }

  /** Moves past a text if it comes next; returns true if it did. */
  takeText(text: string): boolean {
    const after = this.at + text.length;
    if (after > this.end || !this.text.startsWith(text, this.at)) return false;
    this.at = after;
    return true;
  }

  /** Moves past spaces, line ends and comments. */
  skipSpace(): void {
    this.at = endOfSpace(this.text, this.at, this.end);
  }

  /** Moves past spaces, and comments that end on this line: they do not end a statement. */
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

  /** Moves past spaces, comments and semicolons; returns false at the end of the text. */
  toNextStatement(): boolean {
    do this.skipSpace();
    while (this.take(SEMICOLON));
    return !this.isAtEnd;
  }

  /** Reads a name or keyword; returns an empty string if none comes next. */
  word(): string {
    const start = this.at;
    this.at = endOfWord(this.text, start, this.end);
    return this.text.slice(start, this.at);
  }

  /** Moves past one character, a string, a comment, or a pair of brackets. */
  pass(): void {
    this.at = endOfElement(this.text, this.at, this.end);
  }

  /** Moves from an opening bracket past the one that closes it, or to the end. */
  skipBrackets(): void {
    this.at = endOfBrackets(this.text, this.at, this.end);
  }

  /**
   * Moves past a comment, but not past the line end of a line comment; returns true if there
   * was one.
   */
  #skipComment(): boolean {
    const start = this.at;
    this.at = endOfComment(this.text, start, this.end);
    return this.at > start;
  }
}
