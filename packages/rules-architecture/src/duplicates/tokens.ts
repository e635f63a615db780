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
  /** One for each token; all names that a copy can change have the same one. */
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
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  /** The packages and dots before a token, which make it a member. */
  let [isPackage, isMember] = [false, false];
  for (let at = startOfBody(text); at < text.length;) {
    const start = at;
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    if (code === SLASH) {
      at = endOfComment(text, at);
      if (at > start) continue;
    }
    if (kind === LETTER) at = endOfWord(text, at);
    else if (kind === DIGIT) at = endOfNumber(text, at);
    else if (kind === QUOTE) at = endOfQuoted(text, at);
    else at += 1;
    const hash = hashOf(text, start, at);
    one = Math.imul(one ^ hash, 0x01000193);
    other = Math.imul(other ^ hash, 0x85ebca6b) ^ (other >>> 13);
    const isName = kind === LETTER;
    const isOwn = isName && !FIXED.has(hash) && !packages.has(hash) && !isMember;
    buffer[count] = isOwn ? ANY_NAME : hash;
    count += 1;
    isMember = isPackage && code === DOT;
    isPackage = isName && packages.has(hash);
  }
  return { code: `${count} ${one >>> 0} ${other >>> 0}`, hashes: buffer.slice(0, count) };
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

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (kindOf(text.charCodeAt(at)) & ~1) === LETTER) at += 1;
  return at;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== DOT && (kindOf(code) & ~1) !== LETTER) break;
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
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
