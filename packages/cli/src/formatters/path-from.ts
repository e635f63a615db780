import { relative, resolve, sep } from "node:path";

/**
 * Returns the path of a report's file from another directory, with `/`; absolute if it is not
 * in it.
 *
 * @param root The report's.
 */
export function pathFrom(directory: string, root: string, file: string): string {
  const path = resolve(root, file);
  return path.startsWith(directory + sep)
    ? relative(directory, path).split(sep).join("/")
    : path;
}
