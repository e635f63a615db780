import type { GoSourceCode } from "@gopherwood/core";

/** The module that a file belongs to. */
export interface Module {
  /** The path in its go.mod. */
  readonly path: string;
  /** The text of its go.mod. */
  readonly goMod: string;
  /** Absolute, with `/`. */
  readonly directory: string;
}

const MODULE = /^module[ \t]+"?([^\s"]+)"?/mu;

/** The module of the nearest go.mod above a file, or null. */
export function moduleOf({ path, files }: GoSourceCode): Module | null {
  for (let at = directoryOf(path); at !== ""; at = directoryOf(at)) {
    const goMod = files.readText(`${at}/go.mod`);
    const found = goMod === null ? undefined : MODULE.exec(goMod)?.[1];
    if (goMod !== null)
      return found === undefined ? null : { path: found, goMod, directory: at };
  }
  return null;
}

/** The directory of a path, which is absolute, with `/`; empty at the top. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The import path of a module's directory. */
export function importPathIn({ path, directory }: Module, packageDirectory: string): string {
  return path + packageDirectory.slice(directory.length);
}

/** An import path as seen from its module: `.` for the module's own; null if it is another's. */
export function pathInModule(importPath: string, module: Module | null): string | null {
  if (!module) return null;
  if (importPath === module.path) return ".";
  return importPath.startsWith(`${module.path}/`)
    ? importPath.slice(module.path.length + 1)
    : null;
}
