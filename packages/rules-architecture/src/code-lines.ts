import type { GoNode, GoSourceCode } from "@gopherwood/core";

/** Returns the number of lines from a node's first to its last. */
export function lineSpan({ loc }: GoNode): number {
  return loc.end.line - loc.start.line + 1;
}

/** Returns the number of lines in a range that have code, and not only comments or space. */
export function countCodeLines(
  { text, comments }: GoSourceCode,
  [start, end]: readonly [start: number, end: number],
): number {
  let code = "";
  let at = start;
  for (const { range } of comments) {
    if (range[0] < at || range[1] > end) continue;
    code += text.slice(at, range[0]) + text.slice(...range).replace(/[^\n]+/gu, "");
    at = range[1];
  }
  code += text.slice(at, end);
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
