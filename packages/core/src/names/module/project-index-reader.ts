import type { FileSystem } from "../../source/file-system.ts";
import type { Modules } from "./modules.ts";
import { readOutline, type Outline, type OutlineImport } from "./outline.ts";
import { isTestFile } from "./source-file.ts";

/**
 * The files of one directory that name the same package: a library, a program that
 * lies beside it, or the tests outside it.
 */
export interface IndexedPackage {
  /** Absolute, with `/`. */
  readonly directory: string;
  /**
   * The path that imports it, with `_test` behind for tests outside their package.
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

export interface IndexedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly package: IndexedPackage;
  /** True if the file's name ends in `_test.go`. */
  readonly isTest: boolean;
  /** In the order of the file; `alias` is the name before the path, `.` or `_`, or null. */
  readonly imports: readonly OutlineImport[];
  /** In the order of the file, without those called `_`. */
  readonly declarations: readonly IndexedDeclaration[];
}

/** A name that a package declares; nothing that is declared in a function. */
export interface IndexedDeclaration {
  readonly name: string;
  readonly kind: "const" | "func" | "method" | "type" | "var";
  /** Of a method: the name of the type it belongs to, without `*` and type arguments. */
  readonly receiver: string | null;
  readonly file: IndexedFile;
}

/** Not a part of the tree: as for Go's `./...`, and what npm downloaded. */
const LEFT_OUT = /^(?:[._].*|vendor|testdata|node_modules)$/u;

/** Reads all packages of a tree, sorted by directory. */
export function readPackages(
  root: string,
  files: FileSystem,
  modules: Modules,
): readonly IndexedPackage[] {
  const reader = new IndexReader(files, modules);
  return [...directoriesBelow(root, files)].flatMap((found) => reader.packagesOf(found));
}

interface FoundDirectory {
  readonly path: string;
  readonly names: readonly string[];
}

interface OpenDirectory {
  readonly path: string;
  /** What lies in it, as one text. */
  readonly content: string;
  readonly above: OpenDirectory | null;
}

/** The directories of a tree that belong to it, with the names of their files, sorted by path. */
function* directoriesBelow(root: string, files: FileSystem): Generator<FoundDirectory> {
  const waiting: { path: string; above: OpenDirectory | null }[] = [
    { path: root, above: null },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, above } = next;
    const names = files.listFiles(path);
    const directories = files.listDirectories(path).filter((name) => !LEFT_OUT.test(name));
    const content = [...directories, "", ...names].join("/");
    if (directories.length > 0 && isLoop(content, above)) continue;
    yield { path, names };
    const open = { path, content, above };
    for (const name of directories.toReversed()) {
      waiting.push({ path: `${path}/${name}`, above: open });
    }
  }
}

/**
 * True for a directory with the content of two of those around it: a link that leads
 * back up. The disk's own links are not followed, but other file systems may be.
 */
function isLoop(content: string, above: OpenDirectory | null): boolean {
  let same = 0;
  for (let at = above; at; at = at.above) {
    if (at.content === content) same += 1;
  }
  return same > 1;
}

class IndexReader {
  readonly #files: FileSystem;
  readonly #modules: Modules;
  readonly #strings = new Map<string, string>();
  readonly #imports = new Map<string, OutlineImport>();

  constructor(files: FileSystem, modules: Modules) {
    this.#files = files;
    this.#modules = modules;
  }

  /** The packages of a directory, those that importers see first. */
  packagesOf({ path: directory, names }: FoundDirectory): readonly IndexedPackage[] {
    const packages = new Map<string, { owner: IndexedPackage; files: IndexedFile[] }>();
    for (const fileName of names) {
      // Go passes over files with `_` or `.` in front.
      if (!fileName.endsWith(".go") || /^[._]/u.test(fileName)) continue;
      const path = `${directory}/${fileName}`;
      const text = this.#files.readText(path);
      if (text === null) continue;
      const outline = readOutline(text);
      const name = this.#copy(outline.packageName);
      let found = packages.get(name);
      if (!found) {
        const files: IndexedFile[] = [];
        packages.set(name, (found = { owner: this.#package(directory, name, files), files }));
      }
      found.files.push(this.#file(path, isTestFile(fileName), found.owner, outline));
    }
    return [...packages.values()].map(({ owner }) => owner).sort(byImportance);
  }

  #package(directory: string, name: string, files: readonly IndexedFile[]): IndexedPackage {
    const path = this.#modules.importPathOf(directory);
    const importPath = path !== null && name.endsWith("_test") ? `${path}_test` : path;
    const moduleDirectory = this.#modules.moduleOf(directory)?.directory ?? null;
    return { directory, importPath, name, moduleDirectory, files };
  }

  #file(path: string, isTest: boolean, owner: IndexedPackage, outline: Outline): IndexedFile {
    const declarations: IndexedDeclaration[] = [];
    const imports = outline.imports.map((one) => this.#import(one));
    const file: IndexedFile = { path, package: owner, isTest, imports, declarations };
    for (const { keyword, names, receiver: type } of outline.declarations) {
      const kind = type === null ? keyword : "method";
      const receiver = type === null ? null : this.#copy(type);
      for (const name of names) {
        if (name !== "_") declarations.push({ name: this.#copy(name), kind, receiver, file });
      }
    }
    return file;
  }

  #import({ alias, path }: OutlineImport): OutlineImport {
    const key = `${alias ?? ""} ${path}`;
    let known = this.#imports.get(key);
    if (!known) {
      known = { alias: alias === null ? null : this.#copy(alias), path: this.#copy(path) };
      this.#imports.set(key, known);
    }
    return known;
  }

  /** One copy for all that are alike. What is cut from a text would keep all of it in memory. */
  #copy(name: string): string {
    let known = this.#strings.get(name);
    if (known === undefined) {
      known = ` ${name}`.slice(1);
      this.#strings.set(known, known);
    }
    return known;
  }
}

/** Libraries before programs, programs before tests; then those with more files. */
function byImportance(a: IndexedPackage, b: IndexedPackage): number {
  return rank(a) - rank(b) || b.files.length - a.files.length;
}

function rank({ name, files }: IndexedPackage): number {
  if (files.every(({ isTest }) => isTest)) return 2;
  return name === "main" ? 1 : 0;
}
