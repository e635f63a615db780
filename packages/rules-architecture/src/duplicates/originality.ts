import type { IndexedFile, ProjectIndex } from "@gopherwood/core";

/** A name that says what became of the files below it. */
const ARCHIVE = /(?:^|[-_./])(?:archived?|deprecated|obsolete|legacy|old)(?=[-_./\d]|$)/iu;
const BACKUP = /(?:^|[-_./])(?:backup|bak|orig)(?=[-_./\d]|$)|_copy\d*\.go$/iu;

/** What a path says of a file: that it was put away, or that it is there for safety. */
export function kindOfCopy(path: string): "archived copy" | "backup" | null {
  if (BACKUP.test(path)) return "backup";
  return ARCHIVE.test(path) ? "archived copy" : null;
}

/** A path as seen from the top of the tree. */
export function pathInTree({ root }: ProjectIndex, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

/**
 * The files of a tree, the likelier originals first: an archive comes after what is in
 * use, then what is less imported, then the longer path.
 */
export function byOriginality(index: ProjectIndex): readonly IndexedFile[] {
  const ranked = index.packages().flatMap((owner) => {
    const importers = importersOf(owner, index);
    return owner.files.map((file) => {
      const path = pathInTree(index, file.path);
      return { file, path, isCopy: kindOfCopy(path) !== null, importers };
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

/** How many packages import the package of a file. */
export function importersOf(
  { importPath }: IndexedFile["package"],
  index: ProjectIndex,
): number {
  return importPath === null ? 0 : index.importersOf(importPath).length;
}
