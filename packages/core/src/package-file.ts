const MANIFEST = import.meta.resolve("@gopherwood/core/package.json");

/**
 * Returns the URL of a file of this package, from its sources and from their bundle.
 *
 * @param path Relative to the package.
 */
export function packageFile(path: string): URL {
  return new URL(path, MANIFEST);
}
