import { matchesGlob } from "@gopherwood/core";
import { findRevision, lintChanges } from "@gopherwood/core/changes";
import type { Gopherwood, GopherwoodOptions, Report } from "@gopherwood/core/runner";
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UsageError } from "./io.ts";
import type { Options } from "./options/options.ts";

/**
 * Lints what changed since a revision.
 *
 * @param cwd Absolute.
 * @throws {UsageError} If an option does not go with `--since`.
 * @throws {RevisionError} If the revision cannot be compared with.
 */
export async function lintSince(
  name: string,
  newEngine: (more: GopherwoodOptions) => Gopherwood,
  options: Options,
  subtract: (report: Report) => Report,
  cwd: string,
): Promise<Report> {
  const { stdin, filesFrom, fix, fixDryRun, diff, paths, sinceWholeFiles } = options;
  if (stdin || filesFrom !== undefined) {
    throw new UsageError("--since finds the files itself: leave out --stdin and --files-from.");
  }
  if (fix || fixDryRun || diff) {
    throw new UsageError("--since cannot be combined with fixes, which change whole files.");
  }
  const wanted = (paths.length > 0 ? paths : ["."]).map((path) => testFor(path, cwd));
  return await lintChanges(findRevision(cwd, name), {
    newEngine: (language) => Promise.resolve(newEngine({ language, forceExclude: true })),
    isWanted: (path) => wanted.some((test) => test(path)),
    subtract,
    wholeFiles: sinceWholeFiles,
    name,
  });
}

/** Returns a test for the absolute paths that a path, Go pattern or glob of the command names. */
function testFor(pattern: string, cwd: string): (path: string) => boolean {
  const named = resolve(cwd, pattern.replace(/(^|\/)\.\.\.$/u, "$1") || ".");
  if (existsSync(named)) return (path) => path === named || path.startsWith(named + sep);
  return (path) => matchesGlob(relative(cwd, path).split(sep).join("/"), `/${pattern}`);
}
