import type { IndexedFile, ProjectIndex } from "@gopherwood/core";

/** Names of files and directories that keep code which is no longer worked on. */
const ARCHIVE = /(?:^|[-_./])(?:archived?|deprecated|obsolete|legacy|old)(?=[-_./\d]|$)/iu;
const BACKUP = /(?:^|[-_./])(?:backup|bak|orig)(?=[-_./\d]|$)|_copy\d*\.go$/iu;

/** Returns what the names in a path call a file, or null if they call it neither. */
export function copyKindOf(path: string): "archived copy" | "backup" | null {
  if (BACKUP.test(path)) return "backup";
  return ARCHIVE.test(path) ? "archived copy" : null;
}

/** Returns a path relative to the top of the tree. */
export function pathInTree({ root }: ProjectIndex, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

/**
 * Returns the files of a tree, the likelier originals first: archives and backups come
 * last; of the others, those that fewer packages import, then those with longer paths.
 */
export function byOriginality(index: ProjectIndex): readonly IndexedFile[] {
  const ranked = index.packages().flatMap((owner) => {
    const importers = importerCountOf(owner, index);
    return owner.files.map((file) => {
      const path = pathInTree(index, file.path);
      return { file, path, isCopy: copyKindOf(path) !== null, importers };
    });
  });
  ranked.sort(
    (a, b) =>
      Number(a.isCopy) - Number(b.isCopy) ||
      b.importers - a.importers ||
      a.path.length - b.path.length ||
      (a.path < b.path ? -1 : 1),
  );
  return ranked.map(({ file }) => file);
}

/** Returns the number of packages that import a package. */
export function importerCountOf(
  { importPath }: IndexedFile["package"],
  index: ProjectIndex,
): number {
  return importPath === null ? 0 : index.importersOf(importPath).length;
}
