import { detached } from "../../source/detached.ts";
import { fileFact } from "../../source/file-fact.ts";
import type { Fact, FileSystem } from "../../source/file-system.ts";
import { readHeader, type FileImport } from "../scan/file-header.ts";
import { isGoFile } from "../scan/source-file.ts";
import { DeclarationsReader, LazyFile, Strings } from "./indexed-file.ts";
import type { IndexedFile, IndexedPackage } from "./indexed-package.ts";
import type { Modules } from "../modules/modules.ts";

/** Directories that are left out: as of Go's `./...`, and those that npm downloads. */
const EXCLUDED = /^(?:[._].*|vendor|testdata|node_modules)$/u;

/** Reads all packages of a tree, sorted by directory. */
export function readPackages(
  root: string,
  files: FileSystem,
  modules: Modules,
): readonly IndexedPackage[] {
  const reader = new IndexReader(files, modules);
  return [...directoriesBelow(root, files)].flatMap((found) => reader.packagesOf(found));
}

/**
 * Returns the packages of a tree, with those of some directories read again.
 *
 * @param known The packages before, sorted by directory.
 * @param changed The directories, absolute, with `/`.
 */
export function updatePackages(
  known: readonly IndexedPackage[],
  changed: ReadonlySet<string>,
  root: string,
  files: FileSystem,
  modules: Modules,
): readonly IndexedPackage[] {
  const reader = new IndexReader(files, modules);
  const packages = known.filter(({ directory }) => !changed.has(directory));
  for (const path of changed) {
    if (!isPartOf(root, path)) continue;
    const found = reader.packagesOf({ path, names: files.listFiles(path) });
    const after = packages.findIndex(({ directory }) => comparePaths(directory, path) > 0);
    packages.splice(after === -1 ? packages.length : after, 0, ...found);
  }
  return packages;
}

/** Returns true for a directory that the index of a tree includes. */
export function isPartOf(root: string, path: string): boolean {
  if (path === root) return true;
  if (!path.startsWith(`${root}/`)) return false;
  return path
    .slice(root.length + 1)
    .split("/")
    .every((name) => !EXCLUDED.test(name));
}

/** Orders paths as a walk through a tree meets them: a directory before those in it. */
function comparePaths(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const at = one.findIndex((name, index) => name !== other[index]);
  if (at === -1 || at >= other.length) return one.length - other.length;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}

interface FoundDirectory {
  readonly path: string;
  readonly names: readonly string[];
}

interface Ancestor {
  readonly path: string;
  /** The names of its files and directories, as one text. */
  readonly content: string;
  readonly above: Ancestor | null;
}

/** Yields the directories of a tree with the names of their files, sorted by path. */
function* directoriesBelow(root: string, files: FileSystem): Generator<FoundDirectory> {
  const waiting: { path: string; above: Ancestor | null }[] = [{ path: root, above: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, above } = next;
    const names = files.listFiles(path);
    const directories = files.listDirectories(path).filter((name) => !EXCLUDED.test(name));
    const content = [...directories, "", ...names].join("/");
    if (isLoop(content, above)) continue;
    yield { path, names };
    const open = { path, content, above };
    for (const name of directories.toReversed()) {
      waiting.push({ path: `${path}/${name}`, above: open });
    }
  }
}

/**
 * Returns true for a directory with the same content as two of those above it: a link that
 * leads back up. The disk does not follow links, but other file systems may.
 */
function isLoop(content: string, above: Ancestor | null): boolean {
  let same = 0;
  for (let at = above; at; at = at.above) {
    if (at.content === content) same += 1;
  }
  return same > 1;
}

class IndexReader {
  readonly #files: FileSystem;
  readonly #modules: Modules;
  readonly #strings = new Strings();
  readonly #declarations: DeclarationsReader;
  readonly #imports = new Map<string, FileImport>();

  constructor(files: FileSystem, modules: Modules) {
    this.#files = files;
    this.#modules = modules;
    this.#declarations = new DeclarationsReader(files, this.#strings);
  }

  /** Returns the packages of a directory, those that importers see first. */
  packagesOf({ path: directory, names }: FoundDirectory): readonly IndexedPackage[] {
    const packages = new Map<string, { owner: IndexedPackage; files: IndexedFile[] }>();
    for (const fileName of names) {
      if (!isGoFile(fileName)) continue;
      const path = `${directory}/${fileName}`;
      const header = fileFact("core/header", [path], this.#files, () => this.#readHeader(path));
      if (header === null) continue;
      const [packageName = "", ...imported] = header;
      const name = this.#strings.copyOf(packageName);
      let found = packages.get(name);
      if (!found) {
        const files: IndexedFile[] = [];
        packages.set(name, (found = { owner: this.#package(directory, name, files), files }));
      }
      const imports = imported.map((one) => this.#import(one));
      found.files.push(new LazyFile(path, found.owner, imports, this.#declarations));
    }
    return [...packages.values()].map(({ owner }) => owner).sort(byImportance);
  }

  /** Returns the name of the package of a file, and its imports: the alias, a space, the path. */
  #readHeader(path: string): Fact | null {
    const text = this.#files.readText(path);
    if (text === null) return null;
    const { packageName, imports } = readHeader(text);
    return [packageName, ...imports.map(({ alias, path }) => `${alias ?? ""} ${path}`)];
  }

  #package(directory: string, name: string, files: readonly IndexedFile[]): IndexedPackage {
    const path = this.#modules.importPathOf(directory);
    const importPath = path !== null && name.endsWith("_test") ? `${path}_test` : path;
    const moduleDirectory = this.#modules.moduleOf(directory)?.directory ?? null;
    return { directory, importPath, name, moduleDirectory, files };
  }

  /** @param text The alias, a space, the path. */
  #import(text: string): FileImport {
    let known = this.#imports.get(text);
    if (!known) {
      const space = text.indexOf(" ");
      const alias = text.slice(0, space);
      known = {
        alias: alias === "" ? null : this.#strings.copyOf(alias),
        path: this.#strings.copyOf(text.slice(space + 1)),
      };
      this.#imports.set(detached(text), known);
    }
    return known;
  }
}

/** Orders libraries before programs, programs before tests, then by the number of files. */
function byImportance(a: IndexedPackage, b: IndexedPackage): number {
  return rank(a) - rank(b) || b.files.length - a.files.length;
}

function rank({ name, files }: IndexedPackage): number {
  if (files.every(({ isTest }) => isTest)) return 2;
  return name === "main" ? 1 : 0;
}
