import type { GoNode } from "../syntax/node.ts";

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

const ESCAPE =
  /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-3][0-7]{2})|([^]))/gu;

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

/**
 * Returns the offsets in the file of a part of a string literal's value; null for a literal with
 * escape sequences. Offsets are in UTF-16 units.
 *
 * @param range The offsets of the part in the value.
 */
export function rangeInLiteral(
  { kind, text, range: [first] }: GoNode,
  range: readonly [start: number, end: number],
): readonly [start: number, end: number] | null {
  const inner = text.slice(1, -1);
  if (kind === "interpreted_string_literal") {
    return inner.includes("\\") ? null : [first + 1 + range[0], first + 1 + range[1]];
  }
  if (kind !== "raw_string_literal") return null;
  // The value of a raw string has no carriage returns.
  const inFile = (offset: number) => {
    let at = 0;
    for (let rest = offset; at < inner.length; at += 1) {
      if (inner[at] === "\r") continue;
      if (rest === 0) break;
      rest -= 1;
    }
    return first + 1 + at;
  };
  return [inFile(range[0]), inFile(range[1])];
}

/** Returns the character of a code point; undefined for a number that is none, or half of a pair. */
function characterOf(code: number): string | undefined {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return code <= 0x10ffff && !isHalf ? String.fromCodePoint(code) : undefined;
}
