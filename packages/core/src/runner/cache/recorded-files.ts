import { existsSync, readFileSync, type Dirent } from "node:fs";
import { CONFIG_NAME } from "../../semantics/modules/project-path.ts";
import { Listing } from "../../source/listing.node.ts";
import type { FactStore, FileSystem } from "../../source/file-system.ts";
import { toSlashes } from "../paths.ts";
import type { Facts } from "./facts.ts";

/**
 * The hashes of what was read, by its kind and path: `text /a.go`, and of the names in a
 * directory `go-files /`, `configs /`, `files /` (all, where a rule asked) and `directories /`.
 */
export type Reads = ReadonlyMap<string, string>;

type NameKind = "go-files" | "configs" | "files" | "directories";

/** The reads of one directory. */
export interface DirectoryReads {
  /** The hashes of names, by their kind. */
  readonly names: Readonly<Partial<Record<NameKind, string>>>;
  /** The hashes of texts, by the names of their files. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The hash of a file that is not there. */
const MISSING = "-";

/** The names of each kind in a directory. */
const NAMES: Readonly<Record<NameKind, (listing: Listing) => readonly string[]>> = {
  // Reports and the like may come and go beside them.
  "go-files": ({ files }) => files.filter((name) => name.endsWith(".go")),
  configs: ({ files }) => files.filter((name) => CONFIG_NAME.test(name)),
  files: ({ files }) => files.filter((name) => !name.endsWith(".go")),
  directories: ({ directories }) => directories,
};

/** A disk that remembers what was read of it, as hashes; not what lies in the module cache. */
export class RecordedFiles implements FileSystem {
  readonly moduleCache: string | null;
  readonly standardLibrary: FileSystem["standardLibrary"];
  facts: Facts | undefined;
  readonly #disk: FileSystem;
  readonly #reads = new Map<string, string>();
  /** The directories that were listed, by their paths without a `/` at the end. */
  readonly #listings = new Map<string, Listing>();
  #isUnstable = false;
  #forRules: FileSystem;

  constructor(disk: FileSystem) {
    this.#disk = disk;
    this.moduleCache = disk.moduleCache;
    this.standardLibrary = disk.standardLibrary;
    this.#forRules = new FilesForRules(this);
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
    this.#forRules = new FilesForRules(this);
    this.#reads.clear();
    this.#listings.clear();
    this.facts = undefined;
    this.#isUnstable = false;
  }

  readText(path: string): string | null {
    // Go never changes what it downloaded.
    if (this.#isDownloaded(path)) return this.#disk.readText(path);
    const bytes = path.endsWith(".go") || existsSync(path) ? readBytes(path) : null;
    this.noteText(path, bytes);
    return bytes === null ? null : bytes.toString("utf8").replace(/^\uFEFF/u, "");
  }

  listFiles(directory: string): readonly string[] {
    const listing = this.#listing(directory);
    this.#noteNames("go-files", directory, listing);
    this.#noteNames("configs", directory, listing);
    return listing.files;
  }

  /** Returns the names of files where all of them may matter. */
  listAllFiles(directory: string): readonly string[] {
    const listing = this.#listing(directory);
    for (const kind of ["go-files", "configs", "files"] as const) {
      this.#noteNames(kind, directory, listing);
    }
    return listing.files;
  }

  listDirectories(directory: string): readonly string[] {
    const listing = this.#listing(directory);
    this.#noteNames("directories", directory, listing);
    return listing.directories;
  }

  /**
   * Takes the content of a directory that somebody has listed.
   *
   * @param directory Absolute.
   */
  takeListing(directory: string, entries: readonly Dirent[]): void {
    this.#listings.set(toSlashes(directory).replace(/\/$/u, ""), new Listing(entries));
  }

  /**
   * Reads what another run read in a directory.
   *
   * @param directory Absolute; without a `/` at its end, so that of the root is empty.
   */
  readAgain(directory: string, { names, texts }: DirectoryReads): void {
    const listing = this.#listing(directory);
    for (const kind of Object.keys(names) as NameKind[]) {
      this.#noteNames(kind, directory, listing);
    }
    // There are disks to which all cases are the same.
    const present = new Set(listing.all.map((name) => name.toLowerCase()));
    for (const name of Object.keys(texts)) {
      const path = `${directory}/${name}`;
      const bytes = present.has(name.toLowerCase()) ? readBytes(path) : null;
      this.noteText(path, bytes);
    }
  }

  /**
   * Remembers the hash of a file's bytes.
   *
   * @param path Absolute.
   * @param bytes Null if it is not there.
   */
  noteText(path: string, bytes: Uint8Array | null): void {
    this.note(textKey(path), bytes === null ? MISSING : hashOf(bytes));
  }

  /** Remembers the hash of something that was read. */
  note(key: string, hash: string): void {
    const known = this.#reads.get(key);
    if (known === undefined) this.#reads.set(key, hash);
    else if (known !== hash) this.#isUnstable = true;
  }

  /** Lists a directory, which counts as unchanged from then on. */
  #listing(directory: string): Listing {
    let listing = this.#listings.get(directory);
    if (!listing) {
      listing = Listing.of(`${directory}/`);
      this.#listings.set(directory, listing);
    }
    return listing;
  }

  #noteNames(kind: NameKind, directory: string, listing: Listing): void {
    this.note(`${kind} ${directory}`, hashOf(NAMES[kind](listing).join("/")));
  }

  #isDownloaded(path: string): boolean {
    return this.moduleCache !== null && path.startsWith(`${this.moduleCache}/`);
  }
}

/** Recorded files as rules see them. */
class FilesForRules implements FileSystem {
  readonly base: RecordedFiles;

  constructor(base: RecordedFiles) {
    this.base = base;
  }

  get facts(): FactStore | undefined {
    return this.base.facts;
  }

  get moduleCache(): string | null {
    return this.base.moduleCache;
  }

  get standardLibrary(): FileSystem["standardLibrary"] {
    return this.base.standardLibrary;
  }

  readText(path: string): string | null {
    return this.base.readText(path);
  }

  listFiles(directory: string): readonly string[] {
    return this.base.listAllFiles(directory);
  }

  listDirectories(directory: string): readonly string[] {
    return this.base.listDirectories(directory);
  }
}

/** Returns the kind and the path of a key of reads. */
export function splitKey(key: string): [kind: string, path: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}

/** Returns the keys and hashes of what was read in a directory. */
export function keysOf(
  directory: string,
  { names, texts }: DirectoryReads,
): (readonly [key: string, hash: string])[] {
  return [
    ...Object.entries(names).map(([kind, hash]) => [`${kind} ${directory}`, hash] as const),
    ...Object.entries(texts).map(
      ([name, hash]) => [textKey(`${directory}/${name}`), hash] as const,
    ),
  ];
}

/** Returns the key of the reads of a file, whose path is absolute. */
function textKey(path: string): string {
  return `text ${toSlashes(path)}`;
}

function readBytes(path: string): Buffer | null {
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
