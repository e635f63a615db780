/** The number of tokens in a row that are compared as one. */
const SHINGLE = 8;
const BINS = 128;
/** Files that have all bins of a band in common are compared. */
const BAND = 4;
const EMPTY = 0x7fffffff;

/** Returns the hashes of all runs of tokens in a file, sorted; a copy has most of them. */
export function shinglesOf(tokens: Int32Array): Int32Array {
  const hashes = new Set<number>();
  for (let start = 0; start + SHINGLE <= tokens.length; start += 1) {
    hashes.add(shingleAt(tokens, start));
  }
  return Int32Array.from(hashes).sort();
}

function shingleAt(tokens: Int32Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + SHINGLE; at += 1) {
    hash = Math.imul(hash ^ (tokens[at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash | 0;
}

/**
 * Returns keys of the runs of tokens in a file such that two files with much in common share
 * one: the least hash of each bin, some bins to a key (one-permutation MinHash with banding;
 * see locality-sensitive hashing, https://doi.org/10.1145/276698.276876).
 */
export function bandKeysOf(tokens: Int32Array): number[] {
  const least = new Int32Array(BINS).fill(EMPTY);
  for (let start = 0; start + SHINGLE <= tokens.length; start += 1) {
    const hash = shingleAt(tokens, start);
    const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
    const bin = mixed % BINS;
    const value = (mixed / BINS) | 0;
    if (value < (least[bin] as number)) least[bin] = value;
  }
  const keys: number[] = [];
  for (let start = 0; start < BINS; start += BAND) {
    const band = least.subarray(start, start + BAND);
    if (!band.includes(EMPTY)) keys.push(band.reduce(mixedWith, start));
  }
  return keys;
}

function mixedWith(key: number, value: number): number {
  return Math.imul(key ^ value, 0x45d9f3b) ^ (value >>> 7);
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
