import { isAbsolute, relative, sep } from "node:path";

/** Returns true for a path in a directory, or the directory itself. Both are absolute. */
export function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  // A name may begin with two dots.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
