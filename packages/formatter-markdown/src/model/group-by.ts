import { groupBy } from "@gopherwood/core/report";

/** Groups items by a key, the largest group first, then in the order of `groupBy`. */
export function largestGroups<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, Item[]][] {
  return [...groupBy(items, keyOf)].sort(([, a], [, b]) => b.length - a.length);
}
