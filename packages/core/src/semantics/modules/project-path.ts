import { FileCache } from "../../source/file-cache.ts";
import type { FileSystem } from "../../source/file-system.ts";
import { parentOf, splitPath } from "./paths.ts";
import { TreeRoots } from "./tree-roots.ts";

/** The names of the configs whose directories globs count from. */
export const CONFIG_NAME = /^(?:gopherwood|eslint)\.config\.[cm]?[jt]s$/u;

/** The directories that globs count from, each found once. */
class Bases {
  readonly readingTime = 0;
  readonly #files: FileSystem;
  readonly #roots: TreeRoots;
  readonly #configs = new Map<string, string | null>();

  constructor(files: FileSystem) {
    this.#files = files;
    this.#roots = new TreeRoots(files);
  }

  /** Returns the directory of the nearest config, else the top of the tree; null without any. */
  baseOf(directory: string): string | null {
    return this.#configAbove(directory) ?? this.#roots.topOf(directory);
  }

  #configAbove(directory: string): string | null {
    let found = this.#configs.get(directory);
    if (found === undefined) {
      const above = parentOf(directory);
      const hasConfig = this.#files.listFiles(directory).some((name) => CONFIG_NAME.test(name));
      if (hasConfig) found = directory;
      else found = above === null ? null : this.#configAbove(above);
      this.#configs.set(directory, found);
    }
    return found;
  }
}

const bases = new FileCache((files) => new Bases(files));

/**
 * Returns the path of a file that the globs of options and systems match: from the directory
 * of the nearest config, or else from the top of its repository, workspace or module. So a
 * finding depends neither on the place of a checkout nor on the directory that the tool was
 * started in. A file that is in none of these has its whole path.
 *
 * @param path Absolute, with the separators of the system.
 */
export function projectPathOf(path: string, files: FileSystem): string {
  const absolute = path.replaceAll("\\", "/");
  const base = bases.of(files).baseOf(splitPath(absolute).directory);
  return base !== null && absolute.startsWith(`${base}/`)
    ? absolute.slice(base.length + 1)
    : absolute;
}

/** Drops what was found of a file system: its files may have changed. */
export function forgetProjectPaths(files: FileSystem): void {
  bases.forget(files);
}
