import { splitPath } from "../../semantics/modules/paths.ts";
import { indexOfTree } from "../../semantics/project-index/project-index-cache.ts";
import type { IndexedPackage } from "../../semantics/project-index/indexed-package.ts";
import type { ProjectIndex } from "../../semantics/project-index/project-index.ts";
import type { FileSummaries } from "./file-summaries.ts";
import { hashOf, type RecordedFiles } from "./recorded-files.ts";

/** The packages of a directory, or those of them that others can import. */
interface Directory {
  /** The hash of the files and of the directories of their imports. */
  readonly hash: string;
  /** The directories of the imports. */
  readonly imported: readonly string[];
}

/** The keys of packages: the same while nothing changes that their types may depend on. */
export class PackageKeys {
  readonly #files: RecordedFiles;
  readonly #summaries: FileSummaries;
  readonly #directories = new Map<string, Directory>();
  readonly #keys = new Map<string, string | null>();

  constructor(files: RecordedFiles, summaries: FileSummaries) {
    this.#files = files;
    this.#summaries = summaries;
  }

  /**
   * Returns the key of the package that a file is in: a hash of what can be seen of the Go files of
   * its directory and of all directories in the tree that it imports, itself or through others.
   * Null for a file that is not a part of the tree, as in `testdata`.
   *
   * @param path Absolute, with `/`.
   */
  keyOf(path: string): string | null {
    const { directory } = splitPath(path);
    let key = this.#keys.get(directory);
    if (key === undefined) {
      const index = indexOfTree(path, this.#files);
      this.#keys.set(directory, (key = this.#read(directory, index)));
    }
    return key;
  }

  #read(directory: string, index: ProjectIndex): string | null {
    const packages = index.packagesIn(directory);
    if (packages.length === 0) return null;
    const own = this.#readDirectory(packages, index);
    const hashes = [own.hash];
    const reached = new Set(own.imported);
    // A set yields what is added on the way.
    for (const path of reached) {
      const found = this.#importable(path, index);
      hashes.push(`${path.slice(index.root.length)} ${found.hash}`);
      for (const imported of found.imported) reached.add(imported);
    }
    return hashOf(hashes.sort().join("\n"));
  }

  /** Returns what importers see of a directory: not its tests. */
  #importable(path: string, index: ProjectIndex): Directory {
    let found = this.#directories.get(path);
    if (!found) {
      const packages = index
        .packagesIn(path)
        .map((one) => ({ ...one, files: one.files.filter(({ isTest }) => !isTest) }));
      this.#directories.set(path, (found = this.#readDirectory(packages, index)));
    }
    return found;
  }

  #readDirectory(packages: readonly IndexedPackage[], index: ProjectIndex): Directory {
    const summaries = packages.flatMap(({ files }) =>
      files.map(({ path }) => `${splitPath(path).name} ${this.#summaries.hashOf(path)}`),
    );
    const imports = new Map(
      packages.flatMap((one) =>
        one.files.flatMap((file) =>
          file.imports.map(({ path }) => [path, index.directoryOf(path, one)] as const),
        ),
      ),
    );
    // As seen from the tree, so that a cache can move with it.
    const placeOf = (directory: string) => directory.replace(`${index.root}/`, "./");
    const places = [...imports].map(
      ([path, directory]) => `${path} ${placeOf(directory ?? "")}`,
    );
    const imported = [...imports.values()].filter((one) => one !== null);
    return { hash: hashOf([...summaries, ...places].sort().join("\n")), imported };
  }
}
