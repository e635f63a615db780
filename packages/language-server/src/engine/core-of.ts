import { resolve } from "import-meta-resolve";
import { pathToFileURL } from "node:url";

const MODULE = "@gopherwood/core/documents";

/**
 * Returns the address of the core that a file's project has installed, or of the server's own
 * where there is none: rules and core have to be of one installation.
 *
 * @param path Absolute.
 */
export function coreOf(path: string): string {
  try {
    return resolve(MODULE, pathToFileURL(path).href);
  } catch {
    return resolve(MODULE, import.meta.url);
  }
}
