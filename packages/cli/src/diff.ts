import { lintedTextOf, repositoryOf, type Report } from "@gopherwood/core/runner";
import { formatPatch, structuredPatch, FILE_HEADERS_ONLY, type StructuredPatch } from "diff";
import { dirname, relative, sep } from "node:path";
import { UsageError } from "./io.ts";
import { isInside } from "./is-inside.ts";

/** More edits than this are not searched for the least of them, which takes quadratic time. */
const MOST_EDITS = 500;
const CONTEXT = 4;

/**
 * Returns the changes of fixes as a unified diff for `git apply`: in the report's root or, if
 * a file lies outside of it, in the root of its repository.
 *
 * @throws {UsageError} If a file lies in neither.
 */
export function formatDiff({ results, root }: Report): string {
  const changed = results.flatMap((result) => {
    const { output, filePath } = result;
    const before = lintedTextOf(result);
    return output === undefined || before === undefined ? [] : [{ filePath, before, output }];
  });
  const isOutside = changed.some(({ filePath }) => !isInside(filePath, root));
  const patches = changed.map(({ filePath, before, output }) => {
    const base = isOutside ? baseOf(filePath) : root;
    const name = relative(base, filePath).split(sep).join("/");
    return formatPatch(patchOf(name, before, output), FILE_HEADERS_ONLY);
  });
  return patches.join("").replace(/\n$/u, "");
}

function baseOf(path: string): string {
  const repository = repositoryOf(dirname(path));
  if (repository !== null) return repository;
  throw new UsageError(
    `--diff has no name for ${path}: it lies outside of the working directory and of a Git repository.`,
  );
}

function patchOf(name: string, before: string, after: string): StructuredPatch {
  const names = [`a/${name}`, `b/${name}`] as const;
  const least = structuredPatch(...names, before, after, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (least) return least;
  return { ...emptyPatch(names), hunks: hunksByLine(before, after) };
}

function emptyPatch([oldFileName, newFileName]: readonly [string, string]): StructuredPatch {
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [] };
}

/**
 * Returns the hunks between two texts that differ in many places: lines that have the same
 * number are compared if there are as many, and one hunk has all that differs if not.
 */
function hunksByLine(before: string, after: string): StructuredPatch["hunks"] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const ranges =
    old.length === fresh.length ? differingRuns(old, fresh) : [differingMiddle(old, fresh)];
  return ranges.map(({ start, oldEnd, newEnd }) => {
    const first = Math.max(0, start - CONTEXT);
    const tail = old.slice(oldEnd, oldEnd + CONTEXT);
    const lines = [
      ...old.slice(first, start).map((line) => ` ${line}`),
      ...old.slice(start, oldEnd).map((line) => `-${line}`),
      ...fresh.slice(start, newEnd).map((line) => `+${line}`),
      ...tail.map((line) => ` ${line}`),
    ];
    return {
      oldStart: first + 1,
      oldLines: oldEnd - first + tail.length,
      newStart: first + 1,
      newLines: newEnd - first + tail.length,
      lines: lines.flatMap(withoutLineEnd),
    };
  });
}

interface Range {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Returns the runs of lines that differ, joined where their contexts meet. */
function differingRuns(old: readonly string[], fresh: readonly string[]): Range[] {
  const runs: { start: number; oldEnd: number; newEnd: number }[] = [];
  for (const [at, line] of old.entries()) {
    if (line === fresh[at]) continue;
    const last = runs.at(-1);
    if (last && at - last.oldEnd <= 2 * CONTEXT) last.oldEnd = last.newEnd = at + 1;
    else runs.push({ start: at, oldEnd: at + 1, newEnd: at + 1 });
  }
  return runs;
}

function differingMiddle(old: readonly string[], fresh: readonly string[]): Range {
  const least = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < least && old[start] === fresh[start]) start += 1;
  let same = 0;
  while (same < least - start && old.at(-1 - same) === fresh.at(-1 - same)) same += 1;
  return { start, oldEnd: old.length - same, newEnd: fresh.length - same };
}

/** Returns the lines of a text with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/gu) ?? [];
}

/** Returns a line of a patch, and the remark that Git expects after one without an end. */
function withoutLineEnd(line: string): string[] {
  return line.endsWith("\n") ? [line.slice(0, -1)] : [line, "\\ No newline at end of file"];
}
