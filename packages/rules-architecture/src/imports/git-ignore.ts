import type { GoSourceCode } from "@gopherwood/core";
import ignore from "ignore";

/**
 * Returns true if a `.gitignore` file of a tree means a path.
 *
 * @param path Absolute, with `/`, below the tree's top.
 */
export function isGitIgnored(
  path: string,
  root: string,
  files: GoSourceCode["files"],
): boolean {
  let isIgnored = false;
  const elements = path.slice(root.length + 1).split("/");
  for (const at of elements.keys()) {
    const directory = [root, ...elements.slice(0, at)].join("/");
    const text = files.readText(`${directory}/.gitignore`);
    if (text === null) continue;
    const { ignored, unignored } = ignore().add(text).test(elements.slice(at).join("/"));
    isIgnored = ignored || (isIgnored && !unignored);
  }
  return isIgnored;
}
