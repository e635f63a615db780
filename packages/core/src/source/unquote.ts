const SIMPLE: Readonly<Record<string, string>> = {
  a: "\u0007",
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
 * Returns the value of a Go string literal, `"a\n"` or `` `a` ``, or null if it has an escape
 * that Go has not. A byte above 0x7f that is written as a number stands for that code point.
 *
 * Source: https://go.dev/ref/spec#String_literals
 */
export function unquote(literal: string): string | null {
  const inner = literal.slice(1, -1);
  if (literal.startsWith("`")) return inner.replaceAll("\r", "");
  let isGo = true;
  const value = inner.replace(
    ESCAPE,
    (_, x?: string, u?: string, long?: string, octal?: string, simple: string = "") => {
      const hex = x ?? u ?? long;
      const code = Number.parseInt(hex ?? octal ?? "", hex === undefined ? 8 : 16);
      const char = Number.isNaN(code) ? SIMPLE[simple] : characterOf(code);
      isGo &&= char !== undefined;
      return char ?? "";
    },
  );
  return isGo ? value : null;
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
