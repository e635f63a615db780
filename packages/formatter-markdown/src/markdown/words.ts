/** Returns a number with its noun: `1 file`, `2 files`, `1,034 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** Returns a number with a comma between the thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** Returns a size in bytes as people write it: `71 KB`, in thousands. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${grouped(Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Returns a share in whole percent: 100 only for the whole, 0 only for nothing. */
export function percent(part: number, whole: number): number {
  if (part === whole) return 100;
  const rounded = Math.round((part / whole) * 100);
  return Math.min(99, part > 0 ? Math.max(1, rounded) : 0);
}

/** Returns words as a list: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
