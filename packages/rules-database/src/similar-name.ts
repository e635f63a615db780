import { distance } from "fastest-levenshtein";

/** With more edits than this a name is another one, not a misspelling. */
const MAX_DISTANCE = 3;

/**
 * Returns the name that a misspelt one is probably meant for, or null. Case and underscores
 * do not count.
 */
export function similarName(misspelt: string, names: Iterable<string>): string | null {
  const plain = withoutUnderscores(misspelt);
  let best: string | null = null;
  let least = Math.min(MAX_DISTANCE, Math.floor(plain.length / 3)) + 1;
  for (const name of names) {
    const edits = distance(plain, withoutUnderscores(name));
    if (edits < least) [best, least] = [name, edits];
  }
  return best ?? onlyOverlap(plain, names);
}

/** Returns `size_gb` for `size`, and `name` for `vm_name`, if no other name is like that. */
function onlyOverlap(plain: string, names: Iterable<string>): string | null {
  if (plain.length < 3) return null;
  const overlapping = [...names].filter((name) => {
    const other = withoutUnderscores(name);
    return other.length >= 3 && (other.includes(plain) || plain.includes(other));
  });
  return overlapping.length === 1 ? (overlapping[0] ?? null) : null;
}

function withoutUnderscores(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
