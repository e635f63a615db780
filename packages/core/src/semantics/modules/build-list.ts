import type { GoMod } from "./go-mod.ts";
import { resolvePath } from "./paths.ts";

/** Where the packages of a module may lie. */
export interface ModuleRoot {
  /** The module's path. */
  readonly path: string;
  readonly directory: string;
}

/**
 * Where the modules lie that a go.mod or go.work file asks for: the directories that
 * replace one, and those in the module cache.
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
    if (/^\.{0,2}\//u.test(target)) {
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

function downloaded(moduleCache: string, path: string, version: string): string {
  return `${moduleCache}/${escaped(path)}@${escaped(version)}`;
}

/** Go writes a capital letter of a module path as `!` and the small one. */
function escaped(path: string): string {
  return path.replace(/\p{Lu}/gu, (letter) => `!${letter.toLowerCase()}`);
}
