const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|\d[\w.]*|\S/g;

const HEADER =
  /\s*(?:\/\/[^\n]*|\/\*[^]*?\*\/|package\s+\w+|import\s*(?:\([^)]*\)|(?:[\w.]+\s*)?["`][^"`\n]*["`])|;)/y;

/** Keywords and predeclared names: no copy can rename them. */
const FIXED = new Set(
  (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map " +
    "package range return select struct switch type var any bool byte comparable complex64 complex128 error " +
    "float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false " +
    "iota nil append cap clear close complex copy delete imag len make max min new panic print println real recover"
  ).split(" "),
);

const ANY_NAME = 1;

/** Returns the tokens of a Go file, without package clause, imports and comments. */
export function tokensOf(text: string): string[] {
  const tokens = bodyOf(text).match(TOKEN) ?? [];
  return tokens.filter((token) => !token.startsWith("//") && !token.startsWith("/*"));
}

function bodyOf(text: string): string {
  HEADER.lastIndex = 0;
  let end = 0;
  while (HEADER.test(text)) end = HEADER.lastIndex;
  return text.slice(end);
}

/**
 * Returns the hashes of a file's tokens; all names that a copy can change have the same one.
 *
 * @param imports The names of imported packages: a copy cannot rename their members.
 */
export function hashTokens(
  tokens: readonly string[],
  imports: ReadonlySet<string>,
): Int32Array {
  return Int32Array.from(tokens, (token, at) => {
    const isMember = tokens[at - 1] === "." && imports.has(tokens[at - 2] ?? "");
    const canChange = isName(token) && !FIXED.has(token) && !imports.has(token) && !isMember;
    return canChange ? ANY_NAME : hashOf(token);
  });
}

function isName(token: string): boolean {
  const code = token.charCodeAt(0);
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128
  );
}

/** Returns the FNV-1a hash of a string. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
