import { lstatSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { RefusedError } from "./errors.ts";

/** A path of the workspace. */
export interface WorkspacePath {
  /** The folder of the workspace that it is in: absolute, without symbolic links. */
  readonly root: string;
  /** Absolute, without symbolic links. */
  readonly path: string;
}

/** The folders that the server works in. */
export class Workspace {
  readonly #roots: readonly string[];

  /** @param folders Absolute, the first one first; what does not exist is left out. */
  constructor(folders: readonly string[]) {
    this.#roots = folders.flatMap((folder) => realPath(folder) ?? []).filter(isNarrow);
  }

  /**
   * The folder that relative paths start from.
   *
   * @throws {RefusedError} If there is none.
   */
  get root(): string {
    const [root] = this.#roots;
    if (root !== undefined) return root;
    throw new RefusedError(
      "There is no workspace: start the server as 'gopherwood-mcp <folder>', with the folder of the Go code.",
    );
  }

  /**
   * Finds a path of the workspace, which need not exist.
   *
   * @param path Absolute, or relative to `root`; `./...` means the directory, as in Go.
   * @throws {RefusedError} If it lies outside, as it is written or by a symbolic link.
   */
  find(path: string): WorkspacePath {
    const { root } = this;
    const outside = `${path} lies outside of the workspace, ${this.#roots.join(", ")}.`;
    if (path.includes("\0")) throw new RefusedError("A path has no NUL.");
    const found = withRealParents(resolve(root, path.replace(/(?:^|[\\/])\.\.\.$/u, "")));
    const home = this.#roots.find((folder) => found !== null && isInside(found, folder));
    if (found === null || home === undefined) throw new RefusedError(outside);
    return { root: home, path: found };
  }
}

/** Returns true for a path in a directory, or the directory itself. Both are absolute. */
export function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Returns a Go file, or the one that stands for those of a directory. */
export function goFileAt(path: string): string {
  return path.endsWith(".go") ? path : join(path, "main.go");
}

/** Returns false for the directories that a server is started in when nobody chose one. */
function isNarrow(folder: string): boolean {
  return folder !== parse(folder).root && folder !== homedir();
}

/** Returns a path whose existing part has no symbolic link; null for a link that leads nowhere. */
function withRealParents(path: string): string | null {
  const real = realPath(path);
  if (real !== null) return real;
  if (lstatSync(path, { throwIfNoEntry: false })) return null;
  const parent = dirname(path);
  const above = parent === path ? null : withRealParents(parent);
  return above === null ? null : join(above, basename(path));
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
