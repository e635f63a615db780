import type { GoNode, GoSourceCode } from "@gopherwood/core";

/** How many lines a node takes, from its first to its last. */
export function lineSpan({ loc }: GoNode): number {
  return loc.end.line - loc.start.line + 1;
}

/** How many lines of a range have code: blank lines and those of comments alone do not count. */
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
