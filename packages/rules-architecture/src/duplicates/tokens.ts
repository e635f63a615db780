/** The FNV-1a hash of no characters. */
const NO_HASH = 0x811c9dc5 | 0;

const HEADER =
  /\s*(?:\/\/[^\n]*|\/\*[^]*?\*\/|package\s+\w+|import\s*(?:\([^)]*\)|(?:[\w.]+\s*)?["`][^"`\n]*["`])|;)/y;

/** Keywords and predeclared names: no copy can rename them. */
const FIXED = new Set(
  (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map " +
    "package range return select struct switch type var any bool byte comparable complex64 complex128 error " +
    "float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false " +
    "iota nil append cap clear close complex copy delete imag len make max min new panic print println real recover"
  )
    .split(" ")
    .map((word) => hashOf(word, 0, word.length)),
);

/** The hash of every name that a copy can change. */
const ANY_NAME = 1;

const LINE_END = 0x0a;
const STAR = 0x2a;
const DOT = 0x2e;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKQUOTE = 0x60;

/** The kinds of characters by what a token that starts with them is. */
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const QUOTE = 4;
const KINDS = new Uint8Array(0x80);
for (const [chars, kind] of [
  ["\t\n\v\f\r ", SPACE],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_", LETTER],
  ["0123456789", DIGIT],
  ["\"'`", QUOTE],
] as const) {
  for (const char of chars) KINDS[char.charCodeAt(0)] = kind;
}

/** The tokens of a Go file, without package clause, imports and comments, as hashes. */
export interface Tokens {
  /** The same for files with the same tokens. */
  readonly code: string;
  /**
   * One for each token; all names that a copy can change have the same one. They are there until the
   * tokens of another file are read.
   */
  readonly hashes: Int32Array;
}

let buffer = new Int32Array(1 << 16);

/**
 * Reads the tokens of a Go file.
 *
 * @param imports The names of imported packages: a copy cannot rename their members.
 */
export function readTokens(text: string, imports: ReadonlySet<string>): Tokens {
  const packages = new Set([...imports].map((name) => hashOf(name, 0, name.length)));
  // Every token has a character of its own.
  if (buffer.length < text.length) buffer = new Int32Array(text.length);
  let count = 0;
  let [one, other] = [NO_HASH, 0x9e3779b9];
  /** The packages and dots before a token, which make it a member. */
  let [isPackage, isMember] = [false, false];
  for (let at = startOfBody(text); at < text.length;) {
    const start = at;
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    at += 1;
    if (kind === SPACE) continue;
    let hash = withCode(NO_HASH, code);
    if (kind === LETTER) {
      for (; at < text.length; at += 1) {
        const next = text.charCodeAt(at);
        if (!isInWord(next)) break;
        hash = withCode(hash, next);
      }
    } else if (kind === DIGIT || kind === QUOTE) {
      at = kind === DIGIT ? endOfNumber(text, start) : endOfQuoted(text, start);
      hash = hashOf(text, start, at);
    } else if (code === SLASH) {
      const end = endOfComment(text, start);
      if (end > start) {
        at = end;
        continue;
      }
    }
    one = Math.imul(one ^ hash, 0x01000193);
    other = Math.imul(other ^ hash, 0x85ebca6b) ^ (other >>> 13);
    const isName = kind === LETTER;
    const isOwn = isName && !FIXED.has(hash) && !packages.has(hash) && !isMember;
    buffer[count] = isOwn ? ANY_NAME : hash;
    count += 1;
    isMember = isPackage && code === DOT;
    isPackage = isName && packages.has(hash);
  }
  return { code: `${count} ${one >>> 0} ${other >>> 0}`, hashes: buffer.subarray(0, count) };
}

function kindOf(code: number): number {
  return code < 0x80 ? (KINDS[code] ?? 0) : LETTER;
}

/** Returns the offset after the package clause and the imports. */
function startOfBody(text: string): number {
  HEADER.lastIndex = 0;
  let end = 0;
  while (HEADER.test(text)) end = HEADER.lastIndex;
  return end;
}

/** Returns true for the letters and digits of a name. */
function isInWord(code: number): boolean {
  return (kindOf(code) & ~1) === LETTER;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== DOT && !isInWord(code)) break;
  }
  return at;
}

/** Returns the offset after a comment; the given one if there is none. */
function endOfComment(text: string, start: number): number {
  const second = text.charCodeAt(start + 1);
  if (second !== SLASH && second !== STAR) return start;
  const end = second === SLASH ? text.indexOf("\n", start) : text.indexOf("*/", start + 2);
  if (end === -1) return text.length;
  return second === SLASH ? end : end + 2;
}

/** Returns the offset after a string or rune; one that does not end is its quote alone. */
function endOfQuoted(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (quote === BACKQUOTE) continue;
    if (code === LINE_END) break;
    if (code === BACKSLASH) at += 1;
  }
  return start + 1;
}

/** Returns the FNV-1a hash of a part of a text. */
function hashOf(text: string, start: number, end: number): number {
  let hash = NO_HASH;
  for (let at = start; at < end; at += 1) hash = withCode(hash, text.charCodeAt(at));
  return hash;
}

/** Returns the hash of a text from that of all but its last character. */
function withCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
