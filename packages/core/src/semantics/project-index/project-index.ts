import type { FileSystem } from "../../source/file-system.ts";
import type { IndexedDeclaration, IndexedFile, IndexedPackage } from "./indexed-package.ts";
import type { ImportedModule } from "../modules/build-list.ts";
import { Modules } from "../modules/modules.ts";
import { resolvePath } from "../modules/paths.ts";
import { isGoFile } from "../scan/source-file.ts";
import { isPartOf, readPackages, updatePackages } from "./project-index-reader.ts";

/**
 * The imports and declarations of the packages of a tree. The first question reads of each file
 * its package clause and its imports. `vendor`, `testdata` and `node_modules` are not part of
 * the tree, nor names that start with `.` or `_`.
 *
 * Several packages may have one import path: see `IndexedPackage`. A question about a path is
 * about all of them; one about a package is about this one alone.
 */
export class ProjectIndex {
  /** The directory at the top of the tree, absolute, with `/`. */
  readonly root: string;
  /** The milliseconds that reading the tree took; 0 before the first question. */
  readingTime = 0;
  readonly #files: FileSystem;
  readonly #modules: Modules;
  #packages: readonly IndexedPackage[] | undefined;
  #byPath: ReadonlyMap<string, IndexedFile> | undefined;
  #byDirectory: ReadonlyMap<string, readonly IndexedPackage[]> | undefined;
  #byImportPath: ReadonlyMap<string, readonly IndexedPackage[]> | undefined;
  #importers: ReadonlyMap<string, readonly IndexedFile[]> | undefined;
  #packageImporters: ReadonlyMap<IndexedPackage, readonly IndexedFile[]> | undefined;
  /** The declarations by their names, by the import paths of their packages. */
  readonly #declarations = new Map<
    string,
    ReadonlyMap<string, readonly IndexedDeclaration[]>
  >();

  /** @param root The directory at the top of the tree, absolute, with `/`. */
  constructor(root: string, files: FileSystem) {
    this.root = root;
    this.#files = files;
    this.#modules = new Modules(files, (directory) => this.#hasPackage(directory));
  }

