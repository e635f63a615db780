import type { FileSystem } from "../../source/file-system.ts";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import { Fresh } from "./fresh.ts";
import { splitPath } from "./paths.ts";
import { rootOf } from "./project-index-reader.ts";
import { ProjectIndex } from "./project-index.ts";

/** What is known of a file system's trees. */
class Trees {
  readonly roots = new Map<string, string>();
  readonly indexes = new Map<string, ProjectIndex>();

  get readingTime(): number {
    return [...this.indexes.values()].reduce((sum, index) => sum + index.readingTime, 0);
  }
}

const trees = new Fresh(() => new Trees());

/**
 * What the packages of the tree around a file import and declare. Nothing is read
 * before the first question, and all files of a run share what was read then.
 *
 * It is what the file system says: text that an editor has not saved is in it if the
 * file system lays it over the disk.
 */
export function projectIndexOf({ path, files }: GoSourceCode): ProjectIndex {
  const { roots, indexes } = trees.of(files);
  const { directory } = splitPath(path);
  let root = roots.get(directory);
  if (root === undefined) roots.set(directory, (root = rootOf(directory, files)));
  let index = indexes.get(root);
  if (!index) indexes.set(root, (index = new ProjectIndex(root, files)));
  return index;
}

/** Drops the indexes of a file system: its files may have changed. */
export function forgetIndexes(files: FileSystem): void {
  trees.forget(files);
}
