/** Lines of a file that lie near each other. */
export interface LineGroup {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Lines that are further apart than this are not read as one place. */
const GAP = 25;

/** Nobody reads more places than this: then they are made larger. */
const MOST = 6;

/** Groups lines as people write them: 211, 228, 236 and 900 become `211-236` and `900`. */
export function groupLines(lines: readonly number[], gap = GAP): LineGroup[] {
  const groups: { first: number; last: number; count: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && line - group.last <= gap) {
      group.last = line;
      group.count += 1;
    } else {
      groups.push({ first: line, last: line, count: 1 });
    }
  }
  return groups.length > MOST ? groupLines(lines, gap * 2) : groups;
}

/** Returns a group in words: `211-278 (9)`, `40`, `40 (2)`. */
export function describeLines({ first, last, count }: LineGroup): string {
  const range = first === last ? `${first}` : `${first}-${last}`;
  return count > 1 ? `${range} (${count})` : range;
}
