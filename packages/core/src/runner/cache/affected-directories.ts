import type { ProjectIndex } from "../../semantics/project-index/project-index.ts";

/**
 * Returns the directories that may see a change in files of some: these, and those that import them,
 * themselves or through others.
 *
 * @param changed Absolute, with `/`.
 */
export function affectedDirectories(
  changed: ReadonlySet<string>,
  index: ProjectIndex,
): ReadonlySet<string> {
  const affected = new Set(changed);
  const seen = new Set(changed);
  // A set yields what is added on the way.
  for (const directory of seen) {
    const importing = index.packagesIn(directory).flatMap((one) => index.filesImporting(one));
    for (const { package: importer, isTest } of importing) {
      affected.add(importer.directory);
      // Nobody imports a test.
      if (!isTest) seen.add(importer.directory);
    }
  }
  return affected;
}
