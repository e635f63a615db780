/** Lines of a file as a person says them: `line 3`, `lines 3, 5 and 8`. Each is said once. */
export function lineList(lines: readonly number[]): string {
  const [last = 0, ...before] = [...new Set(lines)].reverse();
  return before.length === 0
    ? `line ${last}`
    : `lines ${before.reverse().join(", ")} and ${last}`;
}
