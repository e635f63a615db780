import { Minimatch } from "minimatch";

const globs = new Map<string, Minimatch>();

/**
 * True if a glob of a rule's options means this file: `oma/ossea/**` means it below
 * any directory. So a finding depends neither on where the config stands nor on the
 * directory that the tool was started in.
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
