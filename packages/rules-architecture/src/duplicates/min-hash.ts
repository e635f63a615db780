/** The number of tokens in a row that are compared as one. */
const SHINGLE = 8;
const BINS = 128;
/** Files that have all bins of a band in common are compared. */
const BAND = 4;

/** Returns the hashes of all runs of tokens in a file, sorted; a copy has most of them. */
export function shinglesOf(tokens: Int32Array): Int32Array {
  const hashes = new Set<number>();
  for (let start = 0; start + SHINGLE <= tokens.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + SHINGLE; at += 1) {
      hash = Math.imul(hash ^ (tokens[at] as number), 0x01000193);
      hash ^= hash >>> 15;
    }
    hashes.add(hash | 0);
  }
  return Int32Array.from(hashes).sort();
}

/**
 * Returns keys such that two files with much in common share one: the least hash of each
 * bin, some bins to a key (one-permutation MinHash with banding; see locality-sensitive
 * hashing, https://doi.org/10.1145/276698.276876).
 */
export function bandKeysOf(shingles: Int32Array): string[] {
  const least = new Int32Array(BINS).fill(0x7fffffff);
  for (const hash of shingles) {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
    const bin = mixed % BINS;
    const value = (mixed / BINS) | 0;
    if (value < (least[bin] as number)) least[bin] = value;
  }
  const keys: string[] = [];
  for (let bin = 0; bin < BINS; bin += BAND) {
    const band = least.subarray(bin, bin + BAND);
    if (!band.includes(0x7fffffff)) keys.push(`${bin}:${band.join()}`);
  }
  return keys;
}

/** Returns the Jaccard similarity of two files: common shingles by all shingles, 0 to 1. */
export function similarity(a: Int32Array, b: Int32Array): number {
  let common = 0;
  let [atA, atB] = [0, 0];
  while (atA < a.length && atB < b.length) {
    const difference = (a[atA] as number) - (b[atB] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) atA += 1;
    if (difference >= 0) atB += 1;
  }
  const together = a.length + b.length - common;
  return together === 0 ? 1 : common / together;
}
