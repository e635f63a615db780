/** Stands in a text for a part that is not known: U+FFFC, as in `@gopherwood/core`. */
export const HOLE = "\uFFFC";

/**
 * - `word`: a keyword or a name without quotes.
 * - `name`: a name in backquotes, double quotes or brackets; MySQL writes strings in double
 *   quotes, too.
 * - `string`: a text in single quotes or between dollars.
 * - `value`: a number or a placeholder (`?`, `$1`, `:name`, `@name`).
 * - `sign`: anything else, one character each, apart from `::`.
 */
export type TokenKind = "word" | "name" | "string" | "value" | "sign";

/** One token of an SQL text. */
export interface Token {
  readonly kind: TokenKind;
  /** As written; of a name, without its quotes. */
  readonly text: string;
  /** A word in capitals, to compare with keywords; empty for any other token. */
  readonly word: string;
  /** The offsets of the token in the text, quotes included. */
  readonly range: readonly [start: number, end: number];
}

const PATTERNS: readonly (readonly [TokenKind | null, RegExp])[] = [
  [null, /\s+|--[^\n]*|\/\*[^]*?\*\//y],
  [null, /#(?<=(?:^|\n)[^\S\n]*#)[^\n]*/y],
  ["string", /[EeNnXxBb]?'(?:[^'\\]|''|\\[^])*'|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$/y],
  ["name", /"(?:[^"]|"")+"|`(?:[^`]|``)+`|(?<![\w\])"])\[[A-Za-z_]\w*\]/y],
  ["value", /\$\d+|\?(?!\|)|(?<!:):[A-Za-z_]\w*|@\w+|\d[\w.]*|\.\d+/y],
  ["word", new RegExp(`[\\p{L}_${HOLE}][\\p{L}\\p{Nd}_$${HOLE}]*`, "uy")],
  ["sign", /::|[^]/y],
];

/** Returns the tokens of an SQL text, in any of the dialects that are read. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = offset;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      if (kind !== null) tokens.push(token(kind, found, offset));
      offset += found.length;
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

/** Returns true for a sign, which a quoted name or string with the same text is not. */
export function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === "sign" && token.text === text;
}

/** Returns the tokens of each statement of a text; semicolons separate them. */
export function splitStatements(text: string): Token[][] {
  const statements: Token[][] = [[]];
  for (const found of tokensOf(text)) {
    if (isSign(found, ";")) statements.push([]);
    else statements.at(-1)?.push(found);
  }
  return statements.filter((tokens) => tokens.length > 0);
}
