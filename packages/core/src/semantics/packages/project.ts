import { LRUCache } from "lru-cache";
import { detached } from "../../source/detached.ts";
import type { FileSystem } from "../../source/file-system.ts";
import {
  THIS_PACKAGE,
  type PackageDeclarations,
  type PackageSource,
} from "../types/package-declarations.ts";
import { Directory, libraryName } from "./directory.ts";
import { Modules, type Module } from "../modules/modules.ts";
import { readHeader } from "../scan/file-header.ts";
import { PackageReader } from "./package-reader.ts";
import { splitPath } from "../modules/paths.ts";
import { isTestFile, SourceFile } from "../scan/source-file.ts";
import { standardLibrary } from "./standard-library.ts";

export interface VisiblePackages {
  /** The import path of the package; `.` if it belongs to no module. */
  readonly importPath: string;
  /** The package, read when it is asked for. */
  readonly own: () => PackageDeclarations;
  readonly packages: PackageSource;
}

/** An imported package, and the directory it was read from. */
interface Imported {
  readonly declarations: PackageDeclarations | null;
  readonly directory?: Directory;
}

/**
 * The size in memory, in UTF-16 units of a text, beyond which the directories that were not used for
 * longest are dropped.
 */
const MAX_SIZE = 16_000_000;

/**
 * The packages of a tree, read on demand and kept as long as the project is. Files of all
 * builds are read: the type of a name that differs between builds is unknown.
 */
export class Project {
  readonly #files: FileSystem;
  readonly #modules: Modules;
  readonly #standard: PackageSource;
  readonly #directories = new Map<string, Directory>();
  /** The directories with files in memory, by path. */
  readonly #inMemory: LRUCache<string, Directory>;
  readonly #sources = new Map<Module | null, PackageSource>();
  /** The packages that each source has found, by import path. */
  readonly #imported: Map<string, Imported>[] = [];
  /** The package names that each source has found, by import path. */
  readonly #names: Map<string, string | null>[] = [];
  #readingTime = 0;
  /** The number of times that a file was looked at. */
  #visits = 0;

