import { Minimatch } from "minimatch";

const globs = new Map<string, Minimatch>();

/**
 * Returns true if a glob of an option matches a file: `oma/ossea/**` matches it below any
 * directory of the project, `/oma/**` only at its top.
 *
 * @param path From `projectPathOf`, or an import path after `/`.
 */
export function matchesGlob(path: string, glob: string): boolean {
  let compiled = globs.get(glob);
  if (!compiled) {
    compiled = new Minimatch(glob.startsWith("/") ? glob : `**/${glob}`, { dot: true });
    globs.set(glob, compiled);
  }
  return compiled.match(path.startsWith("/") ? path : `/${path}`);
}
