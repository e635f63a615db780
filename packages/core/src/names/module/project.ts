import type { FileSystem } from "../../source/file-system.ts";
import { THIS_PACKAGE, type PackageDeclarations, type PackageSource } from "../packages.ts";
import { Directory, isTestFile, libraryFiles } from "./directory.ts";
import { Modules, type Module } from "./modules.ts";
import { readPackageName } from "./outline.ts";
import { PackageReader } from "./package-reader.ts";
import { splitPath } from "./paths.ts";
import { standardLibrary } from "./std.ts";

export interface Surroundings {
  /** The import path of the package; `.` if it belongs to no module. */
  readonly importPath: string;
  /** The package, read when it is asked for. */
  readonly own: () => PackageDeclarations;
  readonly packages: PackageSource;
}

/** A package that was asked for, and where it was read. */
interface Imported {
  readonly declarations: PackageDeclarations | null;
  readonly directory?: Directory;
}

/** The texts that are kept, in UTF-16 units; beyond, those not used for long are dropped. */
const MAX_SIZE = 150_000_000;

/**
 * The packages of a tree, read when they are asked for and kept while the project is.
 * Files of all builds are read: what differs between builds is unknown.
 */
export class Project {
  readonly #files: FileSystem;
  readonly #modules: Modules;
  readonly #standard: PackageSource;
  readonly #maxSize: number;
  readonly #directories = new Map<string, Directory>();
  readonly #sources = new Map<Module | null, PackageSource>();
  /** What each source was asked for, by import path. */
  readonly #imported: Map<string, Imported>[] = [];
  #clock = 0;
  #size = 0;

  constructor(files: FileSystem, maxSize = MAX_SIZE) {
    this.#files = files;
    this.#modules = new Modules(files, (path) => this.#directory(path).names.length > 0);
    this.#standard = standardLibrary(files.standardLibrary);
    this.#maxSize = maxSize;
  }

