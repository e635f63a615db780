import type { GoSourceCode } from "@gopherwood/core";

type SourceRange = ReturnType<GoSourceCode["getLoc"]>;

const BEFORE = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/y;

const CLAUSE = /package\s+[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Returns the range of a file's package clause, found without a parse; null if there is none. */
export function packageClauseOf(sourceCode: GoSourceCode): SourceRange | null {
  const { text } = sourceCode;
  let start = 0;
  for (BEFORE.lastIndex = 0; BEFORE.test(text);) start = BEFORE.lastIndex;
  CLAUSE.lastIndex = start;
  if (!CLAUSE.test(text)) return null;
  return {
    start: sourceCode.getLocFromIndex(start),
    end: sourceCode.getLocFromIndex(CLAUSE.lastIndex),
  };
}
