import type { FileImport } from "../scan/file-header.ts";

/**
 * The files of one directory that name the same package: a library, a program that
 * lies beside it, or the tests outside it.
 */
export interface IndexedPackage {
  /** Absolute, with `/`. */
  readonly directory: string;
  /**
   * The path that imports it, with `_test` after for tests outside their package.
   * Null if the directory belongs to no module. Packages of one directory share it, and
   * so do those of two modules with the same path.
   */
  readonly importPath: string | null;
  /** The name in the package clauses of its files; empty if they have none. */
  readonly name: string;
  /** The directory of the nearest go.mod, absolute, with `/`; null if there is none. */
  readonly moduleDirectory: string | null;
  /** The files of all builds, tests too, sorted by path. */
  readonly files: readonly IndexedFile[];
}

/** A Go file with its imports and package-level declarations. */
export interface IndexedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  /** The path that globs match, see `projectPathOf`. */
  readonly projectPath: string;
  readonly package: IndexedPackage;
  /** True if the file's name ends in `_test.go`. */
  readonly isTest: boolean;
  /** The imports in the order of the file; `alias` is the name before the path, `.` or `_`, or null. */
  readonly imports: readonly FileImport[];
  /** The declarations in the order of the file, without those named `_`. The first question reads the file again. */
  readonly declarations: readonly IndexedDeclaration[];
}

/** A name that a package declares at its top level. */
export interface IndexedDeclaration {
  readonly name: string;
  readonly kind: "const" | "func" | "method" | "type" | "var";
  /** The name of the type that a method belongs to, without `*` and type arguments. */
  readonly receiver: string | null;
  readonly file: IndexedFile;
}
