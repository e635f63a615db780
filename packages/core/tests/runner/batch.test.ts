import { expect, test } from "@jest/globals";
import { runBatch } from "../../src/runner/batch.ts";

/** Waits without giving up the thread. */
function spin(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

test("tasks are done until none is left", () => {
  const done: number[] = [];
  const ending = runBatch(1, () => {
    if (done.length === 3) return false;
    done.push(done.length);
    return true;
  });
  expect({ ending, done }).toEqual({ ending: "done", done: [0, 1, 2] });
});

test("no task begins after the time of a batch", () => {
  const done: number[] = [];
  const ending = runBatch(1, () => {
    spin(150);
    done.push(done.length);
    return true;
  });
  expect({ ending, done }).toEqual({ ending: "full", done: [0] });
});

test("a task in a loop is ended, and what was done before stays", () => {
  const done: number[] = [];
  const ending = runBatch(1, () => {
    while (done.length === 2);
    done.push(done.length);
    return true;
  });
  expect({ ending, done }).toEqual({ ending: "slow", done: [0, 1] });
});

test("an error of a task comes through as it is", () => {
  const error = new Error("oops");
  expect(() =>
    runBatch(1, () => {
      throw error;
    }),
  ).toThrow(error);
});

test("a task cannot end the process, and the next can", () => {
  const exit = Reflect.get(process, "exit");
  expect(() =>
    runBatch(1, () => {
      process.exit(1);
    }),
  ).toThrow("The process was to end.");
  expect(Reflect.get(process, "exit")).toBe(exit);
});
