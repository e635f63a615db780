import type { FileSystem } from "../source/file-system.ts";
import { NotReadYet } from "../source/not-read-yet.ts";
import { splitPath } from "../semantics/modules/paths.ts";

/** The files to read around one: its own package, those that it imports as well, or the tree. */
export type Reach = "package" | "imports" | "tree";

/** A file system in which the texts of open documents take the place of files. */
export class OverlaidFiles implements FileSystem {
  readonly #below: FileSystem;
  readonly #texts = new Map<string, string>();
  /** The files that may be read now. */
  reach: Reach = "tree";

  /** @param below The files that are not open. */
  constructor(below: FileSystem) {
    this.#below = below;
  }

  beforeReading(what: "imports" | "tree"): void {
    if (this.reach === "package" || (this.reach === "imports" && what === "tree")) {
      throw new NotReadYet();
    }
  }

  get moduleCache(): string | null {
    return this.#below.moduleCache;
  }

  get standardLibrary(): FileSystem["standardLibrary"] {
    return this.#below.standardLibrary;
  }

  /** Returns the text of an open document, without a byte order mark. */
  openText(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** The paths of the open documents. */
  get openPaths(): readonly string[] {
    return [...this.#texts.keys()];
  }

  open(path: string, text: string): void {
    this.#texts.set(path, text.replace(/^\uFEFF/u, ""));
  }

  close(path: string): void {
    this.#texts.delete(path);
  }

  readText(path: string): string | null {
    return this.#texts.get(path) ?? this.#below.readText(path);
  }

  listFiles(directory: string): readonly string[] {
    const names = this.#below.listFiles(directory);
    const unsaved = this.openPaths
      .map(splitPath)
      .filter((open) => open.directory === directory && !names.includes(open.name));
    return unsaved.length === 0 ? names : [...names, ...unsaved.map(({ name }) => name)].sort();
  }

  listDirectories(directory: string): readonly string[] {
    return this.#below.listDirectories(directory);
  }
}
