import type { IndexedFile, ProjectIndex } from "@gopherwood/core";
import { pathInTree } from "../module.ts";

/** Names of files and directories that are kept and no longer worked on. */
const ARCHIVED =
  /(?:^|[-_./])(?:deprecated|obsolete|bak|orig)(?=[-_./\d]|$)|(?:^|[-_./])(?:archived?|backup|legacy|old)[-_.]?\d|_copy\d*\.go$/iu;
/** Names of the same that are names of commands and features as well. */
const MAYBE_ARCHIVED = /(?:^|[-_./])(?:archived?|backup|legacy|old)(?=[-_./]|$)/iu;
const SUFFIX = /[-_.](?:archived?|backup|legacy|old)(?=\.go$)/iu;

/**
 * Returns the files of a tree, the likelier originals first: archives and backups come
 * last; of the others, those that fewer packages import, then those with longer paths.
 */
export function byOriginality(index: ProjectIndex): readonly IndexedFile[] {
  const ranked = index.packages().flatMap((owner) => {
    const importers = importerCountOf(owner, index);
    return owner.files.map((file) => {
      const path = pathInTree(index, file.path);
      return { file, path, isArchived: isArchived(file, path, importers), importers };
    });
  });
  ranked.sort(
    (a, b) =>
      Number(a.isArchived) - Number(b.isArchived) ||
      b.importers - a.importers ||
      a.path.length - b.path.length ||
      (a.path < b.path ? -1 : 1),
  );
  return ranked.map(({ file }) => file);
}

/** Returns how much the names in a path say that a file is kept and no longer worked on. */
export function archiveHint(path: string): "strong" | "weak" | null {
  if (ARCHIVED.test(path)) return "strong";
  return MAYBE_ARCHIVED.test(path) ? "weak" : null;
}

/** Without a strong hint, a package that others import is in use, whatever its name is. */
function isArchived(file: IndexedFile, path: string, importers: number): boolean {
  const hint = archiveHint(path);
  if (hint !== "weak") return hint === "strong";
  const current = file.path.replace(SUFFIX, "");
  const hasCurrent =
    current !== file.path && file.package.files.some((other) => other.path === current);
  return hasCurrent || importers === 0;
}

/** Returns the number of packages that import a package. */
export function importerCountOf(
  { importPath }: IndexedFile["package"],
  index: ProjectIndex,
): number {
  return importPath === null ? 0 : index.importersOf(importPath).length;
}
