import type { GoMod, Replacement } from "./go-mod.ts";
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

/** A go.mod or go.work file and its directory. */
interface ModuleFile {
  readonly directory: string;
  readonly goMod: GoMod;
}

/**
 * Returns the directories of the modules that go.mod and go.work files require: those that
 * replace a module, and those in the module cache.
 *
 * @param files The files of a workspace: a replacement in one counts for all.
 */
export function requiredRoots(
  files: readonly ModuleFile[],
  moduleCache: string | null,
): ModuleRoot[] {
  const roots: ModuleRoot[] = [];
  for (const { path, target, targetVersion, directory } of replacementsIn(files)) {
    if (isDirectory(target)) {
      roots.push({ path, directory: resolvePath(directory, target) });
    } else if (moduleCache !== null && targetVersion !== null) {
      roots.push({ path, directory: downloaded(moduleCache, target, targetVersion) });
    }
  }
  if (moduleCache === null) return roots;
  for (const [path, version] of files.flatMap(({ goMod }) => [...goMod.requirements])) {
    roots.push({ path, directory: downloaded(moduleCache, path, version) });
  }
  return roots;
}

/** Returns the modules that go.mod and go.work files ask for, in the directories of the files. */
export function requiredModules(files: readonly ModuleFile[]): ImportedModule[] {
  const replaced = replacementsIn(files).map(({ path, target, directory }) => ({
    path,
    directory: isDirectory(target) ? resolvePath(directory, target) : null,
  }));
  const required = files.flatMap(({ goMod }) => [...goMod.requirements.keys()]);
  return [...replaced, ...required.map((path) => ({ path, directory: null }))];
}

/** Returns the replacements of modules that are required in the replaced version. */
function replacementsIn(
  files: readonly ModuleFile[],
): readonly (Replacement & Pick<ModuleFile, "directory">)[] {
  return files.flatMap(({ goMod: { replacements }, directory }) =>
    replacements
      .filter(
        ({ path, version }) =>
          version === null ||
          files.some(({ goMod }) => goMod.requirements.get(path) === version),
      )
      .map((replacement) => ({ ...replacement, directory })),
  );
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
