import type { FileSystem } from "../../source/file-system.ts";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import { FileCache } from "../../source/file-cache.ts";
import { splitPath } from "../modules/paths.ts";
import { ProjectIndex } from "./project-index.ts";
import { TreeRoots } from "../modules/tree-roots.ts";

/** The indexes of the trees of a file system. */
class Trees {
  readonly #files: FileSystem;
  readonly #roots: TreeRoots;
  readonly #indexes = new Map<string, ProjectIndex>();

  constructor(files: FileSystem) {
    this.#files = files;
    this.#roots = new TreeRoots(files);
  }

  get readingTime(): number {
    return [...this.#indexes.values()].reduce((sum, index) => sum + index.readingTime, 0);
  }

  /** Returns the index of the tree that a directory belongs to. */
  indexOf(directory: string): ProjectIndex {
    const root = this.#roots.rootOf(directory);
    let index = this.#indexes.get(root);
    if (!index) this.#indexes.set(root, (index = new ProjectIndex(root, this.#files)));
    return index;
  }

  /** @param changed The directories of Go files that changed, absolute, with `/`. */
  update(changed: ReadonlySet<string>): void {
    for (const [root, index] of this.#indexes) this.#indexes.set(root, index.updated(changed));
  }
}

const trees = new FileCache((files) => new Trees(files));

/**
 * Returns the index of the tree around a file. Nothing is read before the first question, and
 * all files of a run share what was read then.
 *
 * The index holds what the file system returns: unsaved text of an editor is in it if the file
 * system lays it over the disk.
 *
 * @param about `imports` for a rule that asks about nothing but the packages that the file
 *   imports: what it finds then does not depend on the rest of the tree.
 */
export function projectIndexOf(
  sourceCode: GoSourceCode,
  about: "imports" | "everything" = "everything",
): ProjectIndex {
  if (about === "everything") sourceCode.noteTreeReader();
  return indexOfTree(sourceCode.path, sourceCode.fileSystem);
}

/** Returns the index of the tree around a path, which is absolute, with `/`. */
export function indexOfTree(path: string, files: FileSystem): ProjectIndex {
  files.beforeReading?.("tree");
  return trees.of(files).indexOf(splitPath(path).directory);
}

/**
 * Reads Go files of some directories again. Indexes that were handed out stay as they are.
 *
 * @param changed Absolute, with `/`.
 */
export function updateIndexes(files: FileSystem, changed: ReadonlySet<string>): void {
  trees.known(files)?.update(changed);
}

/** Drops the indexes of a file system: its files may have changed. */
export function forgetIndexes(files: FileSystem): void {
  trees.forget(files);
}
