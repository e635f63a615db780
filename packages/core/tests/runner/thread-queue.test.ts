import { expect, test } from "@jest/globals";
import { ThreadProgress } from "../../src/runner/threads/progress.ts";
import { directoryBounds, Queue, type Range } from "../../src/runner/threads/queue.ts";

function takeAll(queue: Queue): Range[] {
  const taken: Range[] = [];
  for (let range = queue.take(); range; range = queue.take()) taken.push(range);
  return taken;
}

test("a range of files ends where a directory does", () => {
  const files = ["a/x.go", "a/y.go", "b/z.go", "c/d/w.go"].map((path) => ({ path }));
  expect(directoryBounds(files)).toEqual([2, 3, 4]);
  expect(directoryBounds([])).toEqual([]);
});

test("ranges are long first and short last, and none is left out", () => {
  const bounds = [2, 3, 5, 8, 9, 10, 12, 20];
  expect(takeAll(new Queue(bounds, 1))).toEqual([
    { start: 0, end: 8 },
    { start: 8, end: 10 },
    { start: 10, end: 12 },
    { start: 12, end: 20 },
  ]);
  expect(takeAll(new Queue(bounds, 2))[0]).toEqual({ start: 0, end: 3 });
  expect(takeAll(new Queue([], 2))).toEqual([]);
});

test("threads take from one list", () => {
  const bounds = [1, 2, 3, 4];
  const one = new Queue(bounds, 2);
  const other = new Queue(bounds, 2, one.shared);
  const taken = [one.take(), other.take(), ...takeAll(one), other.take()];
  expect(taken).toEqual([
    { start: 0, end: 1 },
    { start: 1, end: 2 },
    { start: 2, end: 3 },
    { start: 3, end: 4 },
    null,
  ]);
});

test("who watches a thread sees its file, its run and the limit of that", () => {
  const own = new ThreadProgress();
  const seen = new ThreadProgress(own.shared);
  own.startFile(3, 7);
  expect([seen.file, seen.end, seen.run, seen.limit]).toEqual([3, 7, 0, 0]);
  expect(own.withLimit(500, () => [seen.run, seen.limit])).toEqual([1, 500]);
  const fail = () => {
    throw new Error("oops");
  };
  expect(() => own.withLimit(500, fail)).toThrow("oops");
  expect([seen.file, seen.end, seen.run, seen.limit]).toEqual([3, 7, 2, 0]);
  own.rule[0] = 9;
  expect([...seen.rule, seen.limit]).toEqual([9, 0]);
});
