import type { PackageDeclarations, PackageSource } from "../types/package-declarations.ts";
import { readHeader } from "../scan/file-header.ts";
import { packageOfText, PackageReader } from "./package-reader.ts";

/** Returns the Go text of the standard library's packages by import path. */
export type LoadStandardLibrary = () => Readonly<Record<string, string>>;

const libraries = new WeakMap<LoadStandardLibrary, PackageSource>();

/**
 * Returns the declarations of the standard library. Their text is loaded when a package is
 * first asked for that may be one of them, and kept as long as the function that loads it.
 */
export function standardLibrary(load: LoadStandardLibrary): PackageSource {
  let library = libraries.get(load);
  if (!library) libraries.set(load, (library = readStandardLibrary(load)));
  return library;
}

function readStandardLibrary(load: LoadStandardLibrary): PackageSource {
  let loaded: Readonly<Record<string, string>> | undefined;
  const read = new Map<string, PackageDeclarations>();

  function textOf(importPath: string): string | null {
    if (!mayBeStandard(importPath)) return null;
    loaded ??= load();
    return Object.hasOwn(loaded, importPath) ? (loaded[importPath] ?? null) : null;
  }

  const library: PackageSource = {
    nameOf(importPath) {
      const text = textOf(importPath);
      return text === null ? null : readHeader(text).packageName;
    },
    packageOf(importPath) {
      const known = read.get(importPath);
      if (known) return known;
      const text = textOf(importPath);
      if (text === null) return null;
      // Unexported names are left out of the text, but no importer can name them.
      const found = new PackageReader(importPath, packageOfText(text, true), library);
      read.set(importPath, found);
      return found;
    },
  };
  return library;
}

/**
 * Returns true if an import path may be a standard package: Go keeps paths without a dot in
 * their first element for its own.
 */
function mayBeStandard(importPath: string): boolean {
  return /^[^./]+(?:\/|$)/u.test(importPath);
}
