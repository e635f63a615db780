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
import { isTestFile, SourceFile } from "../scan/scanned-file.ts";
import { standardLibrary } from "./standard-library.ts";

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
  #readingTime = 0;

  constructor(files: FileSystem, maxSize = MAX_SIZE) {
    this.#files = files;
    this.#modules = new Modules(files, (path) => this.#directory(path).names.length > 0);
    this.#standard = standardLibrary(files.standardLibrary);
    this.#maxSize = maxSize;
  }

  /** The milliseconds that it took to read the texts that were read. */
  get readingTime(): number {
    return this.#readingTime;
  }

  /**
   * What a file sees: the package that it belongs to and those that it can import.
   *
   * @param path Absolute, with `/`.
   * @param text What the file says now; it may differ from what is on disk.
   */
  around(path: string, text: string): Surroundings {
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

  /** The package of a file; with its tests if the file is a test. */
  #ownPackage(
    directory: Directory,
    packageName: string,
    fileName: string,
    text: string,
  ): PackageDeclarations {
    const isTest = isTestFile(fileName);
    const files = this.#filesOf(directory);
    const isOnDisk = files.some((file) => file.name === fileName && file.text === text);
    if (isOnDisk) return this.#packageIn(directory, packageName, isTest);
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

  /** A package as the other files of its directory see it. */
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

  /** Tests outside their package see what its tests inside export for them. */
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
    return { declarations: this.#library(importPath, directory, module), directory };
  }

  /** The package of a directory that importers see. */
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
    if (!directory) {
      directory = new Directory(path, this.#files, (size, time) => {
        this.#size += size;
        this.#readingTime += time;
      });
      this.#directories.set(path, directory);
    }
    return directory;
  }

  #filesOf(directory: Directory): readonly SourceFile[] {
    directory.lastUsed = this.#clock += 1;
    if (this.#size > this.#maxSize) this.#forgetOthers(directory);
    return directory.files;
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

/** The files that a test sees, or a file that is none. */
function visible(files: readonly SourceFile[], toTests: boolean): readonly SourceFile[] {
  return toTests ? files : files.filter(({ isTest }) => !isTest);
}
