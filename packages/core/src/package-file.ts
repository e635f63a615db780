import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const manifest = createRequire(import.meta.url).resolve("@gopherwood/core/package.json");

/**
 * Returns the URL of a file of this package, from its sources and from their bundle.
 *
 * @param path Relative to the package.
 */
export function packageFile(path: string): URL {
  return new URL(path, pathToFileURL(manifest));
}
