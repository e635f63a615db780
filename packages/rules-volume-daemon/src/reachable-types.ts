import {
  projectIndexOf,
  unreadPackageOf,
  type GoSourceCode,
  type IndexedPackage,
  type ProjectIndex,
} from "@gopherwood/core";

const matches = new WeakMap<ProjectIndex, Map<string, readonly Match[]>>();

/** A package that a name pattern means, or may mean: one of the tree, or an import. */
type Match = IndexedPackage | null;

/**
 * Returns false if a value of unknown type cannot be of one of the types, because it comes
 * from a package that cannot import theirs: a module does not import those that require it.
 *
 * @param reason Why the type of the value is not known.
 * @param patterns Name patterns of the types.
 */
export function mayHaveType(
  reason: string,
  patterns: readonly string[],
  sourceCode: GoSourceCode,
): boolean {
  const importPath = unreadPackageOf(reason);
  if (importPath === null || sourceCode.path === "") return true;
  const index = projectIndexOf(sourceCode);
  const own = index.fileAt(sourceCode.path)?.package;
  const module = own && modulePathOf(own);
  // A package of the module may be generated later.
  if (!module || importPath === module || importPath.startsWith(`${module}/`)) return true;
  if (index.packagesOf(importPath).length > 0) return true;
  return patterns
    .flatMap((pattern) => packagesMatching(pattern.slice(0, pattern.lastIndexOf(".")), index))
    .some((found) => found?.moduleDirectory !== own.moduleDirectory);
}

/** Returns the path of the module that a package belongs to, or null. */
function modulePathOf({
  importPath,
  directory,
  moduleDirectory,
}: IndexedPackage): string | null {
  if (importPath === null || moduleDirectory === null) return null;
  const inner = directory.slice(moduleDirectory.length);
  return importPath.endsWith(inner)
    ? importPath.slice(0, importPath.length - inner.length)
    : null;
}

/** Returns the packages of the tree with a path or its end; null for each import of another. */
function packagesMatching(wanted: string, index: ProjectIndex): readonly Match[] {
  let ofIndex = matches.get(index);
  if (!ofIndex) matches.set(index, (ofIndex = new Map<string, readonly Match[]>()));
  let found = ofIndex.get(wanted);
  if (!found) {
    const isWanted = (path: string) => path === wanted || path.endsWith(`/${wanted}`);
    const packages = index.packages();
    const imported = packages
      .flatMap(({ files }) => files.flatMap(({ imports }) => imports.map(({ path }) => path)))
      .some((path) => isWanted(path) && index.packagesOf(path).length === 0);
    const own = packages.filter(
      ({ importPath }) => importPath !== null && isWanted(importPath),
    );
    ofIndex.set(wanted, (found = imported ? [...own, null] : own));
  }
  return found;
}
