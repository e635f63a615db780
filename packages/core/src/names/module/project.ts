import type { FileSystem } from "../../source/file-system.ts";
import { THIS_PACKAGE, type PackageDeclarations, type PackageSource } from "../packages.ts";
import { Modules } from "./modules.ts";
import { readPackageName } from "./outline.ts";
import { PackageReader } from "./package-reader.ts";

/** A Go file of a directory. */
interface PackageFile {
  readonly name: string;
  readonly text: string;
  readonly packageName: string;
}

export interface Surroundings {
  readonly own: PackageDeclarations;
  readonly packages: PackageSource;
}

/**
 * The packages of a tree, read when they are asked for and kept while the project is.
 * Files of all builds are read: what differs between builds is unknown.
 */
export class Project {
  readonly #files: FileSystem;
  readonly #modules: Modules;
  readonly #directories = new Map<string, readonly PackageFile[]>();
  readonly #names = new Map<string, string | null>();
  readonly #libraries = new Map<string, PackageReader | null>();
  readonly #own = new Map<string, PackageReader>();
  readonly #sources = new Map<string, PackageSource>();

  constructor(files: FileSystem) {
    this.#files = files;
    this.#modules = new Modules(files);
  }

  /**
   * What a file sees: the package that it belongs to and those that it can import.
   *
   * @param path Absolute, with `/`.
   * @param text What the file says now; it may differ from what is on disk.
   */
  around(path: string, text: string): Surroundings {
    const { directory, name } = split(path);
    return {
      own: this.#ownPackage(directory, name, text),
      packages: this.#packagesFor(directory),
    };
  }

  #ownPackage(directory: string, name: string, text: string): PackageDeclarations {
    const packageName = readPackageName(text);
    const isTest = isTestFile(name);
    const files = this.#filesOf(directory).filter(
      (file) => file.packageName === packageName && (isTest || !isTestFile(file.name)),
    );
    const isOnDisk = files.some((file) => file.name === name && file.text === text);
    const key = `${directory}\n${packageName}\n${String(isTest)}`;
    const known = isOnDisk ? this.#own.get(key) : undefined;
    if (known) return known;
    const texts = files.filter((file) => file.name !== name).map((file) => file.text);
    const read = new PackageReader(
      this.#ownPath(directory, packageName),
      [text, ...texts],
      files.length > 0,
      this.#packagesFor(directory),
    );
    if (isOnDisk) this.#own.set(key, read);
    return read;
  }

  #packagesFor(directory: string): PackageSource {
    let source = this.#sources.get(directory);
    if (!source) {
      source = {
        packageOf: (importPath) => this.#importedPackage(importPath, directory),
        nameOf: (importPath) => this.#nameOf(importPath, directory),
      };
      this.#sources.set(directory, source);
    }
    return source;
  }

  #ownPath(directory: string, packageName: string): string {
    const path = this.#modules.importPathOf(directory);
    if (path === null) return THIS_PACKAGE;
    return packageName.endsWith("_test") ? `${path}_test` : path;
  }

  #importedPackage(importPath: string, from: string): PackageDeclarations | null {
    const directory = this.#directoryOf(importPath, from);
    if (directory === null) return null;
    let known = this.#libraries.get(directory);
    if (known === undefined) {
      const files = libraryFiles(this.#filesOf(directory));
      const texts = files.map(({ text }) => text);
      known = new PackageReader(importPath, texts, true, this.#packagesFor(directory));
      this.#libraries.set(directory, known);
    }
    return known;
  }

  /** The name in the package clause of one file: the others need not be read for it. */
  #nameOf(importPath: string, from: string): string | null {
    const directory = this.#directoryOf(importPath, from);
    if (directory === null) return null;
    let name = this.#names.get(directory);
    if (name === undefined) {
      name = this.#readName(directory);
      this.#names.set(directory, name);
    }
    return name;
  }

  #readName(directory: string): string | null {
    const names = this.#goFiles(directory).filter((name) => !isTestFile(name));
    for (const name of names) {
      const text = this.#files.readText(`${directory}/${name}`) ?? "";
      const packageName = readPackageName(text);
      // A directory may hold programs that are run by hand beside its package.
      if (packageName !== "" && (packageName !== "main" || names.length === 1)) {
        return packageName;
      }
    }
    return null;
  }

  #directoryOf(importPath: string, from: string): string | null {
    const candidates = this.#modules.candidates(importPath, from);
    return candidates.find((directory) => this.#goFiles(directory).length > 0) ?? null;
  }

  #filesOf(directory: string): readonly PackageFile[] {
    let files = this.#directories.get(directory);
    if (!files) {
      files = this.#goFiles(directory).flatMap((name) => {
        const text = this.#files.readText(`${directory}/${name}`);
        return text === null ? [] : [{ name, text, packageName: readPackageName(text) }];
      });
      this.#directories.set(directory, files);
    }
    return files;
  }

  #goFiles(directory: string): readonly string[] {
    return this.#files.listFiles(directory).filter((name) => name.endsWith(".go"));
  }
}

/** The files that an importer of a directory sees: of its one package that is no program. */
function libraryFiles(files: readonly PackageFile[]): readonly PackageFile[] {
  const candidates = files.filter(({ name }) => !isTestFile(name));
  const counts = new Map<string, number>();
  for (const { packageName } of candidates) {
    counts.set(packageName, (counts.get(packageName) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) =>
      Number(a === "main") - Number(b === "main") || countB - countA,
  );
  return candidates.filter(({ packageName }) => packageName === first?.[0]);
}

function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

function split(path: string): { directory: string; name: string } {
  const slash = path.lastIndexOf("/");
  return { directory: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}
