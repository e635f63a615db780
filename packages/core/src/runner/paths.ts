import { relative, sep } from "node:path";

/** Returns a path with `/` between its elements. */
export function toSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** Returns the way from a directory to a path, with `/`. Both are absolute. */
export function pathFrom(directory: string, path: string): string {
  const isBelow = path.startsWith(directory + sep) && !path.endsWith(sep);
  return toSlashes(isBelow ? path.slice(directory.length + 1) : relative(directory, path));
}

/** Returns an absolute path as a report has it: from its root, with `/`, if it is in there. */
export function pathInReport(root: string, path: string): string {
  return path.startsWith(root + sep) ? pathFrom(root, path) : path;
}
