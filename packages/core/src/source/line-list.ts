/** Returns line numbers as a person writes them, each once: `line 3`, `lines 3, 5 and 8`. */
export function lineList(lines: readonly number[]): string {
  const [last = 0, ...before] = [...new Set(lines)].reverse();
  return before.length === 0
    ? `line ${last}`
    : `lines ${before.reverse().join(", ")} and ${last}`;
}
