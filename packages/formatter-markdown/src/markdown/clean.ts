/** Characters that are invisible or that move other text: controls and marks of direction. */
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Returns a text on one line, its invisible characters escaped: a line break becomes `\n`. */
export function cleanLine(text: string): string {
  return text.replace(INVISIBLE, escaped);
}

/** Returns lines of code, their invisible characters escaped. */
export function cleanLines(text: string): string {
  return text
    .replaceAll("\t", "    ")
    .replace(/\r\n/gu, "\n")
    .replace(INVISIBLE, (unit) => (unit === "\n" ? unit : escaped(unit)));
}

function escaped(unit: string): string {
  if (unit === "\n") return "\\n";
  if (unit === "\r") return "\\r";
  if (unit === "\t") return " ";
  return `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
