import type { GoSourceCode, IndexedPackage, ProjectIndex } from "@gopherwood/core";

/** The module that a file belongs to. */
export interface Module {
  /** The path in its go.mod. */
  readonly path: string;
  /** Absolute, with `/`. */
  readonly directory: string;
}

const MODULE = /^module[ \t]+"?([^\s"]+)"?/mu;

/** Returns the module of the nearest go.mod above a file, or null. */
export function moduleOf({ path, files }: GoSourceCode): Module | null {
  for (let at = directoryOf(path); at !== ""; at = directoryOf(at)) {
    const goMod = files.readText(`${at}/go.mod`);
    const found = goMod === null ? undefined : MODULE.exec(goMod)?.[1];
    if (goMod !== null) return found === undefined ? null : { path: found, directory: at };
  }
  return null;
}

/** Returns the module of a package, or null. */
export function moduleOfPackage({
  name,
  importPath,
  directory,
  moduleDirectory,
}: IndexedPackage): Module | null {
  if (importPath === null || moduleDirectory === null) return null;
  const inside = directory.slice(moduleDirectory.length);
  const path = name.endsWith("_test") ? importPath.slice(0, -"_test".length) : importPath;
  return path.endsWith(inside)
    ? { path: path.slice(0, path.length - inside.length), directory: moduleDirectory }
    : null;
}

/** Returns the directory of a path, which is absolute, with `/`; empty at the top. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Returns the import path of a directory in a module. */
export function importPathIn({ path, directory }: Module, packageDirectory: string): string {
  return path + packageDirectory.slice(directory.length);
}

/** Returns an import path relative to a module: `.` for the module's own; null outside of it. */
export function pathInModule(importPath: string, module: Module | null): string | null {
  if (!module) return null;
  if (importPath === module.path) return ".";
  return importPath.startsWith(`${module.path}/`)
    ? importPath.slice(module.path.length + 1)
    : null;
}

/** Returns a path relative to the top of the tree. */
export function pathInTree({ root }: ProjectIndex, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
