import { diffArrays } from "diff";

/** Lines of a text that a change replaces, and the lines that replace them. */
export interface Hunk {
  /** The line above both; empty at the start of the text. */
  readonly above: string;
  readonly before: string[];
  readonly after: string[];
}

/** A change of more lines than this has no hunks. */
const MOST_CHANGED_LINES = 100;

/** Returns the places in which two texts differ, in whole lines; null if they differ in many. */
export function hunksOf(before: string, after: string): readonly Hunk[] | null {
  const maxEditLength = MOST_CHANGED_LINES;
  const parts = diffArrays(before.split("\n"), after.split("\n"), { maxEditLength });
  if (!parts) return null;
  const hunks: Hunk[] = [];
  let open: Hunk | null = null;
  let above = "";
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      open = null;
      above = value.at(-1) ?? "";
      continue;
    }
    if (!open) hunks.push((open = { above, before: [], after: [] }));
    (removed ? open.before : open.after).push(...value);
  }
  return hunks;
}
