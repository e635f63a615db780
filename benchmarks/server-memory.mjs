/**
 * Prints the memory of a language server while somebody edits a file: lines of a function are
 * written and taken back, edit by edit, and each burst of edits is linted. Linux only.
 *
 *   node benchmarks/server-memory.mjs FILE [--edits 10000] [--burst 10]
 *
 * The file keeps its text. It needs a gopherwood.config.js beside it or above.
 */
import { parseArgs } from "node:util";
import { Editor, placeAfter } from "./lib/editor.mjs";

const TYPED = '\nfunc typed() error {\n\treturn fmt.Errorf("%w", errTyped)\n}\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: "string", default: "10000" },
    burst: { type: "string", default: "10" },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name a Go file.");
const [edits, burst] = [Number(values.edits), Number(values.burst)];

const editor = new Editor(file);
await editor.open();
let written = 0;
for (let version = 1; version <= edits; version += 1) {
  const isLast = version % burst === 0;
  const linted = isLast ? editor.linted(version) : undefined;
  await editor.edit(version, nextEdit(version));
  await linted;
  if (version % (edits / 10) === 0) console.log(`${version} edits: ${editor.memory} MB`);
}
await editor.close();

/** Returns the edit that writes the next character, or takes all of them back. */
function nextEdit(version) {
  const { end } = editor;
  const cursor = placeAfter(TYPED.slice(0, written), end);
  if (written === TYPED.length || version % 97 === 0) {
    written = 0;
    return { range: { start: end, end: cursor }, text: "" };
  }
  written += 1;
  return { range: { start: cursor, end: cursor }, text: TYPED[written - 1] };
}
