/**
 * Measures the processor time of the linting thread for one edit, in a warm process: statements
 * are typed into the body of a function in the middle of each file, character by character, and
 * taken back. Linux counts this time in ticks of some milliseconds; the time on the clock, which
 * is longer where others work beside it, is printed as well.
 *
 *   node benchmarks/typing.mjs FILE... [--rounds 3]
 *
 * The files keep their text. Each needs a gopherwood.config.js beside it or above.
 */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { OpenDocuments } from "../packages/core/dist/documents/index.js";

const TYPED = '\tvalue := compute(ctx, "x")\n\tif value > 1 { fmt.Println(value) }\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" } },
});

const documents = new OpenDocuments(process.cwd());
for (const file of positionals) {
  const path = resolve(file);
  const text = readFileSync(path, "utf8");
  documents.change(path, text);
  const first = await timed(() => documents.lint(path));
  const times = [];
  const clock = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const edited of typed(text)) {
      documents.change(path, edited);
      const start = performance.now();
      const { time } = await timed(() => documents.lintWhileTyping(path));
      if (round === 0) continue;
      times.push(time);
      clock.push(performance.now() - start);
    }
  }
  const settled = await timed(() => documents.lint(path));
  documents.close(path);
  const messages = first.result?.result.messages.length ?? 0;
  const lines = text.split("\n").length;
  console.log(
    `${relative("", path)}: ${lines} lines, ${messages} messages; first ${ms(first.time)}, ` +
      `edits ${quantiles(times)}, on the clock ${quantiles(clock)}, ` +
      `settled ${ms(settled.time)}`,
  );
}
documents.dispose();

/** Returns the texts of a file while somebody types into it. */
function typed(text) {
  const lines = text.split("\n");
  const isFunction = (line) => /^func .*\{$/u.test(line);
  const middle = lines.findIndex((line, at) => at >= lines.length / 2 && isFunction(line));
  const line = middle === -1 ? lines.findLastIndex(isFunction) : middle;
  const offset = lines.slice(0, line + 1).join("\n").length + 1;
  const at = (length) => text.slice(0, offset) + TYPED.slice(0, length) + text.slice(offset);
  const lengths = Array.from(TYPED, (_, index) => index + 1);
  return [...lengths, ...lengths.map((length) => TYPED.length - length)].map(at);
}

async function timed(run) {
  const start = threadTime();
  const result = await run();
  return { result, time: threadTime() - start };
}

/** Returns the processor time of this thread in milliseconds; Linux only. */
function threadTime() {
  return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
}

/** Returns the 50th, 95th and 99th percentiles. */
function quantiles(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return [0.5, 0.95, 0.99]
    .map((part) => ms(sorted[Math.floor(part * sorted.length)]))
    .join("/");
}

function ms(time) {
  return time.toFixed(1);
}
