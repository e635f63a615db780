import { pathFrom } from "../runner/paths.ts";
import { parentOf, splitPath } from "../semantics/modules/paths.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { ChangedFile } from "./changed-files.ts";
import { textAt, type Revision } from "./revision.ts";

/** A file system that shows the files of a revision instead of those that changed since. */
export class EarlierFiles implements FileSystem {
  readonly #now: FileSystem;
  readonly #revision: Revision;
  /** The changed files by directory and name: true for those that the revision has. */
  readonly #files = new Map<string, Map<string, boolean>>();
  readonly #texts = new Map<string, string | null>();
  /** The names of directories with changed files of the revision, by the directory they are in. */
  readonly #directories = new Map<string, Set<string>>();

  constructor(now: FileSystem, changes: readonly ChangedFile[], revision: Revision) {
    this.#now = now;
    this.#revision = revision;
    for (const { path } of changes) if (path !== null) this.#add(path, false);
    for (const { earlierPath } of changes) {
      if (earlierPath === null) continue;
      this.#add(earlierPath, true);
      this.#addDirectories(splitPath(earlierPath).directory);
    }
  }

  get moduleCache(): string | null {
    return this.#now.moduleCache;
  }

  get standardLibrary(): FileSystem["standardLibrary"] {
    return this.#now.standardLibrary;
  }

  readText(path: string): string | null {
    const { directory, name } = splitPath(path);
    const isThere = this.#files.get(directory)?.get(name);
    if (isThere === undefined) return this.#now.readText(path);
    let text = this.#texts.get(path);
    if (text === undefined) {
      text = isThere ? this.#textInRevision(path) : null;
      this.#texts.set(path, text);
    }
    return text;
  }

  listFiles(directory: string): readonly string[] {
    const names = new Set(this.#now.listFiles(directory));
    for (const [name, isThere] of this.#files.get(directory) ?? []) {
      if (isThere) names.add(name);
      else names.delete(name);
    }
    return [...names].sort();
  }

  listDirectories(directory: string): readonly string[] {
    const earlier = this.#directories.get(directory) ?? [];
    return [...new Set([...this.#now.listDirectories(directory), ...earlier])].sort();
  }

  #add(path: string, isThere: boolean): void {
    const { directory, name } = splitPath(path);
    const files = this.#files.get(directory) ?? new Map<string, boolean>();
    this.#files.set(directory, files.set(name, isThere));
  }

  #addDirectories(directory: string): void {
    const { directory: above, name } = splitPath(directory);
    const known = this.#directories.get(above) ?? new Set();
    if (known.has(name) || parentOf(directory) === null) return;
    this.#directories.set(above, known.add(name));
    this.#addDirectories(above);
  }

  #textInRevision(path: string): string | null {
    const name = pathFrom(this.#revision.repository, path);
    return textAt(this.#revision, name)?.replace(/^\uFEFF/u, "") ?? null;
  }
}
