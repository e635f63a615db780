import { relative } from "node:path";
import { isInside } from "./is-inside.ts";

/** Returns a number with its noun: `1 problem`, `2 problems`, `1,034 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** Returns a whole number with a comma between the thousands. */
export function grouped(count: number): string {
  // `toLocaleString` takes 20 ms when it is first used.
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** Returns rows as aligned columns, two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * Returns a text as lines, broken between words.
 *
 * @param width Of a line, in characters; a longer word has a line of its own.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Controls, which a terminal obeys, and marks that turn the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Returns a text on one line that does nothing to a terminal: invisible characters are escaped. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) => escaped(character));
}

/** Returns a text of several lines on one, as `printable` does. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s*\n\s*/gu, " "));
}

/** Returns lines, with their tabs, that do nothing to a terminal. */
export function printableLines(text: string): string {
  return text.replace(INVISIBLE, (character) =>
    character === "\n" || character === "\t" ? character : escaped(character),
  );
}

/** Returns the escape of a character below U+10000, as JSON and Go write it. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Returns JSON without the controls that `JSON.stringify` leaves as they are. */
export function toJson(value: unknown, indentation = 0): string {
  return JSON.stringify(value, null, indentation).replace(/[\u007f-\u009f]/gu, escaped);
}

/** Returns a path relative to a directory; as it is if it lies outside. Both are absolute. */
export function showPath(path: string, directory: string): string {
  return path !== directory && isInside(path, directory) ? relative(directory, path) : path;
}
