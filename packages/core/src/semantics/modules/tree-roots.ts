import type { FileSystem } from "../../source/file-system.ts";
import { parentOf } from "./paths.ts";

/** The directories at or above a directory that may be the top of its tree. */
interface Tops {
  /** The nearest with a go.work. */
  readonly workspace: string | null;
  /** The nearest with a repository. */
  readonly repository: string | null;
  /** The outermost with a go.mod. */
  readonly module: string | null;
}

const NONE: Tops = { workspace: null, repository: null, module: null };

/** Finds the tops of trees; looks into each directory once. */
export class TreeRoots {
  readonly #files: FileSystem;
  readonly #tops = new Map<string, Tops>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /**
   * Returns the top directory of the tree around a directory, so that all files of a run have
   * the same: the nearest go.work or repository above, whichever is further up, since both may
   * hold several modules. Without them it is the outermost module around the directory, and
   * without a module the directory itself.
   */
  rootOf(directory: string): string {
    return this.topOf(directory) ?? directory;
  }

  /** Returns the same top, or null for a directory without workspace, repository and module. */
  topOf(directory: string): string | null {
    const { workspace, repository, module } = this.#topsOf(directory);
    if (workspace === null || repository === null) return workspace ?? repository ?? module;
    return workspace.length < repository.length ? workspace : repository;
  }

  #topsOf(directory: string | null): Tops {
    if (directory === null || directory === "") return NONE;
    let tops = this.#tops.get(directory);
    if (!tops) this.#tops.set(directory, (tops = this.#readTops(directory)));
    return tops;
  }

  #readTops(directory: string): Tops {
    const above = this.#topsOf(parentOf(directory));
    const has = (name: string) => this.#files.readText(`${directory}/${name}`) !== null;
    return {
      workspace: has("go.work") ? directory : above.workspace,
      // In a linked work tree and in a submodule `.git` is a file.
      repository: has(".git/HEAD") || has(".git") ? directory : above.repository,
      module: above.module ?? (has("go.mod") ? directory : null),
    };
  }
}
