import { largestGroups } from "./group-by.ts";

/** Items that share a reason. */
export interface ReasonGroup<Item> {
  /** The most common reason; it says so if the others differ from it in names. */
  readonly text: string;
  readonly items: readonly Item[];
  /** The first item with the most common reason. */
  readonly first: Item;
}

/** The parts in which reasons of one kind differ: quoted names, and files. */
const NAMES = /'[^']*'|[\w./-]+\.go\b/gu;

/**
 * Groups items by their reason, the most common first. Reasons that differ only in the names in
 * them are one.
 */
export function groupByReason<Item>(
  items: readonly Item[],
  reasonOf: (item: Item) => string,
): ReasonGroup<Item>[] {
  return largestGroups(items, (item) => reasonOf(item).replace(NAMES, "")).map(([, some]) => {
    const [[text, [first]] = ["", some], ...others] = largestGroups(some, reasonOf);
    return {
      text: others.length === 0 ? text : `${text}, and the like`,
      items: some,
      first: first as Item,
    };
  });
}
