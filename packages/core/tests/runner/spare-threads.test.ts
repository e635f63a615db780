import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, expect, jest, test } from "@jest/globals";
import { Gopherwood } from "../../src/runner/index.ts";
import { SpareThreads } from "../../src/runner/threads/spare-threads.ts";

const taken: Worker[] = [];

afterEach(async () => {
  await Promise.all(taken.splice(0).map((worker) => worker.terminate()));
});

test("threads are taken in the order in which they were started, and then new ones", () => {
  const spare = new SpareThreads();
  spare.startUpTo(1);
  spare.startUpTo(2);
  spare.startUpTo(2);
  taken.push(spare.take(), spare.take(), spare.take());
  const ids = taken.map(({ threadId }) => threadId);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  const [first = 0] = ids;
  expect(ids).toEqual([first, first + 1, first + 2]);
});

test("threads that nobody took are ended, and the others are not", async () => {
  const spare = new SpareThreads();
  spare.startUpTo(2);
  const worker = spare.take();
  taken.push(worker);
  await spare.terminate();
  worker.postMessage("no work");
  const [error] = (await once(worker, "error")) as [Error];
  expect(error.name).toBe("TypeError");
});

test("a run ends the threads that it started for files that no config wants", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "gopherwood-spare-threads-"));
  try {
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    writeFileSync(join(cwd, "gopherwood.config.js"), 'export default [{ ignores: ["*.go"] }];');
    for (let file = 0; file < 5; file += 1) writeFileSync(join(cwd, `${file}.go`), "");
    const startUpTo = jest.spyOn(SpareThreads.prototype, "startUpTo");
    const terminate = jest.spyOn(SpareThreads.prototype, "terminate");
    const { results } = await new Gopherwood({ cwd, concurrency: 2 }).lintFiles(["."]);
    expect(results).toEqual([]);
    expect(startUpTo).toHaveBeenLastCalledWith(1);
    expect(terminate).toHaveBeenCalledTimes(1);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
