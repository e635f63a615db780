import type { Edit, Point } from "web-tree-sitter";

type EditOfText = ConstructorParameters<typeof Edit>[0];

/** Returns the edit that makes one text of another, or null if they are the same. */
export function editBetween(before: string, after: string): EditOfText | null {
  if (before === after) return null;
  const longest = Math.min(before.length, after.length);
  let start = 0;
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < longest - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  const [oldEnd, newEnd] = [before.length - same, after.length - same];
  const startPosition = pointAfter({ row: 0, column: 0 }, before, 0, start);
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAfter(startPosition, before, start, oldEnd),
    newEndPosition: pointAfter(startPosition, after, start, newEnd),
  };
}

/** Returns the place of an offset, from the place of another one before it. */
function pointAfter({ row, column }: Point, text: string, from: number, to: number): Point {
  let lineStart = from - column;
  for (
    let at = text.indexOf("\n", from);
    at !== -1 && at < to;
    at = text.indexOf("\n", at + 1)
  ) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: to - lineStart };
}
