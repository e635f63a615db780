import type { FileSystem } from "../../source/file-system.ts";
import type { PackageReader } from "./package-reader.ts";
import { isGoFile, SourceFile } from "../scan/source-file.ts";

/** A directory of Go files, which are read on demand. */
export class Directory {
  readonly path: string;
  /** The packages that were read from its files. */
  readonly packages = new Map<string, PackageReader>();
  /** The visit of a file that its files were used in last. */
  lastUse = 0;
  readonly #fileSystem: FileSystem;
  readonly #onRead: (time: number) => void;
  #names: readonly string[] | undefined;
  #files: readonly SourceFile[] | undefined;
  #packageName: string | null | undefined;

  /**
   * @param onRead Called when more of a file was read, with the milliseconds that it took; the size
   *   has changed then.
   */
  constructor(path: string, fileSystem: FileSystem, onRead: (time: number) => void) {
    this.path = path;
    this.#fileSystem = fileSystem;
    this.#onRead = onRead;
  }

  /** The names of the Go files in it. */
  get names(): readonly string[] {
    return (this.#names ??= this.#fileSystem.listFiles(this.path).filter(isGoFile));
  }

  get files(): readonly SourceFile[] {
    return (this.#files ??= this.#sourceFiles([]));
  }

  /** The size of its files in memory, about, in UTF-16 units of a text. */
  get size(): number {
    return (this.#files ?? []).reduce((sum, file) => sum + file.size, 0);
  }

  /** The name of the package that importers see; most often one file says it. */
  get packageName(): string | null {
    if (this.#packageName === undefined) {
      const files = this.files.filter(({ isTest }) => !isTest);
      // A directory may hold programs that are run by hand beside its package.
      const library = files.find(({ packageName }) => !isNoLibrary(packageName));
      const [only, ...others] = files;
      const found = library ?? (others.length === 0 ? only : undefined);
      this.#packageName = found?.packageName || null;
    }
    return this.#packageName;
  }

  /** Drops what was read; it is read again if it is asked for. */
  forget(): void {
    this.#files = undefined;
    this.packages.clear();
  }

  /**
   * Reads a file again that was changed, added or removed, and drops the packages.
   *
   * @param name The name of the file.
   */
  update(name: string): void {
    const known = this.#files?.filter((file) => file.name !== name) ?? [];
    this.#names = undefined;
    this.#packageName = undefined;
    this.packages.clear();
    if (this.#files) this.#files = this.#sourceFiles(known);
  }

  #sourceFiles(known: readonly SourceFile[]): readonly SourceFile[] {
    const byName = new Map(known.map((file) => [file.name, file]));
    return this.names.map(
      (name) => byName.get(name) ?? new SourceFile(name, () => this.#read(name), this.#onRead),
    );
  }

  #read(name: string): string {
    return this.#fileSystem.readText(`${this.path}/${name}`) ?? "";
  }
}

/**
 * Returns the name of the package that importers see: of those that are no programs the one
 * with most files.
 */
export function libraryName(files: readonly SourceFile[]): string | null {
  const counts = new Map<string, number>();
  for (const { packageName } of files) {
    counts.set(packageName, (counts.get(packageName) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) =>
      Number(isNoLibrary(a)) - Number(isNoLibrary(b)) || countB - countA,
  );
  return first?.[0] ?? null;
}

/**
 * Returns true for the name of a program, of the documentation of one, and of a file that
 * could not be read.
 */
function isNoLibrary(packageName: string): boolean {
  return packageName === "main" || packageName === "documentation" || packageName === "";
}
