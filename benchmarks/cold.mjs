/**
 * Measures the processor time of a new linting thread until it has findings: the modules that it
 * loads, the first findings (of rules that need no other package), the second ones (of those that
 * need the file's imports), and all of them. Each round is a thread of its own; the median is
 * printed, in milliseconds. Linux only.
 *
 *   node benchmarks/cold.mjs FILE... [--rounds 5]
 *
 * Each file needs a gopherwood.config.js beside it or above.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

if (isMainThread) await measure();
else await lint(workerData.path);

async function measure() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "5" } },
  });
  for (const file of positionals) {
    const rounds = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const data = { path: resolve(file) };
      const [times] = await once(
        new Worker(new URL(import.meta.url), { workerData: data }),
        "message",
      );
      rounds.push(times);
    }
    const median = (name) =>
      rounds.map((times) => times[name]).sort((a, b) => a - b)[rounds.length >> 1];
    const shown = ["thread", "core", "first", "second", "all"].map(
      (name) => `${name} ${median(name).toFixed(0)}`,
    );
    console.log(
      `${relative("", file)}: ${shown.join(", ")}; findings ${rounds[0].counts.join(", ")}`,
    );
  }
}

/** Lints a file twice, and sends the time of the thread at each step. */
async function lint(path) {
  const thread = threadTime();
  const { OpenDocuments } = await import("../packages/core/dist/documents/index.js");
  const core = threadTime();
  const documents = new OpenDocuments(process.cwd());
  documents.change(path, readFileSync(path, "utf8"));
  const own = await documents.lintWithin(path, "package");
  const first = threadTime();
  const wider = await documents.lintWithin(path, "imports");
  const second = threadTime();
  const linted = await documents.lint(path);
  const all = threadTime();
  documents.dispose();
  const counts = [own, wider, linted].map((one) => one?.result.messages.length ?? 0);
  parentPort.postMessage({ thread, core, first, second, all, counts });
}

/** Returns the processor time of this thread in milliseconds. */
function threadTime() {
  return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
}
