import { packageOfText, PackageReader } from "./package-reader.ts";
import type { PackageDeclarations, PackageSource } from "../types/package-declarations.ts";

/**
 * Returns the declarations in Go texts: of packages outside the code at hand, as a package's
 * documentation shows them, functions without bodies, types, variables with their types.
 *
 * @param sources The Go text of each package, by import path.
 */
export function parseStubs(sources: Readonly<Record<string, string>>): PackageSource {
  const read = new Map<string, PackageDeclarations>();
  const known: PackageSource = {
    nameOf: (importPath) => known.packageOf(importPath)?.name ?? null,
    packageOf(importPath) {
      const source = Object.hasOwn(sources, importPath) ? sources[importPath] : undefined;
      if (source === undefined) return null;
      let found = read.get(importPath);
      if (!found) {
        found = new PackageReader(importPath, packageOfText(source, false), known);
        read.set(importPath, found);
      }
      return found;
    },
  };
  return known;
}
