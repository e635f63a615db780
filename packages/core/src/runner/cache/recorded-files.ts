import { existsSync, readFileSync } from "node:fs";
import { CONFIG_NAME } from "../../semantics/modules/project-path.ts";
import type { FileSystem } from "../../source/file-system.ts";

/**
 * The hashes of what was read, by its kind and path: `text /a.go`, and of the names in a
 * directory `go-files /`, `configs /`, `files /` (all, where a rule asked) and `directories /`.
 */
export type Reads = ReadonlyMap<string, string>;

/** The hash of a file that is not there. */
const MISSING = "-";

/** A disk that remembers what was read of it, as hashes; not what lies in the module cache. */
export class RecordedFiles implements FileSystem {
  readonly moduleCache: string | null;
  readonly standardLibrary: FileSystem["standardLibrary"];
  readonly #disk: FileSystem;
  readonly #reads = new Map<string, string>();
  #isUnstable = false;
  #forRules: FileSystem;

  constructor(disk: FileSystem) {
    this.#disk = disk;
    this.moduleCache = disk.moduleCache;
    this.standardLibrary = disk.standardLibrary;
    this.#forRules = this.#newView();
  }

  get forRules(): FileSystem {
    return this.#forRules;
  }

  get reads(): Reads {
    return this.#reads;
  }

  /** True if something was read twice, and had changed in between. */
  get isUnstable(): boolean {
    return this.#isUnstable;
  }

  /** The reads; null if something changed meanwhile. */
  get stableReads(): Reads | null {
    return this.#isUnstable ? null : this.#reads;
  }

  /** Forgets what was read; rules that kept it have to read it again. */
  forget(): void {
    this.#forRules = this.#newView();
    this.#reads.clear();
    this.#isUnstable = false;
  }

  readText(path: string): string | null {
    // Go never changes what it downloaded.
    if (this.#isDownloaded(path)) return this.#disk.readText(path);
    const bytes = readBytes(path);
    this.note(`text ${path}`, bytes === null ? MISSING : hashOf(bytes));
    return bytes === null ? null : bytes.toString("utf8").replace(/^\uFEFF/u, "");
  }

  listFiles(directory: string): readonly string[] {
    const names = this.#disk.listFiles(directory);
    // Reports and the like may come and go beside them.
    this.#noteNames(
      "go-files",
      directory,
      names.filter((name) => name.endsWith(".go")),
    );
    this.#noteNames(
      "configs",
      directory,
      names.filter((name) => CONFIG_NAME.test(name)),
    );
    return names;
  }

  /** Returns the names of files where all of them may matter. */
  listAllFiles(directory: string): readonly string[] {
    const names = this.listFiles(directory);
    this.#noteNames(
      "files",
      directory,
      names.filter((name) => !name.endsWith(".go")),
    );
    return names;
  }

  listDirectories(directory: string): readonly string[] {
    const names = this.#disk.listDirectories(directory);
    this.#noteNames("directories", directory, names);
    return names;
  }

  /** Reads something again of what was read once, and returns its hash. */
  read(key: string): string | undefined {
    const path = key.slice(key.indexOf(" ") + 1);
    if (key.startsWith("text ")) {
      const bytes = readBytes(path);
      this.note(key, bytes === null ? MISSING : hashOf(bytes));
    } else if (key.startsWith("directories ")) this.listDirectories(path);
    else if (key.startsWith("files ")) this.listAllFiles(path);
    else this.listFiles(path);
    return this.#reads.get(key);
  }

  /** Remembers the hash of a file's bytes; the path is absolute. */
  noteText(path: string, hash: string): void {
    this.note(`text ${path.replaceAll("\\", "/")}`, hash);
  }

  /** Remembers the hash of something that was read. */
  note(key: string, hash: string): void {
    const known = this.#reads.get(key);
    if (known === undefined) this.#reads.set(key, hash);
    else if (known !== hash) this.#isUnstable = true;
  }

  #newView(): FileSystem {
    return {
      base: this,
      readText: (path) => this.readText(path),
      listFiles: (directory) => this.listAllFiles(directory),
      listDirectories: (directory) => this.listDirectories(directory),
      moduleCache: this.moduleCache,
      standardLibrary: this.standardLibrary,
    };
  }

  #noteNames(kind: string, directory: string, names: readonly string[]): void {
    this.note(`${kind} ${directory}`, hashOf(names.join("/")));
  }

  #isDownloaded(path: string): boolean {
    return this.moduleCache !== null && path.startsWith(`${this.moduleCache}/`);
  }
}

function readBytes(path: string): Buffer | null {
  if (!path.endsWith(".go") && !existsSync(path)) return null;
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Returns a hash of a text or of bytes. */
export function hashOf(content: string | Uint8Array): string {
  // Not every run needs it, and it takes long to load.
  const { hash } = process.getBuiltinModule("node:crypto");
  return hash("sha1", content, "base64");
}
