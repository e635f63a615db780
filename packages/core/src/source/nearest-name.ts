import { distance } from "fastest-levenshtein";

/** The edits up to which a name counts as misspelt, as a part of its length. */
const MISSPELT = 0.4;

/** Returns the known name that another was probably meant to be; null if none is like it. */
function nearestName(name: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.floor(name.length * MISSPELT) + 1;
  for (const candidate of known) {
    const edits = distance(name, candidate);
    if (edits >= least) continue;
    least = edits;
    nearest = candidate;
  }
  return nearest;
}

/** Returns `: did you mean 'x'?` for a name that is like a known one, and a full stop otherwise. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === null ? "." : `: did you mean '${nearest}'?`;
}
