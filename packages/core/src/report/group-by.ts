/** Groups items by a key, in the order in which the keys first come. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Groups items by a key, the largest group first, then in the order of `groupBy`. */
export function largestGroups<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, Item[]][] {
  return [...groupBy(items, keyOf)].sort(([, a], [, b]) => b.length - a.length);
}
