import type { GoSourceCode } from "@gopherwood/core";

type SourceRange = ReturnType<GoSourceCode["getLoc"]>;

const BEFORE = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/y;

const CLAUSE = /package\s+[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Where a file says what package it belongs to, read from its text; null if it does not. */
export function packageClauseOf({ text }: GoSourceCode): SourceRange | null {
  let start = 0;
  for (BEFORE.lastIndex = 0; BEFORE.test(text);) start = BEFORE.lastIndex;
  CLAUSE.lastIndex = start;
  return CLAUSE.test(text)
    ? { start: positionOf(start, text), end: positionOf(CLAUSE.lastIndex, text) }
    : null;
}

/** Like the source code's own `getLocFromIndex`, which has the file parsed. */
function positionOf(offset: number, text: string): SourceRange["start"] {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
