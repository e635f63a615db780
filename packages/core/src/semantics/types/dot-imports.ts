import { isUniverseName } from "../scopes/universe.ts";
import type { PackageDeclarations, PackageSource } from "./package-declarations.ts";

/** What a name that no scope of a file declares may come from. */
export interface ImportScope {
  /** The import path of the file's own package. */
  readonly importPath: string;
  /** The import paths of the file's dot imports. */
  readonly dotImports: readonly string[];
  /** What packages declare, the file's own among them. */
  readonly packages: PackageSource;
}

/**
 * The import path of the package that declares a name which no scope of the file
 * declares: the file's own package, one that it dot-imports, or Go itself, which
 * is the empty string. Null if it may be more than one.
 */
export function declaringPackageOf(
  name: string,
  { importPath, dotImports, packages }: ImportScope,
): string | null {
  if (isUniverseName(name))
    return declares(packages.packageOf(importPath), name) ? importPath : "";
  // What is not exported is never imported.
  if (dotImports.length === 0 || !/^\p{Lu}/u.test(name)) return importPath;
  const possible = [importPath, ...dotImports];
  const home = possible.find((path) => declares(packages.packageOf(path), name));
  if (home !== undefined) return home;
  const unread = possible.filter((path) => !packages.packageOf(path)?.complete);
  return unread.length > 1 ? null : (unread[0] ?? importPath);
}

/** True if a package is known to declare a name. */
export function declares(declared: PackageDeclarations | null, name: string): boolean {
  return (
    declared !== null &&
    (declared.types.has(name) || declared.functions.has(name) || declared.values.has(name))
  );
}
