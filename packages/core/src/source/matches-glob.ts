import { Minimatch } from "minimatch";

const globs = new Map<string, Minimatch>();

/**
 * Returns true if a glob of an option matches a file: `oma/ossea/**` matches it below any
 * directory. So a finding depends neither on the place of the config nor on the directory that
 * the tool was started in.
 *
 * @param path Absolute, with the separators of the system.
 */
export function matchesGlob(path: string, glob: string): boolean {
  let compiled = globs.get(glob);
  if (!compiled) {
    compiled = new Minimatch(glob.startsWith("/") ? glob : `**/${glob}`, { dot: true });
    globs.set(glob, compiled);
  }
  return compiled.match(path.replaceAll("\\", "/"));
}
