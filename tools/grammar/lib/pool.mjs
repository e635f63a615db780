// Parses many files on all cores.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

const BATCH = 32;

/**
 * @param {string[]} paths
 * @param {{ wasm: string, ranges?: boolean }} options
 * @returns {Promise<import("./parse.mjs").Parsed[]>} in the order of the paths
 * @throws {Error} when a file cannot be read or a thread dies
 */
export async function parseFiles(paths, options) {
  /** @type {import("./parse.mjs").Parsed[]} */
  const results = new Array(paths.length);
  let next = 0;
  const runOne = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.mjs", import.meta.url), {
        workerData: options,
      });
      let start = 0;
      const handOut = () => {
        if (next >= paths.length) {
          resolve(worker.terminate());
          return;
        }
        start = next;
        next += BATCH;
        worker.postMessage(paths.slice(start, next));
      };
      worker.on("message", (batch) => {
        batch.forEach((result, index) => {
          results[start + index] = result;
        });
        handOut();
      });
      worker.on("error", reject);
      handOut();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, runOne));
  return results;
}
