import type { FileSystem } from "../../source/file-system.ts";
import {
  requiredModules,
  requiredRoots,
  type ImportedModule,
  type ModuleRoot,
} from "./build-list.ts";
import { readGoMod, readGoWork, type GoMod } from "./go-mod.ts";
import { parentOf, resolvePath } from "./paths.ts";

/** A module of the tree: its directory and its go.mod. */
export interface Module {
  readonly directory: string;
  readonly goMod: GoMod;
}

/** The packages that the files of a module can import, besides the standard library. */
interface Imports {
  /** Directories of modules by module path, the likeliest first. */
  readonly roots: ReadonlyMap<string, readonly ModuleRoot[]>;
  /** The modules by their paths. */
  readonly modules: ReadonlyMap<string, ImportedModule>;
  readonly vendor: string | null;
  /** The directories found so far, by import path. */
  readonly found: Map<string, string | null>;
}

/** Finds the modules of a tree and the directories that import paths mean. */
export class Modules {
  readonly #files: FileSystem;
  readonly #hasPackage: (directory: string) => boolean;
  readonly #moduleOf = new Map<string, Module | null>();
  readonly #imports = new Map<Module, Imports>();

  /** @param hasPackage True for a directory with Go files. */
  constructor(files: FileSystem, hasPackage: (directory: string) => boolean) {
    this.#files = files;
    this.#hasPackage = hasPackage;
  }

  /** Returns the module that a directory belongs to: the one of the nearest go.mod, or null. */
  moduleOf(directory: string): Module | null {
    let found = this.#moduleOf.get(directory);
    if (found === undefined) {
      const text = this.#files.readText(`${directory}/go.mod`);
      const above = parentOf(directory);
      if (text !== null) found = new LazyModule(directory, text);
      else found = above === null ? null : this.moduleOf(above);
      this.#moduleOf.set(directory, found);
    }
    return found;
  }

  /** Returns the import path of a directory's package, or null if it belongs to no module. */
  importPathOf(directory: string): string | null {
    const module = this.moduleOf(directory);
    if (!module?.goMod.path) return null;
    return module.goMod.path + directory.slice(module.directory.length);
  }

  /**
   * Returns the module that an import path belongs to in a module, whether it has such a
   * package or not: its own, its workspace's or a required one. Null if there is none.
   */
  moduleFor(importPath: string, importer: Module): ImportedModule | null {
    const { modules } = this.#importsOf(importer);
    for (let path: string | null = importPath; path !== null; path = parentOf(path)) {
      const found = modules.get(path);
      if (found) return found;
    }
    return null;
  }

  /**
   * Returns the directory of an import path in a module: its own, one of its workspace, or a
   * replaced, vendored or downloaded one; null if there is none.
   */
  directoryOf(importPath: string, module: Module): string | null {
    const imports = this.#importsOf(module);
    let directory = imports.found.get(importPath);
    if (directory === undefined) {
      directory = this.#find(importPath, imports);
      imports.found.set(importPath, directory);
    }
    return directory;
  }

  #find(importPath: string, { roots, vendor }: Imports): string | null {
    // The module with the longest path has the package.
    for (let path: string | null = importPath; path !== null; path = parentOf(path)) {
      for (const root of roots.get(path) ?? []) {
        const directory = root.directory + importPath.slice(path.length);
        if (this.#hasPackage(directory) && this.#isIn(directory, root)) return directory;
      }
    }
    const vendored = vendor === null ? null : `${vendor}/${importPath}`;
    return vendored !== null && this.#hasPackage(vendored) ? vendored : null;
  }

  /** Returns false if another module is nested between a module and a directory below it. */
  #isIn(directory: string, root: ModuleRoot): boolean {
    const module = this.moduleOf(directory);
    // Modules from before go.mod have none.
    return module === null || module.directory.length <= root.directory.length;
  }

  #importsOf(module: Module): Imports {
    let imports = this.#imports.get(module);
    if (!imports) {
      const { moduleCache } = this.#files;
      const [workspace, ...used] = this.#workspace(module.directory);
      // The replacements of a go.work file come before those of modules.
      const own = [...(workspace ? [workspace] : []), module, ...used];
      const roots = new Map<string, ModuleRoot[]>();
      const found = [
        ...own.map(({ goMod: { path }, directory }) => ({ path, directory })),
        ...requiredRoots(own, moduleCache),
      ];
      for (const root of found) {
        if (root.path !== "") roots.set(root.path, [...(roots.get(root.path) ?? []), root]);
      }
      const modules = this.#modulesOf(own);
      const vendor = this.#vendorOf(module.directory);
      imports = { roots, modules, vendor, found: new Map() };
      this.#imports.set(module, imports);
    }
    return imports;
  }

  #modulesOf(own: readonly Module[]): ReadonlyMap<string, ImportedModule> {
    const modules = new Map<string, ImportedModule>();
    const all = [
      ...own.map(({ goMod: { path }, directory }) => ({ path, directory })),
      ...requiredModules(own),
    ];
    for (const { path, directory } of all) {
      const isThere =
        directory !== null && this.#files.readText(`${directory}/go.mod`) !== null;
      const module = { path, directory: isThere ? directory : null };
      if (path !== "" && !modules.has(path)) modules.set(path, module);
    }
    return modules;
  }

  /** Returns the nearest directory of vendored packages. */
  #vendorOf(directory: string): string | null {
    for (let at: string | null = directory; at !== null; at = parentOf(at)) {
      if (this.#files.readText(`${at}/vendor/modules.txt`) !== null) return `${at}/vendor`;
    }
    return null;
  }

  /** Returns the modules of the nearest go.work file, and the file itself for its replacements. */
  #workspace(start: string): readonly Module[] {
    for (let at: string | null = start; at !== null; at = parentOf(at)) {
      const text = this.#files.readText(`${at}/go.work`);
      if (text === null) continue;
      const directory = at;
      const used = readGoWork(text).map((path) => this.moduleOf(resolvePath(directory, path)));
      return [{ directory, goMod: readGoMod(text) }, ...used.filter((one) => one !== null)];
    }
    return [];
  }
}

/** A module whose go.mod is parsed when it is first asked for. */
class LazyModule implements Module {
  readonly directory: string;
  readonly #text: string;
  #goMod: GoMod | undefined;

  constructor(directory: string, text: string) {
    this.directory = directory;
    this.#text = text;
  }

  get goMod(): GoMod {
    return (this.#goMod ??= readGoMod(this.#text));
  }
}