  /**
   * What a file sees: the package that it belongs to and those that it can import.
   *
   * @param path Absolute, with `/`.
   * @param text What the file says now; it may differ from what is on disk.
   */
  around(path: string, text: string): Surroundings {
    const { directory, name } = splitPath(path);
    const packageName = readPackageName(text);
    let own: PackageDeclarations | undefined;
    const packages = this.#packagesFor(this.#modules.moduleOf(directory));
    return {
      importPath: this.#ownPath(directory, packageName),
      own: () =>
        (own ??= this.#ownPackage(this.#directory(directory), packageName, name, text)),
      packages: /_test$/u.test(packageName) ? this.#seenByTests(directory, packages) : packages,
    };
  }

  /** The package of a file; with its tests if the file is a test. */
  #ownPackage(
    directory: Directory,
    packageName: string,
    fileName: string,
    text: string,
  ): PackageDeclarations {
    const isTest = isTestFile(fileName);
    const files = this.#filesOf(directory).filter(
      (file) => file.packageName === packageName && (isTest || !isTestFile(file.name)),
    );
    const isOnDisk = files.some((file) => file.name === fileName && file.text === text);
    const key = `${packageName}\n${String(isTest)}`;
    const known = isOnDisk ? directory.packages.get(key) : undefined;
    if (known) return known;
    const others = files.filter((file) => isOnDisk || file.name !== fileName);
    const read = new PackageReader(
      this.#ownPath(directory.path, packageName),
      [...(isOnDisk ? [] : [text]), ...others.map(({ outline }) => outline)],
      files.length > 0,
      this.#packagesFor(this.#modules.moduleOf(directory.path)),
    );
    if (isOnDisk) directory.packages.set(key, read);
    return read;
  }

  /** Tests outside their package see what its tests inside export for them. */
  #seenByTests(path: string, packages: PackageSource): PackageSource {
    const tested = this.#modules.importPathOf(path);
    return {
      nameOf: (importPath) => packages.nameOf(importPath),
      packageOf: (importPath) =>
        importPath === tested
          ? this.#withTests(this.#directory(path), importPath)
          : packages.packageOf(importPath),
    };
  }

  #withTests(directory: Directory, importPath: string): PackageDeclarations | null {
    const packageName = directory.packageName ?? "";
    const key = `${packageName}\ntrue`;
    const known = directory.packages.get(key);
    if (known) return known;
    const files = this.#filesOf(directory).filter((file) => file.packageName === packageName);
    if (files.length === 0) return null;
    const read = new PackageReader(
      importPath,
      files.map(({ outline }) => outline),
      true,
      this.#packagesFor(this.#modules.moduleOf(directory.path)),
    );
    directory.packages.set(key, read);
    return read;
  }

  #packagesFor(module: Module | null): PackageSource {
    let source = this.#sources.get(module);
    if (!source) {
      const found = new Map<string, Imported>();
      const names = new Map<string, string | null>();
      this.#imported.push(found);
      source = {
        packageOf: (importPath) => {
          let imported = found.get(importPath);
          if (!imported) {
            imported = this.#importedPackage(importPath, module);
            found.set(importPath, imported);
          }
          if (imported.directory) imported.directory.lastUsed = this.#clock += 1;
          return imported.declarations;
        },
        nameOf: (importPath) => {
          let name = names.get(importPath);
          if (name === undefined) {
            name = this.#nameOf(importPath, module);
            names.set(importPath, name);
          }
          return name;
        },
      };
      this.#sources.set(module, source);
    }
    return source;
  }

  #ownPath(directory: string, packageName: string): string {
    const path = this.#modules.importPathOf(directory);
    if (path === null) return THIS_PACKAGE;
    return packageName.endsWith("_test") ? `${path}_test` : path;
  }

  #importedPackage(importPath: string, module: Module | null): Imported {
    // As for Go, the standard library comes before any directory.
    const standard = this.#standard.packageOf(importPath);
    if (standard || !module) return { declarations: standard };
    const path = this.#modules.directoryOf(importPath, module);
    if (path === null) return { declarations: null };
    const directory = this.#directory(path);
    const importer = this.#isDownloaded(path) ? module : this.#modules.moduleOf(path);
    const key = `import for ${importer?.directory ?? ""}`;
    let declarations = directory.packages.get(key);
    if (!declarations) {
      const outlines = libraryFiles(this.#filesOf(directory)).map(({ outline }) => outline);
      declarations = new PackageReader(importPath, outlines, true, this.#packagesFor(importer));
      directory.packages.set(key, declarations);
    }
    return { declarations, directory };
  }

  /** What a downloaded module imports has the version that the module at hand asks for. */
  #isDownloaded(path: string): boolean {
    const { moduleCache } = this.#files;
    return moduleCache !== null && path.startsWith(`${moduleCache}/`);
  }

  #nameOf(importPath: string, module: Module | null): string | null {
    const standard = this.#standard.nameOf(importPath);
    if (standard !== null || !module) return standard;
    const path = this.#modules.directoryOf(importPath, module);
    return path === null ? null : this.#directory(path).packageName;
  }

  #directory(path: string): Directory {
    let directory = this.#directories.get(path);
    if (!directory) this.#directories.set(path, (directory = new Directory(path, this.#files)));
    return directory;
  }

  #filesOf(directory: Directory): Directory["files"] {
    directory.lastUsed = this.#clock += 1;
    const before = directory.size;
    const { files } = directory;
    this.#size += directory.size - before;
    if (this.#size > this.#maxSize) this.#forgetOthers(directory);
    return files;
  }

  /** Drops the texts that were not used for long, down to half of what may be kept. */
  #forgetOthers(kept: Directory): void {
    for (const found of this.#imported) found.clear();
    const oldestFirst = [...this.#directories.values()].sort((a, b) => a.lastUsed - b.lastUsed);
    for (const directory of oldestFirst) {
      if (this.#size <= this.#maxSize / 2) return;
      if (directory === kept) continue;
      this.#size -= directory.size;
      directory.forget();
    }
  }
}
