import type { FileSystem } from "../../source/file-system.ts";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import { splitPath } from "./paths.ts";
import { rootOf } from "./project-index-reader.ts";
import { ProjectIndex } from "./project-index.ts";

/** What is known of a file system's trees while it is asked for. */
interface Trees {
  readonly roots: Map<string, string>;
  readonly indexes: Map<string, ProjectIndex>;
  /** In milliseconds, as `performance.now` counts them. */
  lastUsed: number;
}

/** Trees that were not asked for this long, in milliseconds, are read anew. */
const FRESH = 1000;
/** What took long to read is kept for this many times as long. */
const PATIENCE = 10;

const treesOf = new WeakMap<FileSystem, Trees>();

/**
 * What the packages of the tree around a file import and declare. Nothing is read
 * before the first question, and all files of a run share what was read then.
 *
 * It is what the file system says: text that an editor has not saved is in it if the
 * file system lays it over the disk.
 */
export function projectIndexOf({ path, files }: GoSourceCode): ProjectIndex {
  const { roots, indexes } = freshTrees(files);
  const { directory } = splitPath(path);
  let root = roots.get(directory);
  if (root === undefined) roots.set(directory, (root = rootOf(directory, files)));
  let index = indexes.get(root);
  if (!index) indexes.set(root, (index = new ProjectIndex(root, files)));
  return index;
}

/** Drops the indexes of a file system: its files may have changed. */
export function forgetIndexes(files: FileSystem): void {
  treesOf.delete(files);
}

/**
 * A run asks all the time; a long-lived process, such as an editor's, pauses between
 * runs, and files change meanwhile. A big tree is not read again at each short pause,
 * whatever a run does between two questions.
 */
function freshTrees(files: FileSystem): Trees {
  const now = performance.now();
  let trees = treesOf.get(files);
  if (!trees || now - trees.lastUsed > patienceFor(trees)) {
    trees = { roots: new Map(), indexes: new Map(), lastUsed: now };
    treesOf.set(files, trees);
  }
  trees.lastUsed = now;
  return trees;
}

function patienceFor({ indexes }: Trees): number {
  const times = [...indexes.values()].map(({ readingTime }) => readingTime * PATIENCE);
  return Math.max(FRESH, ...times);
}
