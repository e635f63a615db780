/** Lines of a text, before and after a change. */
export interface Hunk {
  /** The line above both; empty at the start of the text. */
  readonly above: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface OpenHunk extends Hunk {
  readonly before: string[];
  readonly after: string[];
}

/** More lines than this between the first and the last change are not looked at. */
const LONGEST = 1500;

/** The places in which two texts differ, each with its whole lines, or null if they are far apart. */
export function hunksOf(before: string, after: string): Hunk[] | null {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const left = old.slice(start, old.length - end);
  const right = now.slice(start, now.length - end);
  if (left.length > LONGEST || right.length > LONGEST) return null;
  return hunks(left, right, old[start - 1] ?? "");
}

function hunks(left: readonly string[], right: readonly string[], first: string): Hunk[] {
  const common = commonLengths(left, right);
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  const found: OpenHunk[] = [];
  let open: OpenHunk | null = null;
  let above = first;
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      open = null;
      above = left[row] ?? "";
      row += 1;
      column += 1;
      continue;
    }
    if (!open) found.push((open = { above, before: [], after: [] }));
    if (
      column >= right.length ||
      (row < left.length && at(row + 1, column) >= at(row, column + 1))
    ) {
      open.before.push(left[row++] ?? "");
    } else {
      open.after.push(right[column++] ?? "");
    }
  }
  return found;
}

/** How many lines two texts have in common, in order, from each pair of lines on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const [here, below] = [rows[row], rows[row + 1]];
      if (!here || !below) continue;
      here[column] =
        left[row] === right[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return rows;
}
