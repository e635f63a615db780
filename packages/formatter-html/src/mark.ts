import type { Report } from "@gopherwood/core/runner";

type Site = Report["sites"][number];

/** The end of a subject that was shortened. */
const CUT = /\.\.\.$/u;

/**
 * Returns the offsets of the judged part in the code of a site: of a part on one line that part,
 * else all of its lines.
 */
export function markIn({ code, subject, range }: Site): readonly [start: number, end: number] {
  if (range.start.line !== range.end.line) return [0, code.length];
  const shown = subject.replace(CUT, "");
  const start = shown === "" ? -1 : code.indexOf(shown);
  if (start === -1) return [0, code.length];
  const length = Math.max(shown.length, range.end.column - range.start.column);
  return [start, Math.min(code.length, start + length)];
}
