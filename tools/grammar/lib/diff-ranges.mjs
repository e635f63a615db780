/**
 * The symmetric difference of two sets of ranges.
 * @param {number[]} wanted flat: start, end, start, end, ...; any order, duplicates count once
 * @param {number[]} found the same
 * @returns {[start: number, end: number, whose: "wanted" | "found"][]} by position
 */
export function diffRanges(wanted, found) {
  const here = keys(wanted);
  const there = keys(found);
  return [
    ...[...here].filter((key) => !there.has(key)).map((key) => unkey(key, "wanted")),
    ...[...there].filter((key) => !here.has(key)).map((key) => unkey(key, "found")),
  ].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const SHIFT = 2 ** 26; // 64 MB: more than any Go file; start and end together stay exact

function keys(ranges) {
  const set = new Set();
  for (let index = 0; index < ranges.length; index += 2)
    set.add(ranges[index] * SHIFT + ranges[index + 1]);
  return set;
}

const unkey = (key, whose) => [Math.floor(key / SHIFT), key % SHIFT, whose];
