import { STRING_HOLE } from "@gopherwood/core";

/**
 * - `word`: a keyword or a name without quotes.
 * - `name`: a name in backquotes or double quotes; MySQL has strings in the latter too.
 * - `string`: a text in single quotes or between dollars.
 * - `value`: a number or a placeholder (`?`, `$1`, `:name`, `@name`).
 * - `sign`: anything else, one character each, but for `::`.
 */
export type TokenKind = "word" | "name" | "string" | "value" | "sign";

export interface Token {
  readonly kind: TokenKind;
  /** Of a name, without its quotes. */
  readonly text: string;
  /** Of a word, in capitals: to compare keywords with. */
  readonly word: string;
  /** Where it stands in the text, quotes included. */
  readonly range: readonly [start: number, end: number];
}

const PATTERNS: readonly (readonly [TokenKind | null, RegExp])[] = [
  [null, /\s+|--[^\n]*|\/\*[^]*?\*\//y],
  [null, /(?<=^|\n)\s*#[^\n]*/y],
  ["string", /[EeNnXxBb]?'(?:[^'\\]|''|\\[^])*'|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$/y],
  ["name", /"(?:[^"]|"")+"|`(?:[^`]|``)+`/y],
  ["value", /\$\d+|\?(?!\|)|(?<!:):[A-Za-z_]\w*|@\w+|\d[\w.]*|\.\d+/y],
  ["word", new RegExp(`[\\p{L}_${STRING_HOLE}][\\p{L}\\p{Nd}_$${STRING_HOLE}]*`, "uy")],
  ["sign", /::|[^]/y],
];

/** The tokens of an SQL text in any of the dialects that are read. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      if (kind !== null) tokens.push(token(kind, found, at));
      at += found.length;
      break;
    }
  }
  return tokens;
}

function token(kind: TokenKind, found: string, start: number): Token {
  const text = kind === "name" ? found.slice(1, -1) : found;
  const word = kind === "word" ? found.toUpperCase() : "";
  return { kind, text, word, range: [start, start + found.length] };
}

/** The statements of a text: what stands between semicolons. */
export function statementsOf(text: string): Token[][] {
  const statements: Token[][] = [[]];
  for (const found of tokensOf(text)) {
    if (found.text === ";" && found.kind === "sign") statements.push([]);
    else statements.at(-1)?.push(found);
  }
  return statements.filter((tokens) => tokens.length > 0);
}

/** Reads tokens one after the other. */
export class Cursor {
  readonly tokens: readonly Token[];
  #at: number;

  constructor(tokens: readonly Token[], at = 0) {
    this.tokens = tokens;
    this.#at = at;
  }

  get next(): Token | undefined {
    return this.tokens[this.#at];
  }

  get isAtEnd(): boolean {
    return this.#at >= this.tokens.length;
  }

  /** What is left. */
  get rest(): readonly Token[] {
    return this.tokens.slice(this.#at);
  }

  /** Reads keywords or signs, if they come next in this order. */
  take(...words: readonly string[]): boolean {
    const isNext = words.every((word, index) => {
      const found = this.tokens[this.#at + index];
      return found?.word === word || (found?.kind === "sign" && found.text === word);
    });
    if (isNext) this.#at += words.length;
    return isNext;
  }

  /** Reads one of several sequences of keywords, separated by spaces. */
  takeOne(...sequences: readonly string[]): boolean {
    return sequences.some((sequence) => this.take(...sequence.split(" ")));
  }

  /** Reads a name, without schema; null if none comes next. */
  takeName(): string | null {
    for (;;) {
      const found = this.next;
      if (found?.kind !== "word" && found?.kind !== "name") return null;
      this.#at += 1;
      if (!this.take(".")) return found.text;
    }
  }

  /** Reads what stands in parentheses, without them; null if there are none. */
  takeGroup(): Token[] | null {
    if (!this.take("(")) return null;
    const inner: Token[] = [];
    for (let depth = 1; !this.isAtEnd; this.#at += 1) {
      const found = this.tokens[this.#at];
      if (found === undefined) break;
      if (found.kind === "sign" && found.text === "(") depth += 1;
      if (found.kind === "sign" && found.text === ")") depth -= 1;
      if (depth === 0) {
        this.#at += 1;
        return inner;
      }
      inner.push(found);
    }
    return null;
  }

  skip(): void {
    this.#at += 1;
  }
}

/** The parts of a list, separated by commas that stand in no parentheses. */
export function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const found of tokens) {
    if (found.kind === "sign" && found.text === "(") depth += 1;
    if (found.kind === "sign" && found.text === ")") depth -= 1;
    if (found.kind === "sign" && found.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)?.push(found);
  }
  return parts.filter((part) => part.length > 0);
}
