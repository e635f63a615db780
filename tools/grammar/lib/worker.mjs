// One thread of a comparison: parses the files it is handed, a batch at a time.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { loadParser } from "./parse.mjs";

const parse = await loadParser(workerData.wasm);
parentPort.on("message", (/** @type {string[]} */ paths) => {
  parentPort.postMessage(
    paths.map((path) => parse(readFileSync(path), { ranges: workerData.ranges })),
  );
});
