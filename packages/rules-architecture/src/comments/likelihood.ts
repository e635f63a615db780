/**
 * The likelihood that a text is code: `certain` if people write nothing else like it, `possible` if
 * they write so to explain as well, null if it is none.
 */
export type Likelihood = "certain" | "possible" | null;

/** Returns null if a part is no code, and else the highest likelihood of the parts. */
export function combined(parts: readonly Likelihood[]): Likelihood {
  if (parts.length === 0 || parts.includes(null)) return null;
  return parts.includes("certain") ? "certain" : "possible";
}

/** Returns the lowest of some likelihoods. */
export function lowest(...likelihoods: readonly Likelihood[]): Likelihood {
  if (likelihoods.includes(null)) return null;
  return likelihoods.includes("possible") ? "possible" : "certain";
}
