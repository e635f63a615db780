import { indexOfTree } from "../semantics/project-index/project-index-cache.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { FileInTree } from "./types.ts";

/**
 * Returns a file as rules ask about it.
 *
 * @param path Absolute, with `/`.
 */
export function fileInTree(path: string, files: FileSystem): FileInTree {
  return { path, index: indexOfTree(path, files), files: files.forRules ?? files };
}
