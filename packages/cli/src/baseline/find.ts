import { repositoryOf } from "@gopherwood/core/runner";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const NAME = "gopherwood-baseline.json";

/**
 * Returns the path of the nearest baseline of a directory or those above it in its repository,
 * or null.
 *
 * @param directory Absolute.
 */
export function findBaseline(directory: string): string | null {
  const last = repositoryOf(directory) ?? directory;
  for (let at = directory; ; at = dirname(at)) {
    const path = join(at, NAME);
    if (existsSync(path)) return path;
    if (at === last) return null;
  }
}

/** Returns the path of the baseline that a directory would have. */
export function newBaselineIn(directory: string): string {
  return join(directory, NAME);
}

/**
 * Returns the path of the baseline that a run subtracts, or null if there is none.
 *
 * @param named Relative to the working directory; false for no baseline.
 */
export function baselinePath(named: string | false | undefined, cwd: string): string | null {
  if (named === false) return null;
  return named === undefined ? findBaseline(cwd) : resolve(cwd, named);
}
