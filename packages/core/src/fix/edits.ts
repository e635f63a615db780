import type { SyntaxNodeBase } from "../syntax/types.ts";

/** A replacement of a stretch of a file's text; the range is in UTF-16 units. */
export interface Edit {
  readonly range: SyntaxNodeBase["range"];
  readonly text: string;
}

/**
 * The text with all of the edits.
 *
 * @throws {Error} If edits overlap: the rule that made them is wrong.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const { range, text: replacement } of inOrder(edits)) {
    if (range[0] < done) throw new Error("The edits of a fix overlap.");
    result += text.slice(done, range[0]) + replacement;
    done = range[1];
  }
  return result + text.slice(done);
}

/** One edit that does what several do, with the text between them. */
export function mergeEdits(text: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const moved = edits.map(({ range, text: replacement }) => ({
    range: [range[0] - start, range[1] - start] as const,
    text: replacement,
  }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), moved) };
}

export function isSameEdit(a: Edit, b: Edit): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

/** True if one of two edits changes what the other does, or both insert at one place. */
export function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a[0] === b[0] && a[1] === b[1] ? true : a[0] < b[1] && b[0] < a[1];
}

/** The first index below a length for which something is true, and stays true after it. */
export function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In the order of the text; edits at one place stay in the order they were given in. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort(({ range: a }, { range: b }) => a[0] - b[0] || a[1] - b[1]);
}
