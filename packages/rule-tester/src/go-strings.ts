const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

const ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{3})|([^]))/gu;

/**
 * The value of a Go string literal: `"a\n"` or `` `a` ``
 * (https://go.dev/ref/spec#String_literals). Escapes of single bytes above 0x7f
 * stand for that code point.
 *
 * @throws {SyntaxError} If an escape is not Go's.
 */
export function unquote(literal: string): string {
  const inner = literal.slice(1, -1);
  if (literal.startsWith("`")) return inner.replaceAll("\r", "");
  return inner.replace(
    ESCAPE,
    (whole, x?: string, u?: string, long?: string, octal?: string, simple?: string) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const char = SIMPLE[simple ?? ""];
      if (char === undefined) throw new SyntaxError(`Unknown escape '${whole}' in ${literal}.`);
      return char;
    },
  );
}
