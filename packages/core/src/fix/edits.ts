import type { SyntaxNodeBase } from "../syntax/grammar.generated.ts";

/** A replacement of a part of a file's text; the range is in UTF-16 units. */
export interface Edit {
  readonly range: SyntaxNodeBase["range"];
  readonly text: string;
}

/**
 * Returns the text with all of the edits.
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

/**
 * Returns one edit that does what several do, with the text between them.
 *
 * @throws {Error} If edits overlap.
 */
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

/** Returns true if two edits change the same text, or insert at the same place. */
export function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a[0] === b[0] && a[1] === b[1] ? true : a[0] < b[1] && b[0] < a[1];
}

/**
 * Returns the first index below a length for which a condition holds, or the length. The
 * condition must hold for every later index as well.
 */
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

/** Returns edits in the order of the text; edits at one place keep their order. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort(({ range: a }, { range: b }) => a[0] - b[0] || a[1] - b[1]);
}
