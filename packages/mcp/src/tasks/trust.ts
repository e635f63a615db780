import { findConfigFile } from "@gopherwood/core/runner";
import { dirname } from "node:path";
import { isInside } from "../workspace.ts";

/**
 * Returns the folder that has to be trusted before the configs of some paths are run, and is
 * not: a config is code, and so are the packs it names. Null if there is none.
 *
 * @param root The folder of the workspace; a config above it is another folder's.
 * @param trusted Folders. All paths are absolute, without symbolic links.
 */
export function untrustedFolder(
  root: string,
  paths: readonly string[],
  trusted: readonly string[],
): string | null {
  for (const path of paths) {
    const config = findConfigFile(path) ?? root;
    const folder = isInside(config, root) ? root : dirname(config);
    if (!trusted.some((one) => isInside(folder, one))) return folder;
  }
  return null;
}
