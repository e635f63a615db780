import { splitPath } from "../semantics/modules/paths.ts";
import type { FileSystem } from "../source/file-system.ts";

/** A file system with the texts that changed files had in a revision. */
export class EarlierFiles implements FileSystem {
  readonly #now: FileSystem;
  /** The texts of changed files by path; null for a file that the revision lacks. */
  readonly #texts: ReadonlyMap<string, string | null>;

  constructor(now: FileSystem, texts: ReadonlyMap<string, string | null>) {
    this.#now = now;
    this.#texts = texts;
  }

  get moduleCache(): string | null {
    return this.#now.moduleCache;
  }

  get standardLibrary(): FileSystem["standardLibrary"] {
    return this.#now.standardLibrary;
  }

  readText(path: string): string | null {
    const text = this.#texts.get(path);
    return text === undefined ? this.#now.readText(path) : text;
  }

  listFiles(directory: string): readonly string[] {
    const names = new Set(this.#now.listFiles(directory));
    for (const [path, text] of this.#texts) {
      const changed = splitPath(path);
      if (changed.directory !== directory) continue;
      if (text === null) names.delete(changed.name);
      else names.add(changed.name);
    }
    return [...names].sort();
  }

  listDirectories(directory: string): readonly string[] {
    return this.#now.listDirectories(directory);
  }
}
