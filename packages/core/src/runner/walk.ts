import { readdirSync, type Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { GitIgnore, type IgnoreFiles } from "./git-ignore.ts";
import { messageOf, type Problem } from "./problems.ts";
import { isTemporary } from "./write-file.ts";

/** Directories that hold no code of the project's own. */
const LEFT_OUT = new Set(["node_modules", "testdata", "vendor"]);

const GO_FILE = /\.go$/u;

export interface WalkOptions {
  /** Leave out what git ignores. Default: true. */
  readonly gitIgnore?: boolean;
  /** Returns true for a directory, absolute, that is not entered. Default: none. */
  readonly isDirectoryIgnored?: (path: string) => Promise<boolean>;
  /**
   * Returns true for a file that is wanted or, with `partial`, a directory that may have one;
   * the paths are absolute. Default: all.
   */
  readonly matches?: (path: string, partial: boolean) => boolean;
  /** The names of files that are found. Default: `*.go`. */
  readonly name?: RegExp;
  /** The names of directories that are not left out. Default: none. */
  readonly named?: ReadonlySet<string>;
  /** Called for each file that is found. */
  readonly onFile?: () => void;
  /** Called for each directory, absolute, that was listed. */
  readonly onListing?: ((directory: string, entries: readonly Dirent[]) => void) | undefined;
}

/**
 * A walk through directories, which collects the files of some name on its way. It leaves out
 * what git ignores, `vendor`, `testdata`, `node_modules` and names that Go skips (those that
 * start with `.` or `_`), and follows no symbolic link.
 */
export class Walk {
  readonly files: string[] = [];
  /** The temporary files of this run, of others, and of runs that were killed. */
  readonly temporary: string[] = [];
  /** The directories that were not entered because `isDirectoryIgnored` said so. */
  readonly ignored: string[] = [];
  readonly #problems: Problem[] = [];
  readonly #git: GitIgnore | null;
  readonly #options: WalkOptions;

  constructor(options: WalkOptions = {}) {
    this.#options = options;
    this.#git = (options.gitIgnore ?? true) ? new GitIgnore() : null;
  }

  /** Of what cannot be read. */
  get problems(): readonly Problem[] {
    return [...(this.#git?.problems ?? []), ...this.#problems];
  }

  /** Walks through a directory that was named, whether git ignores it or not. */
  async enter(directory: string): Promise<void> {
    const above = this.#git?.above(directory) ?? [];
    const isIgnored = this.#git?.isIgnored(`${directory}/`, above) ?? false;
    await this.#directory(directory, isIgnored ? [] : above);
  }

  /**
   * Returns true for a path that a walk through a directory above it would not find.
   *
   * @param path Absolute; of a directory with `/` at its end.
   */
  async leavesOut(path: string, root: string): Promise<boolean> {
    const elements = relative(root, path).split(sep);
    if (elements.some((name) => this.#isLeftOut(name))) return true;
    for (let at = 1; at <= elements.length; at += 1) {
      const current = join(root, ...elements.slice(0, at));
      const isDirectory = at < elements.length || path.endsWith("/");
      const name = isDirectory ? `${current}/` : current;
      if (this.#git?.isIgnored(name, this.#git.above(current))) return true;
      if (isDirectory && (await this.#options.isDirectoryIgnored?.(current))) return true;
    }
    return false;
  }

  async #directory(directory: string, above: IgnoreFiles): Promise<void> {
    const { isDirectoryIgnored, matches, onListing, name: wanted = GO_FILE } = this.#options;
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      this.#problems.push({ path: directory, message: `Cannot be read: ${messageOf(error)}.` });
      return;
    }
    onListing?.(directory, entries);
    const hasIgnoreFile = entries.some(({ name }) => name === ".gitignore");
    const ignores = (hasIgnoreFile && this.#git?.in(directory, above)) || above;
    for (const entry of entries) {
      const { name } = entry;
      const path = join(directory, name);
      const isDirectory = entry.isDirectory();
      if (isTemporary(name)) this.temporary.push(path);
      if (!isDirectory && !(entry.isFile() && wanted.test(name))) continue;
      if (this.#isLeftOut(name) || matches?.(path, isDirectory) === false) continue;
      if (this.#git?.isIgnored(isDirectory ? `${path}/` : path, ignores)) continue;
      if (!isDirectory) this.#add(path);
      else if (await isDirectoryIgnored?.(path)) this.ignored.push(path);
      else await this.#directory(path, ignores);
    }
  }

  #add(path: string): void {
    this.files.push(path);
    this.#options.onFile?.();
  }

  #isLeftOut(name: string): boolean {
    if (!name.startsWith(".") && !name.startsWith("_") && !LEFT_OUT.has(name)) return false;
    return !this.#options.named?.has(name);
  }
}

/**
 * Finds the files of a directory by their names, where Go files would be found too.
 *
 * @param directory Absolute.
 * @returns Absolute paths, sorted.
 */
export async function findFiles(directory: string, name: RegExp): Promise<readonly string[]> {
  const walk = new Walk({ name });
  await walk.enter(directory);
  return walk.files.sort();
}
