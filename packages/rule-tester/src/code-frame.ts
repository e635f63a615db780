/** A range of code and a text about it. Lines and columns count from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
  readonly label: string;
}

const LINES_AROUND = 1;
const LINES_WITHOUT_MARKS = 30;

/**
 * Draws code with carets under the marks:
 *
 *     3 | func f() {
 *     4 |     log.Info("x")
 *       |     ^^^^^^^^^^^^^ Use JobLog.
 *     5 | }
 *
 * Without marks it is the code alone, cut when long.
 */
export function codeFrame(text: string, marks: readonly Mark[]): string {
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === "" && !marks.some(({ line }) => line === lines.length)) lines.pop();
  const shown = shownLines(lines.length, marks);
  const width = String(lines.length).length;
  const gutter = (label: number | string) => `  ${String(label).padStart(width)} |`;
  const rows: string[] = [];
  let previous = 0;
  for (const line of shown) {
    if (previous > 0 && line > previous + 1) rows.push(`  ${"...".padStart(width)}`);
    previous = line;
    const code = lines[line - 1] ?? "";
    rows.push(`${gutter(line)} ${code}`.trimEnd());
    for (const mark of marks) {
      if (mark.line === line) rows.push(`${gutter("")} ${underline(code, mark)}`);
    }
  }
  if (previous < lines.length && marks.length === 0) rows.push(`  ${"...".padStart(width)}`);
  return rows.join("\n");
}

function shownLines(count: number, marks: readonly Mark[]): number[] {
  if (marks.length === 0) {
    return Array.from(
      { length: Math.min(count, LINES_WITHOUT_MARKS) },
      (_, index) => index + 1,
    );
  }
  const shown = new Set<number>();
  for (const { line } of marks) {
    for (let near = line - LINES_AROUND; near <= line + LINES_AROUND; near += 1) {
      if (near >= 1 && near <= count) shown.add(near);
    }
  }
  return [...shown].sort((a, b) => a - b);
}

function underline(
  code: string,
  { line, column, endLine = line, endColumn, label }: Mark,
): string {
  const start = column - 1;
  const end = endLine > line ? code.length : (endColumn ?? column + 1) - 1;
  const more = endLine > line ? ` (to ${endLine}:${endColumn ?? "?"})` : "";
  const carets = "^".repeat(Math.max(1, cells(code.slice(start, end)).length));
  return `${cells(code.slice(0, start))}${carets}${more} ${label}`;
}

/** Characters that terminals draw two cells wide: CJK and everything above the basic plane. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]|[^\0-\uFFFF]/u;

/** Returns white space as wide as the text; tabs stay. */
function cells(text: string): string {
  return Array.from(text, (char) => (char === "\t" ? char : WIDE.test(char) ? "  " : " ")).join(
    "",
  );
}