  /**
   * Returns the index after Go files of some directories changed. It shares what was read of
   * the others.
   *
   * @param changed Absolute, with `/`.
   */
  updated(changed: ReadonlySet<string>): ProjectIndex {
    if (!this.#packages) return this;
    const index = new ProjectIndex(this.root, this.#files);
    const modules = index.#modules;
    index.#packages = updatePackages(this.#packages, changed, this.root, this.#files, modules);
    index.readingTime = this.readingTime;
    return index;
  }

  /** Returns true for a directory, absolute, with `/`, whose packages are part of the tree. */
  includes(directory: string): boolean {
    return isPartOf(this.root, directory);
  }

  /** Returns all packages, sorted by directory; in one directory libraries, then programs, then tests. */
  packages(): readonly IndexedPackage[] {
    if (!this.#packages) {
      const start = performance.now();
      this.#packages = readPackages(this.root, this.#files, this.#modules);
      this.readingTime = performance.now() - start;
    }
    return this.#packages;
  }

  /** Returns the packages with an import path, in the order of `packages`; none if no directory has it. */
  packagesOf(importPath: string): readonly IndexedPackage[] {
    this.#byImportPath ??= grouped(this.packages(), (one) =>
      one.importPath === null ? [] : [one.importPath],
    );
    return this.#byImportPath.get(importPath) ?? [];
  }

  /** Returns the packages of a directory, in the order of `packages`. The path is absolute, with `/`. */
  packagesIn(directory: string): readonly IndexedPackage[] {
    this.#byDirectory ??= grouped(this.packages(), (one) => [one.directory]);
    return this.#byDirectory.get(directory) ?? [];
  }

  /** Returns a file of the tree, or null. The path is absolute, with `/`. */
  fileAt(path: string): IndexedFile | null {
    this.#byPath ??= new Map(this.#allFiles().map((file) => [file.path, file]));
    return this.#byPath.get(path) ?? null;
  }

  /**
   * Returns the directory of an import path in the files of a package, as Go finds it: in its
   * module, workspace or vendor directory, replaced or downloaded; absolute, with `/`. It may
   * lie outside of the tree. It is null for the standard library, and if no directory with Go
   * files is found.
   */
  directoryOf(importPath: string, importer: IndexedPackage): string | null {
    if (/^\.{1,2}(?:\/|$)/u.test(importPath)) {
      const directory = resolvePath(importer.directory, importPath);
      return this.#hasPackage(directory) ? directory : null;
    }
    const module = this.#modules.moduleOf(importer.directory);
    return module && this.#modules.directoryOf(importPath, module);
  }

  /**
   * Returns the module that an import path belongs to in the files of a directory, whether
   * it has such a package or not: the own one, one of the workspace, or a required one. Its
   * directory is null unless it is a part of the tree. Null for the standard library.
   */
  moduleFor(importPath: string, importerDirectory: string): ImportedModule | null {
    const importer = this.#modules.moduleOf(importerDirectory);
    const module = importer && this.#modules.moduleFor(importPath, importer);
    if (!module?.directory) return module;
    const isInTree = `${module.directory}/`.startsWith(`${this.root}/`);
    return isInTree ? module : { ...module, directory: null };
  }

  /** Returns the package of the tree that an import path means in the files of a package, or null. */
  packageFor(importPath: string, importer: IndexedPackage): IndexedPackage | null {
    const directory = this.directoryOf(importPath, importer);
    const [first] = directory === null ? [] : this.packagesIn(directory);
    // Tests alone cannot be imported.
    return first?.files.some(({ isTest }) => !isTest) ? first : null;
  }

  /** Returns the packages with a file that imports a path, or this package alone. */
  importersOf(imported: string | IndexedPackage): readonly IndexedPackage[] {
    return unique(this.filesImporting(imported).map((file) => file.package));
  }

  /** Returns the files that import a path, or this package alone, in the order of `packages`. */
  filesImporting(imported: string | IndexedPackage): readonly IndexedFile[] {
    if (typeof imported !== "string") return this.#importersByPackage().get(imported) ?? [];
    this.#importers ??= grouped(this.#allFiles(), ({ imports }) =>
      imports.map(({ path }) => path),
    );
    return this.#importers.get(imported) ?? [];
  }

  /**
   * Returns the paths that packages with an import path import, or this package alone; sorted,
   * each once.
   */
  importeesOf(importer: string | IndexedPackage): readonly string[] {
    const importers = typeof importer === "string" ? this.packagesOf(importer) : [importer];
    const imports = importers.flatMap(({ files }) => files.flatMap((file) => file.imports));
    return unique(imports.map(({ path }) => path)).sort();
  }

  /**
   * Returns the declarations and methods with a name in the packages with an import path, in the
   * order of `packages`. The first question about a path reads the files of these packages again.
   */
  declarationsOf(importPath: string, name: string): readonly IndexedDeclaration[] {
    let byName = this.#declarations.get(importPath);
    if (!byName) {
      const files = this.packagesOf(importPath).flatMap((one) => one.files);
      byName = grouped(
        files.flatMap(({ declarations }) => declarations),
        (declaration) => [declaration.name],
      );
      this.#declarations.set(importPath, byName);
    }
    return byName.get(name) ?? [];
  }

  #allFiles(): readonly IndexedFile[] {
    return this.packages().flatMap(({ files }) => files);
  }

  #importersByPackage(): ReadonlyMap<IndexedPackage, readonly IndexedFile[]> {
    return (this.#packageImporters ??= grouped(this.#allFiles(), (file) =>
      file.imports.flatMap(({ path }) => this.packageFor(path, file.package) ?? []),
    ));
  }

  #hasPackage(directory: string): boolean {
    return (
      this.packagesIn(directory).length > 0 || this.#files.listFiles(directory).some(isGoFile)
    );
  }
}

/** Returns the items by their keys; an item is once under each of its keys. */
function grouped<Key, Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [item]);
      else if (group.at(-1) !== item) group.push(item);
    }
  }
  return groups;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
