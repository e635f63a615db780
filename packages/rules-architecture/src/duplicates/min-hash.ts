/** The number of tokens in a row that are compared as one. */
const SHINGLE = 8;
const BIN_BITS = 7;
const BINS = 2 ** BIN_BITS;
/** Files that have all bins of a band in common are compared. */
const BAND = 4;
const EMPTY = 0x7fffffff;
/** Of the hash of a run: a polynomial in this number, modulo 2 ** 32. */
const BASE = 0x01000193;
/** The factor of the token that leaves a run. */
const OF_FIRST = Array.from({ length: SHINGLE }).reduce(
  (power: number) => Math.imul(power, BASE),
  1,
);

/** Returns the hashes of all runs of tokens in a file, sorted; a copy has most of them. */
export function shinglesIn(tokens: Int32Array): Int32Array {
  const hashes = new Set<number>();
  forEachRun(tokens, (hash) => hashes.add(hash));
  return Int32Array.from(hashes).sort();
}

/** Tells the hash of each run of tokens (a rolling hash: each follows from the one before). */
function forEachRun(tokens: Int32Array, tell: (hash: number) => void): void {
  let rolling = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const gone = at < SHINGLE ? 0 : (tokens[at - SHINGLE] as number);
    rolling =
      (Math.imul(rolling, BASE) + (tokens[at] as number) - Math.imul(gone, OF_FIRST)) | 0;
    if (at >= SHINGLE - 1) tell(mixed(rolling));
  }
}

/** Returns a number all of whose bits depend on all of another's. */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16);
}

/**
 * Returns keys of the runs of tokens in a file such that two files with much in common share
 * one: the least hash of each bin, some bins to a key (one-permutation MinHash with banding;
 * see locality-sensitive hashing, https://doi.org/10.1145/276698.276876).
 */
export function bandKeysOf(tokens: Int32Array): number[] {
  const least = new Int32Array(BINS).fill(EMPTY);
  forEachRun(tokens, (hash) => {
    const bin = hash & (BINS - 1);
    const value = hash >>> BIN_BITS;
    if (value < (least[bin] as number)) least[bin] = value;
  });
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
