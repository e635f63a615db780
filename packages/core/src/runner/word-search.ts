/** Returns true for a word that some bytes contain, of those that are looked for. */
export type HasWord = (word: string) => boolean;

/** The number of words up to which one search for each is faster than one for all. */
const FEW = 16;

/**
 * Looks for words in the bytes of files.
 *
 * @internal
 */
export class WordSearch {
  readonly #words: ReadonlyMap<string, Buffer>;
  readonly #automaton: WordAutomaton | null;

  constructor(words: Iterable<string>) {
    this.#words = new Map(Array.from(words, (word) => [word, Buffer.from(word)]));
    this.#automaton = this.#words.size > FEW ? new WordAutomaton(this.#words) : null;
  }

  /** Returns a test for the words in some bytes. */
  in(bytes: Buffer): HasWord {
    if (!this.#automaton) return (word) => bytes.includes(this.#words.get(word) ?? word);
    const found = this.#automaton.wordsIn(bytes);
    return (word) => found.has(word);
  }
}

/** A prefix of words. */
interface Prefix {
  /** The longer prefixes, by their last byte. */
  readonly next: Map<number, Prefix>;
  /** The words that it is, or that it ends in. */
  readonly words: string[];
  /** The longest other prefix that it ends in. */
  suffix: Prefix | null;
  /** Its place among the prefixes. */
  number: number;
}

/**
 * The automaton of Aho and Corasick, which finds all words in one pass. It has a state for each
 * prefix, with a transition for each class of bytes: one for those that are in no word, and one
 * for each other byte.
 */
class WordAutomaton {
  /** The class of each byte. */
  readonly #classes = new Uint16Array(256);
  /** The number of classes: of the transitions in the row of a state. */
  readonly #width: number;
  /** The rows that transitions lead to; the complement of a row in whose state words end. */
  readonly #transitions: Int32Array;
  /** The words that end in each state. */
  readonly #words: readonly (readonly string[])[];

  constructor(words: ReadonlyMap<string, Buffer>) {
    const bytes = new Set(Array.from(words.values(), (word) => [...word]).flat());
    [...bytes].forEach((byte, index) => (this.#classes[byte] = index + 1));
    this.#width = bytes.size + 1;
    const prefixes = prefixesOf(words);
    this.#words = prefixes.map((prefix) => prefix.words);
    this.#transitions = new Int32Array(prefixes.length * this.#width);
    for (const prefix of prefixes) this.#addTransitions(prefix);
  }

  /** Adds the transitions of a prefix; its suffix, which is shorter, has its own. */
  #addTransitions({ next, suffix, number }: Prefix): void {
    const row = number * this.#width;
    if (suffix) {
      const from = suffix.number * this.#width;
      this.#transitions.copyWithin(row, from, from + this.#width);
    }
    for (const [byte, { words, number: to }] of next) {
      const target = to * this.#width;
      this.#transitions[row + (this.#classes[byte] ?? 0)] = words.length > 0 ? ~target : target;
    }
  }

  /** Returns the words that some bytes contain. */
  wordsIn(bytes: Buffer): ReadonlySet<string> {
    const transitions = this.#transitions;
    const classes = this.#classes;
    const found = new Set(this.#words[0]);
    const seen = new Uint8Array(this.#words.length);
    let row = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      row = transitions[row + (classes[bytes[at] ?? 0] ?? 0)] ?? 0;
      if (row >= 0) continue;
      row = ~row;
      const state = row / this.#width;
      if (seen[state] === 1) continue;
      seen[state] = 1;
      for (const word of this.#words[state] ?? []) found.add(word);
    }
    return found;
  }
}

/** Returns the prefixes of words, from the empty one to the longest. */
function prefixesOf(words: ReadonlyMap<string, Buffer>): readonly Prefix[] {
  const empty = newPrefix();
  for (const [word, bytes] of words) {
    let prefix = empty;
    for (const byte of bytes) {
      const next: Prefix = prefix.next.get(byte) ?? newPrefix();
      prefix.next.set(byte, next);
      prefix = next;
    }
    prefix.words.push(word);
  }
  const prefixes = [empty];
  for (const prefix of prefixes) {
    for (const [byte, next] of prefix.next) {
      next.number = prefixes.push(next) - 1;
      next.suffix = suffixOf(prefix, byte) ?? empty;
      next.words.push(...next.suffix.words);
    }
  }
  return prefixes;
}

function newPrefix(): Prefix {
  return { next: new Map(), words: [], suffix: null, number: 0 };
}

/** Returns the longest prefix that a prefix and a byte end in, and are not. */
function suffixOf({ suffix }: Prefix, byte: number): Prefix | null {
  for (let shorter = suffix; shorter; shorter = shorter.suffix) {
    const next = shorter.next.get(byte);
    if (next) return next;
  }
  return null;
}
