import type { FileSystem } from "../../source/file-system.ts";
import { readGoMod, readGoWork, type GoMod } from "./go-mod.ts";

/** A module of the tree: its directory and what its go.mod says. */
export interface Module {
  readonly directory: string;
  readonly goMod: GoMod;
}

/** Finds the modules of a tree and the directories that import paths mean. */
export class Modules {
  readonly #files: FileSystem;
  readonly #moduleOf = new Map<string, Module | null>();
  readonly #workspaceOf = new Map<string, readonly Module[]>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The module that a directory belongs to: the one of the nearest go.mod, or null. */
  moduleOf(directory: string): Module | null {
    let found = this.#moduleOf.get(directory);
    if (found === undefined) {
      const text = this.#files.readText(`${directory}/go.mod`);
      const above = parentOf(directory);
      if (text !== null) found = { directory, goMod: readGoMod(text) };
      else found = above === null ? null : this.moduleOf(above);
      this.#moduleOf.set(directory, found);
    }
    return found;
  }

  /** The import path of a directory's package, or null if it belongs to no module. */
  importPathOf(directory: string): string | null {
    const module = this.moduleOf(directory);
    if (!module?.goMod.path) return null;
    return module.goMod.path + directory.slice(module.directory.length);
  }

  /**
   * The directories that an import path may mean for files of a directory, the
   * likeliest first: the module's own, its workspace's, replaced, vendored and
   * downloaded ones. They need not exist.
   */
  candidates(importPath: string, from: string): string[] {
    const module = this.moduleOf(from);
    const known = module ? [module, ...this.#workspace(module.directory)] : [];
    const found = known.flatMap(({ goMod, directory }) =>
      within(goMod.path, importPath, directory),
    );
    if (!module) return found;
    for (const [path, target] of module.goMod.localReplacements) {
      found.push(...within(path, importPath, resolvePath(module.directory, target)));
    }
    for (let at: string | null = module.directory; at !== null; at = parentOf(at)) {
      if (this.#files.readText(`${at}/vendor/modules.txt`) !== null) {
        found.push(`${at}/vendor/${importPath}`);
        break;
      }
    }
    const { moduleCache } = this.#files;
    if (moduleCache === null) return found;
    for (const [path, version] of module.goMod.requirements) {
      const directory = `${moduleCache}/${escaped(path)}@${escaped(version)}`;
      found.push(...within(path, importPath, directory));
    }
    return found;
  }

  /** The other modules of the go.work file above a directory. */
  #workspace(directory: string): readonly Module[] {
    let found = this.#workspaceOf.get(directory);
    if (!found) {
      const text = this.#files.readText(`${directory}/go.work`);
      const above = parentOf(directory);
      if (text !== null) {
        const used = readGoWork(text).map((path) =>
          this.moduleOf(resolvePath(directory, path)),
        );
        found = used.filter((module) => module !== null);
      } else {
        found = above === null ? [] : this.#workspace(above);
      }
      this.#workspaceOf.set(directory, found);
    }
    return found;
  }
}

/** The directory of a package that lies in a module of this path and directory, or none. */
function within(modulePath: string, importPath: string, directory: string): string[] {
  if (modulePath === "") return [];
  if (importPath === modulePath) return [directory];
  return importPath.startsWith(`${modulePath}/`)
    ? [directory + importPath.slice(modulePath.length)]
    : [];
}

/** Go writes a capital letter of a module path as `!` and the small one. */
function escaped(path: string): string {
  return path.replace(/\p{Lu}/gu, (letter) => `!${letter.toLowerCase()}`);
}

function parentOf(directory: string): string | null {
  const slash = directory.lastIndexOf("/");
  return slash <= 0 ? null : directory.slice(0, slash);
}

function resolvePath(directory: string, path: string): string {
  const elements = path.startsWith("/") ? [] : directory.split("/");
  for (const element of path.split("/")) {
    if (element === "..") elements.pop();
    else if (element !== "." && element !== "") elements.push(element);
  }
  return path.startsWith("/") ? `/${elements.join("/")}` : elements.join("/");
}
