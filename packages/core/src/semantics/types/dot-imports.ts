import { isUniverseName } from "../scopes/universe.ts";
import type { PackageDeclarations, PackageSource } from "./package-declarations.ts";

/** The packages that a name may come from which no scope of a file declares. */
export interface ImportScope {
  /** The import path of the file's own package. */
  readonly importPath: string;
  /** The import paths of the file's dot imports. */
  readonly dotImports: readonly string[];
  /** The declarations of packages, the file's own among them. */
  readonly packages: PackageSource;
}

/**
 * Returns the import path of the package that declares a name which no scope of the file
 * declares: the file's own package, one that it dot-imports, or the universe, which is the
 * empty string; null if there are several candidates.
 */
export function declaringPackageOf(
  name: string,
  { importPath, dotImports, packages }: ImportScope,
): string | null {
  if (isUniverseName(name))
    return declares(packages.packageOf(importPath), name) ? importPath : "";
  // Unexported names are never imported.
  if (dotImports.length === 0 || !/^\p{Lu}/u.test(name)) return importPath;
  const possible = [importPath, ...dotImports];
  const declaringPackage = possible.find((path) => declares(packages.packageOf(path), name));
  if (declaringPackage !== undefined) return declaringPackage;
  const unread = possible.filter((path) => !packages.packageOf(path)?.complete);
  return unread.length > 1 ? null : (unread[0] ?? importPath);
}

/** Returns true if a package is known to declare a name. */
export function declares(declared: PackageDeclarations | null, name: string): boolean {
  return (
    declared !== null &&
    (declared.types.has(name) || declared.functions.has(name) || declared.values.has(name))
  );
}
