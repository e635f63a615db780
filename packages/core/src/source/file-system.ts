/** Strings that were made of the texts of one or more files, and depend on nothing else. */
export type Fact = readonly string[];

/** The facts that earlier runs made of files which did not change since. */
export interface FactStore {
  /** Returns undefined for a fact that is not known. The paths are absolute, with `/`. */
  get(name: string, paths: readonly string[]): Fact | undefined;
  set(name: string, paths: readonly string[], fact: Fact): void;
}

/**
 * The files that semantics read. All reads of other files go through it, so that an editor can
 * lay unsaved text over the disk, a cache can record what was read, and a browser can do
 * without a disk.
 *
 * Paths are absolute, with `/`.
 */
export interface FileSystem {
  /** Returns the text of a file without a byte order mark, or null if it cannot be read. */
  readText(path: string): string | null;
  /**
   * Returns the names of the regular files in a directory, sorted; none if there is no such
   * directory.
   */
  listFiles(directory: string): readonly string[];
  /** Returns the names of the directories in a directory, sorted, without links to directories. */
  listDirectories(directory: string): readonly string[];
  /** The same files for rules, where what rules read is told apart from what core reads. */
  readonly forRules?: FileSystem;
  /** The file system that this one shows to rules: what was read of one is known of both. */
  readonly base?: FileSystem;
  /**
   * Called before packages are read that a file imports, but for their names, and before the
   * rest of the tree is.
   *
   * @throws {NotReadYet} If that has to wait.
   */
  readonly beforeReading?: (what: "imports" | "tree") => void;
  /** The facts of earlier runs, where a cache keeps them. */
  readonly facts?: FactStore | undefined;
  /** The directory that Go keeps downloaded modules in, or null. */
  readonly moduleCache: string | null;
  /**
   * The Go text of the standard library's packages by import path, as in the package's
   * `data/std.json`; none if it is not at hand. It is asked for once.
   */
  readonly standardLibrary: () => Readonly<Record<string, string>>;
}

/** A file system without files: only the file at hand is known. */
export const NO_FILES: FileSystem = {
  readText: () => null,
  listFiles: () => [],
  listDirectories: () => [],
  moduleCache: null,
  standardLibrary: () => ({}),
};
