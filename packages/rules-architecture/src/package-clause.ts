import type { GoSourceCode } from "@gopherwood/core";

type SourceRange = ReturnType<GoSourceCode["getLoc"]>;

const BEFORE = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/y;

const CLAUSE = /package\s+[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Returns the range of a file's package clause, found without a parse; null if there is none. */
export function packageClauseOf({ text }: GoSourceCode): SourceRange | null {
  let start = 0;
  for (BEFORE.lastIndex = 0; BEFORE.test(text);) start = BEFORE.lastIndex;
  CLAUSE.lastIndex = start;
  return CLAUSE.test(text)
    ? { start: positionOf(start, text), end: positionOf(CLAUSE.lastIndex, text) }
    : null;
}

/** Returns what the source code's `getLocFromIndex` does, without the parse that it needs. */
function positionOf(offset: number, text: string): SourceRange["start"] {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