  constructor(files: FileSystem, maxSize = MAX_SIZE) {
    this.#files = files;
    this.#modules = new Modules(files, (path) => this.#directory(path).names.length > 0);
    this.#standard = standardLibrary(files.standardLibrary);
    this.#inMemory = new LRUCache({
      maxSize,
      dispose: (directory, _path, reason) => {
        if (reason === "evict") this.#forget(directory);
      },
    });
  }

  /** The milliseconds that it took to read the files that were read. */
  get readingTime(): number {
    return this.#readingTime;
  }

  /**
   * Returns the packages that a file can name: its own and those that it can import.
   *
   * @param path Absolute, with `/`.
   * @param text The text of the file now; it may differ from the one on disk.
   */
  visibleTo(path: string, text: string): VisiblePackages {
    this.#visits += 1;
    const { directory, name } = splitPath(path);
    const { packageName } = readHeader(text);
    let own: PackageDeclarations | undefined;
    const packages = this.#packagesFor(this.#modules.moduleOf(directory));
    return {
      importPath: this.#ownPath(directory, packageName),
      own: () =>
        (own ??= this.#ownPackage(this.#directory(directory), packageName, name, text)),
      packages: /_test$/u.test(packageName) ? this.#seenByTests(directory, packages) : packages,
    };
  }

  /**
   * Reads Go files again that were changed, added or removed; others stay in memory.
   *
   * @param paths Absolute, with `/`.
   * @returns False if they cannot be told apart from other changes, and everything has to be
   *   read again: a directory got its first Go file, or lost its last.
   */
  update(paths: readonly string[]): boolean {
    for (const path of paths) {
      const { directory: at, name } = splitPath(path);
      const directory = this.#directories.get(at);
      if (!directory) continue;
      const hadFiles = directory.names.length > 0;
      directory.update(name);
      if (directory.names.length > 0 !== hadFiles) return false;
    }
    // A declaration may have its type by way of any package that it imports.
    for (const [path, directory] of this.#directories) {
      if (!this.#isDownloaded(path)) directory.packages.clear();
    }
    for (const found of [...this.#imported, ...this.#names]) found.clear();
    return true;
  }

  /** Returns the package of a file; with its tests if the file is a test. */
  #ownPackage(
    directory: Directory,
    packageName: string,
    fileName: string,
    text: string,
  ): PackageDeclarations {
    const isTest = isTestFile(fileName);
    const files = this.#filesOf(directory);
    const isKnown = files.some((file) => file.name === fileName);
    if (isKnown && this.#files.readText(`${directory.path}/${fileName}`) === text)
      return this.#packageIn(directory, packageName, isTest);
    const known = visible(files, isTest).filter((file) => file.packageName === packageName);
    const others = known.filter((file) => file.name !== fileName);
    return new PackageReader(
      this.#ownPath(directory.path, packageName),
      {
        name: packageName,
        files: [new SourceFile(fileName, () => text), ...others],
        complete: known.length > 0,
        compiles: false,
      },
      this.#packagesFor(this.#modules.moduleOf(directory.path)),
    );
  }

  /** Returns a package as the other files of its directory see it. */
  #packageIn(directory: Directory, packageName: string, withTests: boolean): PackageReader {
    const key = `${packageName}\n${String(withTests)}`;
    let found = directory.packages.get(key);
    if (!found) {
      found = new PackageReader(
        this.#ownPath(directory.path, packageName),
        {
          name: packageName,
          files: visible(this.#filesOf(directory), withTests),
          complete: true,
          compiles: false,
        },
        this.#packagesFor(this.#modules.moduleOf(directory.path)),
      );
      directory.packages.set(key, found);
    }
    return found;
  }

  /**
   * Returns the packages as tests outside their package see them: with the tests inside it,
   * which may export names for them.
   */
  #seenByTests(path: string, packages: PackageSource): PackageSource {
    const tested = this.#modules.importPathOf(path);
    return {
      nameOf: (importPath) => packages.nameOf(importPath),
      packageOf: (importPath) =>
        importPath === tested
          ? this.#withTests(this.#directory(path))
          : packages.packageOf(importPath),
    };
  }

  #withTests(directory: Directory): PackageDeclarations | null {
    const { packageName } = directory;
    return packageName === null ? null : this.#packageIn(directory, packageName, true);
  }

  #packagesFor(module: Module | null): PackageSource {
    let source = this.#sources.get(module);
    if (!source) {
      const found = new Map<string, Imported>();
      const names = new Map<string, string | null>();
      this.#imported.push(found);
      this.#names.push(names);
      source = {
        packageOf: (importPath) => {
          let imported = found.get(importPath);
          if (!imported) {
            const path = detached(importPath);
            imported = this.#importedPackage(path, module);
            found.set(path, imported);
          }
          if (imported.directory) this.#use(imported.directory);
          return imported.declarations;
        },
        nameOf: (importPath) => {
          let name = names.get(importPath);
          if (name === undefined) {
            const path = detached(importPath);
            name = this.#nameOf(path, module);
            names.set(path, name);
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
    this.#files.beforeReading?.("imports");
    const directory = this.#directory(path);
    return { declarations: this.#library(importPath, directory, module), directory };
  }

  /** Returns the package of a directory that importers see. */
  #library(importPath: string, directory: Directory, module: Module): PackageReader {
    const { path } = directory;
    const isDownloaded = this.#isDownloaded(path);
    const owner = this.#modules.moduleOf(path);
    const compiles = isDownloaded || path.includes("/vendor/");
    const files = visible(this.#filesOf(directory), false);
    const name = (compiles ? directory.packageName : libraryName(files)) ?? "";
    if (owner === module && this.#ownPath(path, name) === importPath) {
      return this.#packageIn(directory, name, false);
    }
    const importer = isDownloaded ? module : owner;
    const key = `import for ${importer?.directory ?? ""}`;
    let found = directory.packages.get(key);
    if (!found) {
      const packages = this.#packagesFor(importer);
      found = new PackageReader(
        importPath,
        { name, files, complete: true, compiles },
        packages,
      );
      directory.packages.set(key, found);
    }
    return found;
  }

  /**
   * Returns true for a directory of the module cache. Its imports have the versions that the
   * importing module requires.
   */
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
    if (!directory) {
      const created = new Directory(path, this.#files, (time) => {
        this.#readingTime += time;
        // The cache does not look at the new size of a value that it has.
        this.#inMemory.delete(path);
        this.#inMemory.set(path, created, { size: Math.max(created.size, 1) });
      });
      this.#directories.set(path, (directory = created));
    }
    return directory;
  }

  #filesOf(directory: Directory): readonly SourceFile[] {
    this.#use(directory);
    return directory.files;
  }

  /** Notes that a directory is in use, once for each file that is looked at. */
  #use(directory: Directory): void {
    if (directory.lastUse === this.#visits) return;
    directory.lastUse = this.#visits;
    this.#inMemory.get(directory.path);
  }

  #forget(directory: Directory): void {
    for (const found of this.#imported) found.clear();
    directory.forget();
  }
}

/** Returns the files that a test sees, or those that other files see. */
function visible(files: readonly SourceFile[], toTests: boolean): readonly SourceFile[] {
  return toTests ? files : files.filter(({ isTest }) => !isTest);
}
