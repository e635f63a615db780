import type { GoMod } from "./go-mod.ts";
import { resolvePath } from "./paths.ts";

/** A directory that may hold the packages of a module. */
export interface ModuleRoot {
  /** The module's path. */
  readonly path: string;
  readonly directory: string;
}

/** A module that packages may be imported from. */
export interface ImportedModule {
  /** The path in its go.mod. */
  readonly path: string;
  /** Absolute, with `/`; null for a module that would have to be downloaded. */
  readonly directory: string | null;
}

/**
 * Returns the directories of the modules that a go.mod or go.work file requires: those that
 * replace a module, and those in the module cache.
 *
 * @param directory The directory of the file.
 */
export function requiredRoots(
  { replacements, requirements }: GoMod,
  directory: string,
  moduleCache: string | null,
): ModuleRoot[] {
  const roots: ModuleRoot[] = [];
  for (const { path, version, target, targetVersion } of replacements) {
    if (version !== null && requirements.get(path) !== version) continue;
    if (isDirectory(target)) {
      roots.push({ path, directory: resolvePath(directory, target) });
    } else if (moduleCache !== null && targetVersion !== null) {
      roots.push({ path, directory: downloaded(moduleCache, target, targetVersion) });
    }
  }
  if (moduleCache === null) return roots;
  for (const [path, version] of requirements) {
    roots.push({ path, directory: downloaded(moduleCache, path, version) });
  }
  return roots;
}

/** Returns the modules that a go.mod or go.work file asks for, in the directory of the file. */
export function requiredModules(
  { replacements, requirements }: GoMod,
  directory: string,
): ImportedModule[] {
  const replaced = replacements
    .filter(({ path, version }) => version === null || requirements.get(path) === version)
    .map(({ path, target }) => ({
      path,
      directory: isDirectory(target) ? resolvePath(directory, target) : null,
    }));
  return [...replaced, ...[...requirements.keys()].map((path) => ({ path, directory: null }))];
}

function isDirectory(target: string): boolean {
  return /^\.{0,2}\//u.test(target);
}

function downloaded(moduleCache: string, path: string, version: string): string {
  return `${moduleCache}/${escaped(path)}@${escaped(version)}`;
}

/** Returns a module path as the module cache spells it: `!` and a small letter for a capital. */
function escaped(path: string): string {
  return path.replace(/\p{Lu}/gu, (letter) => `!${letter.toLowerCase()}`);
}
