/**
 * Draws the README's picture: what the command prints, as a terminal shows it.
 * Run `npm run build` before.
 *
 *   node tools/readme/picture.mjs
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ESCAPE = "\u001B";
const PIECE = new RegExp(`${ESCAPE}\\[(\\d+)m|.`, "gsu");
const COLUMNS = 124;
const [CHARACTER, LINE, MARGIN] = [7.8, 19, 16];
const COLORS = { 31: "#f47067", 32: "#8ddb8c", 33: "#daaa3f" };

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const FILES = ["reattach.go", "retention.go"];

const { stdout } = spawnSync(
  process.execPath,
  [path("packages/cli/bin/gopherwood.js"), "--color", ...FILES],
  { cwd: path("examples/migratekit/source/current/oma/workflows"), encoding: "utf8" },
);
const text = `${ESCAPE}[2m$${ESCAPE}[22m npx gopherwood ${FILES.join(" ")}\n${stdout.trimEnd()}`;
const rows = text.split("\n").flatMap(wrapped);
writeFileSync(path("docs/output.svg"), draw(rows));

/** The pieces of a line, each with its style, in rows of a terminal's width. */
function wrapped(line) {
  const rows = [[]];
  let style = {};
  let column = 0;
  for (const [piece, code] of line.matchAll(PIECE)) {
    if (code !== undefined) {
      style = restyled(style, Number(code));
      continue;
    }
    if (column === COLUMNS) {
      rows.push([]);
      column = 0;
    }
    const row = rows.at(-1);
    const last = row.at(-1);
    if (last?.style === style) last.text += piece;
    else row.push({ text: piece, style, column });
    column += 1;
  }
  return rows;
}

function restyled(style, code) {
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, color: undefined };
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 24) return { ...style, underline: false };
  return { ...style, color: COLORS[code] };
}

function draw(rows) {
  const width = COLUMNS * CHARACTER + 2 * MARGIN;
  const height = rows.length * LINE + 2 * MARGIN;
  const lines = rows.flatMap((row, index) =>
    row.map(({ text, style, column }) => {
      const x = MARGIN + column * CHARACTER;
      const y = MARGIN + (index + 0.75) * LINE;
      const attributes = [
        `x="${x.toFixed(1)}" y="${y.toFixed(1)}"`,
        `textLength="${([...text].length * CHARACTER).toFixed(1)}"`,
        style.color && `fill="${style.color}"`,
        style.dim && 'fill-opacity="0.6"',
        style.bold && 'font-weight="bold"',
        style.underline && 'text-decoration="underline"',
      ];
      return `<text ${attributes.filter(Boolean).join(" ")}>${escaped(text)}</text>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#d1d7e0" xml:space="preserve">
<title>What gopherwood prints for two files of the example</title>
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
${lines.join("\n")}
</svg>
`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
