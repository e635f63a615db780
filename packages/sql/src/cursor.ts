import { HOLE, isSign, type Token } from "./tokens.ts";

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

  /** The token after the next. */
  get following(): Token | undefined {
    return this.tokens[this.#at + 1];
  }

  get isAtEnd(): boolean {
    return this.#at >= this.tokens.length;
  }

  /** True at the end, and before a part that is not known: more may follow. */
  get isOpen(): boolean {
    return this.next?.text.includes(HOLE) ?? true;
  }

  /** The tokens from the next one on. */
  get rest(): readonly Token[] {
    return this.tokens.slice(this.#at);
  }

  /** Reads keywords or signs, if they come next in this order. */
  take(...words: readonly string[]): boolean {
    const isNext = words.every((word, index) => {
      const found = this.tokens[this.#at + index];
      return found?.word === word || isSign(found, word);
    });
    if (isNext) this.#at += words.length;
    return isNext;
  }

  /** Reads one of several sequences of keywords, separated by spaces. */
  takeOne(...sequences: readonly string[]): boolean {
    return sequences.some((sequence) => this.take(...sequence.split(" ")));
  }

  /** Reads a name and its schema; returns the name, or null if none comes next. */
  takeNameToken(): Token | null {
    for (;;) {
      const found = this.next;
      if (found?.kind !== "word" && found?.kind !== "name") return null;
      this.#at += 1;
      if (!this.take(".")) return found;
    }
  }

  /** Reads a name and its schema; returns the name without it, or null if none comes next. */
  takeName(): string | null {
    return this.takeNameToken()?.text ?? null;
  }

  /** Reads a group in parentheses and returns what stands in it; null if none comes next. */
  takeGroup(): Token[] | null {
    if (!this.take("(")) return null;
    const inner: Token[] = [];
    let depth = 1;
    for (let found = this.next; found; found = this.next) {
      this.#at += 1;
      if (isSign(found, "(")) depth += 1;
      if (isSign(found, ")")) depth -= 1;
      if (depth === 0) return inner;
      inner.push(found);
    }
    return null;
  }

  skip(): void {
    this.#at += 1;
  }
}

/** Returns the parts of a list, separated by commas that stand in no parentheses. */
export function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const found of tokens) {
    if (isSign(found, "(")) depth += 1;
    if (isSign(found, ")")) depth -= 1;
    if (isSign(found, ",") && depth === 0) parts.push([]);
    else parts.at(-1)?.push(found);
  }
  return parts.filter((part) => part.length > 0);
}
