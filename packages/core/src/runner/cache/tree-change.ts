import { splitPath } from "../../semantics/modules/paths.ts";
import { indexOfTree } from "../../semantics/project-index/project-index-cache.ts";
import type { ProjectIndex } from "../../semantics/project-index/project-index.ts";
import { pathFrom, toSlashes } from "../paths.ts";
import { affectedDirectories } from "./affected-directories.ts";
import type { EarlierRun } from "./earlier-run.ts";
import { FileSummaries } from "./file-summaries.ts";
import { PackageKeys } from "./package-keys.ts";
import { splitKey, type RecordedFiles } from "./recorded-files.ts";

/**
 * The extent of what changed since an earlier run; `bodies` if no file sees a change in another.
 */
type Extent = "nothing" | "bodies" | "tree" | "everything";

/** The difference between the tree and that of an earlier run. */
export class TreeChange {
  readonly extent: Extent;
  readonly #before: EarlierRun;
  readonly #files: RecordedFiles;
  readonly #cwd: string;
  readonly #summaries: FileSummaries;
  readonly #packages: PackageKeys;
  #affected: ReadonlySet<string> | null | undefined;

  /** @param cwd Absolute. */
  constructor(before: EarlierRun, files: RecordedFiles, cwd: string) {
    this.#before = before;
    this.#files = files;
    this.#cwd = cwd;
    this.#summaries = new FileSummaries(files, (path) => before.summaryHash(this.#at(path)));
    this.#packages = new PackageKeys(files, this.#summaries);
    this.extent = this.#readExtent();
  }

  /** The hashes of the summaries that were asked for, by the absolute paths of their files. */
  get summaries(): ReadonlyMap<string, string> {
    return this.#summaries.hashes;
  }

  /**
   * Returns the key of the package that a file is in; most often it is the one before.
   *
   * @param path Absolute.
   */
  packageKey(path: string): string | null {
    const before = this.#before.findings.entries[this.#at(path)];
    const slashed = toSlashes(path);
    return before && !this.#mayHaveOtherKey(slashed)
      ? before.package
      : this.#packages.keyOf(slashed);
  }

  #mayHaveOtherKey(path: string): boolean {
    if (this.extent === "nothing" || this.extent === "bodies") return false;
    if (this.#affected === undefined) this.#affected = this.#readAffected();
    return this.#affected?.has(splitPath(path).directory) ?? true;
  }

  /** Returns the directories whose packages may have other keys; null if all of them may. */
  #readAffected(): ReadonlySet<string> | null {
    const changed = new Set<string>();
    const trees = new Set<ProjectIndex>();
    for (const key of this.#before.changes.keys()) {
      const [kind, path] = splitKey(key);
      // With the names of files, what imports mean may change.
      if (kind !== "text" || !this.#isOfTree(key)) return null;
      if (this.#isInBodies(key)) continue;
      trees.add(indexOfTree(path, this.#files));
      changed.add(splitPath(path).directory);
    }
    const [tree, ...others] = trees;
    return tree && others.length === 0 ? affectedDirectories(changed, tree) : null;
  }

  #readExtent(): Extent {
    let extent: Extent = "nothing";
    for (const key of this.#before.changes.keys()) {
      if (!this.#isOfTree(key)) return "everything";
      if (extent !== "tree") extent = this.#isInBodies(key) ? "bodies" : "tree";
    }
    return extent;
  }

  /** Returns true if other files see nothing of what changed. */
  #isInBodies(key: string): boolean {
    const [kind, path] = splitKey(key);
    const before = this.#before.findings.summaries[this.#at(path)];
    return kind === "text" && before !== undefined && before === this.#summaries.hashOf(path);
  }

  /** Returns true for what package keys and the rules that look at the whole tree see. */
  #isOfTree(key: string): boolean {
    const [kind, path] = splitKey(key);
    if (kind === "files" || kind === "configs") return false;
    if (kind === "text" && !path.endsWith(".go")) return false;
    const directory = kind === "text" ? splitPath(path).directory : path;
    return indexOfTree(`${directory}/`, this.#files).includes(directory);
  }

  /** Returns the path of a file in the cache. */
  #at(path: string): string {
    return pathFrom(this.#cwd, path);
  }
}
