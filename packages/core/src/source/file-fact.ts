import type { Fact, FileSystem } from "./file-system.ts";

/**
 * Returns what a function makes of files. A run with a cache keeps it for the next ones, which
 * take it from there while the files are the same.
 *
 * @param name The name of the fact, which starts with that of its pack: `architecture/digest`.
 * @param paths Absolute, with `/`.
 * @param make Reads the files; the fact may depend on their texts alone. Null is not kept.
 */
export function fileFact<Made extends Fact | null>(
  name: string,
  paths: readonly string[],
  files: FileSystem,
  make: () => Made,
): Fact | Made {
  const known = files.facts?.get(name, paths);
  if (known) return known;
  const made = make();
  if (made) files.facts?.set(name, paths, made);
  return made;
}
