/** More changes than this make another name, not a misspelt one. */
const MAX_DISTANCE = 3;

/** The name that is most like a wrong one, or null if none is like it. */
export function nearest(wrong: string, names: Iterable<string>): string | null {
  const plain = plainOf(wrong);
  let best: string | null = null;
  let least = Math.min(MAX_DISTANCE, Math.floor(plain.length / 3)) + 1;
  for (const name of names) {
    const distance = distanceOf(plain, plainOf(name));
    if (distance < least) [best, least] = [name, distance];
  }
  return best ?? onlyOneAround(plain, names);
}

/** `size_gb` of `size`, `name` of `vm_name`, if there is no other like it. */
function onlyOneAround(plain: string, names: Iterable<string>): string | null {
  if (plain.length < 3) return null;
  const around = [...names].filter((name) => {
    const other = plainOf(name);
    return other.length >= 3 && (other.includes(plain) || plain.includes(other));
  });
  return around.length === 1 ? (around[0] ?? null) : null;
}

/** Without what people forget: capitals and underscores. */
function plainOf(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

/** The changes of a letter that make one word of another (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (const [j, otherLetter] of Array.from(other).entries()) {
      const replaced = (row[j] ?? 0) + Number(letter !== otherLetter);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
