import type { SyntaxTree } from "../syntax/tree.ts";
import type { Edit } from "./edits.ts";

/** A comment after code, at the end of its line. Offsets are UTF-16 units. */
interface TrailingComment {
  readonly start: number;
  /** The line, from 1. */
  readonly line: number;
  readonly indent: string;
  /** The code before it, without indentation. */
  readonly code: string;
  /** The number of spaces before it. */
  readonly gap: number;
}

/**
 * Returns the edits that keep comments after code in a column, as gofmt does for lines without
 * a gap between them. Columns that gofmt would not have left as they were stay as they are.
 *
 * @param before The text that was edited.
 * @param edits The edits that made `after` of it, which must not overlap.
 */
export function alignComments(
  before: SyntaxTree,
  edits: readonly Edit[],
  after: SyntaxTree,
): Edit[] {
  const aligned = new Set<number>();
  for (const column of columnsOf(before)) {
    const width = widthOf(column);
    if (column.some((comment) => gapIn(comment, width) !== comment.gap)) continue;
    for (const { start } of column) aligned.add(start);
  }
  if (aligned.size === 0) return [];
  const backwards = offsetsBefore(edits);
  return columnsOf(after).flatMap((column) => {
    if (!column.every(({ start }) => aligned.has(backwards(start)))) return [];
    const width = widthOf(column);
    return column.flatMap((comment): Edit[] => {
      const { start, gap } = comment;
      const wanted = gapIn(comment, width);
      return wanted === gap ? [] : [{ range: [start - gap, start], text: " ".repeat(wanted) }];
    });
  });
}

/** Returns the comments after code; those that stand in one column form one list. */
function columnsOf(tree: SyntaxTree): TrailingComment[][] {
  const columns: TrailingComment[][] = [];
  for (const comment of trailingComments(tree)) {
    const last = columns.at(-1)?.at(-1);
    const isNext =
      last?.line === comment.line - 1 &&
      last.indent === comment.indent &&
      // The end of something of several lines ends the column.
      !/^[)}\]]/u.test(last.code);
    if (isNext) columns.at(-1)?.push(comment);
    else columns.push([comment]);
  }
  return columns;
}

function trailingComments(tree: SyntaxTree): TrailingComment[] {
  const { text } = tree;
  return tree.nodesOfKind(["comment"]).flatMap(({ range: [start, end], loc }) => {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const line = text.slice(lineStart, start);
    const code = line.trim();
    const rest = /^[^\n]*/u.exec(text.slice(end))?.[0] ?? "";
    if (code === "" || rest.trim() !== "" || loc.start.line !== loc.end.line) return [];
    const gap = line.length - line.trimEnd().length;
    const indent = line.slice(0, line.length - line.trimStart().length);
    return [{ start, line: loc.start.line, indent, code, gap }];
  });
}

function widthOf(column: readonly TrailingComment[]): number {
  return Math.max(...column.map(({ code }) => runesIn(code)));
}

function gapIn({ code }: TrailingComment, width: number): number {
  return width - runesIn(code) + 1;
}

/** Returns the number of runes in a text: gofmt counts them, however wide they are. */
function runesIn(text: string): number {
  return Array.from(text).length;
}

/**
 * Returns a function from offsets of the edited text to those of the text before, in UTF-16
 * units. An offset must not lie in text that an edit wrote.
 */
function offsetsBefore(edits: readonly Edit[]): (offset: number) => number {
  const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0]);
  return (offset) => {
    let moved = 0;
    for (const { range, text } of sorted) {
      if (range[0] + moved + text.length > offset) break;
      moved += text.length - (range[1] - range[0]);
    }
    return offset - moved;
  };
}
