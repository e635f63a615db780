import { afterEach, expect, jest, test } from "@jest/globals";
import { Stopwatch } from "../../src/runner/stopwatch.ts";

afterEach(() => {
  jest.restoreAllMocks();
});

test("each phase has the time since the one before it, several times added up", () => {
  let now = 1000;
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const watch = new Stopwatch();
  const laps = [
    ["discovery", 10.4],
    ["configs", 20],
    ["linting", 30],
    ["configs", 5],
    ["survey", 40.6],
  ] as const;
  for (const [phase, time] of laps) {
    now += time;
    watch.lap(phase);
  }
  now += 100;
  expect(watch.timings).toEqual({
    discovery: 10,
    configs: 25,
    linting: 30,
    survey: 41,
    total: 206,
  });
});
