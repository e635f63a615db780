/** Ends a thread with a module again and again, a little later each time, until it has loaded. */
import { setTimeout as pass } from "node:timers/promises";
import { Worker } from "node:worker_threads";

const workerData = { core: import.meta.resolve("@gopherwood/core/documents"), cwd: "." };
const start = () => new Worker(process.argv[2], { workerData });

const whole = start();
const started = performance.now();
// It answers, or fails, when it has loaded.
whole.postMessage({ id: 1, method: "configFiles", parameters: [] });
await new Promise((resolve) => whole.once("message", resolve).once("error", resolve));
const time = performance.now() - started;
await whole.terminate();
for (let part = 0.4; part < 1; part += 0.05) {
  const worker = start();
  await pass(part * time);
  await worker.terminate();
}
console.log("Still here.");
