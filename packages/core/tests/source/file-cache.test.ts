import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { FileCache, holdFiles, releaseFiles } from "../../src/source/file-cache.ts";
import { NO_FILES, type FileSystem } from "../../src/source/file-system.ts";

const AN_HOUR = 3_600_000;
let now = 0;

beforeEach(() => {
  jest.spyOn(performance, "now").mockImplementation(() => now);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Gives the number of times that a file system was read, when it is asked for after a while. */
function reader(readingTime = 0): {
  files: FileSystem;
  cache: FileCache<{ readonly readingTime: number; readonly count: number }>;
  readingsAfter: (pause: number) => number;
} {
  const files = { ...NO_FILES };
  let readings = 0;
  const cache = new FileCache(() => {
    readings += 1;
    return { readingTime, count: readings };
  });
  cache.of(files);
  return {
    files,
    cache,
    readingsAfter(pause) {
      now += pause;
      return cache.of(files).count;
    },
  };
}

test("what is asked for again and again is kept, after a pause it is read anew", () => {
  const { readingsAfter } = reader();
  expect(readingsAfter(900)).toBe(1);
  expect(readingsAfter(900)).toBe(1);
  expect(readingsAfter(1000)).toBe(1);
  expect(readingsAfter(1001)).toBe(2);
});

test("what takes long to read is kept for longer", () => {
  const { readingsAfter } = reader(300);
  expect(readingsAfter(3000)).toBe(1);
  expect(readingsAfter(3001)).toBe(2);
});

test("what is known of a file system is that of the files behind it, until it is forgotten", () => {
  const { files, cache } = reader();
  expect(cache.known({ ...NO_FILES })).toBeUndefined();
  expect(cache.known(files)).toEqual({ readingTime: 0, count: 1 });
  expect(cache.of({ ...NO_FILES, base: files })).toBe(cache.known(files));
  cache.forget(files);
  expect(cache.known(files)).toBeUndefined();
  expect(cache.of(files).count).toBe(2);
});

test("what is held is kept until it is released", () => {
  const { files, readingsAfter } = reader();
  holdFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(1);
  releaseFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(2);
});

test("of two who hold it, the first to release it does not release the other's", () => {
  const { files, readingsAfter } = reader();
  holdFiles(files);
  holdFiles(files);
  releaseFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(1);
  releaseFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(2);
});

test("releasing what is not held holds nothing back", () => {
  const { files, readingsAfter } = reader();
  releaseFiles(files);
  holdFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(1);
  releaseFiles(files);
  expect(readingsAfter(AN_HOUR)).toBe(2);
});
