/**
 * Measures the wait of somebody who types: from each stroke of a key, eight a second, until the
 * findings of the text with it are shown. A stroke that the next one overtakes counts until the
 * findings of a later text.
 *
 *   node benchmarks/strokes.mjs FILE... [--strokes 130]
 *
 * The files keep their text. Each needs a gopherwood.config.js beside it or above.
 */
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Editor, placeAfter } from "./lib/editor.mjs";

/** In milliseconds. */
const BETWEEN_STROKES = 125;
const TYPED =
  '\nfunc typed(value int) error {\n\tif value > 1 { return fmt.Errorf("%d", value) }\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strokes: { type: "string", default: "130" } },
});
const strokes = Number(values.strokes);
const typed = TYPED.repeat(Math.ceil(strokes / TYPED.length)).slice(0, strokes);

for (const file of positionals) {
  const editor = new Editor(file);
  await editor.open();
  // The server goes on after the first findings, which is no part of the wait.
  await sleep(3000);
  const waits = [];
  let pending = [];
  for (let version = 1; version <= strokes; version += 1) {
    const at = placeAfter(typed.slice(0, version - 1), editor.end);
    const stroke = performance.now();
    pending.push(stroke);
    const linted = editor.linted(version).then(() => {
      const now = performance.now();
      waits.push(...pending.filter((one) => one <= stroke).map((one) => now - one));
      pending = pending.filter((one) => one > stroke);
    });
    await editor.edit(version, { range: { start: at, end: at }, text: typed[version - 1] });
    await (version === strokes ? linted : sleep(BETWEEN_STROKES));
  }
  const last = waits.at(-1);
  await editor.close();
  waits.sort((a, b) => a - b);
  const [median, most] = [0.5, 0.95].map((part) => waits[Math.floor(part * waits.length)]);
  const lines = editor.text.split("\n").length;
  console.log(
    `${relative("", file)}: ${lines} lines, ${strokes} strokes; ms from a stroke to its ` +
      `findings: median ${ms(median)}, 95 % ${ms(most)}, last ${ms(last)}`,
  );
}

function ms(time) {
  return time.toFixed(0);
}
