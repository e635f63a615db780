import { resolve } from "node:path";
import { splitPath } from "../../semantics/modules/paths.ts";
import { indexOfTree } from "../../semantics/project-index/project-index-cache.ts";
import type { FileConfig } from "../file-config.ts";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom, toSlashes } from "../paths.ts";
import {
  cachePath,
  readCache,
  writeCache,
  type CacheContent,
  type CacheEntry,
} from "./cache-file.ts";
import type { ConfigKeys } from "./config-keys.ts";
import { FileSummaries } from "./file-summaries.ts";
import { PackageKeys } from "./package-keys.ts";
import { fromPortable, toPortable } from "./portable-file.ts";
import type { Reads, RecordedFiles } from "./recorded-files.ts";

/**
 * The work that a file needs: none, for its findings are known; to look whether those of some
 * rules are as before; or to lint it.
 */
export type Plan =
  | { readonly kind: "known"; readonly file: LintedFile }
  | { readonly kind: "check"; readonly file: LintedFile }
  | { readonly kind: "lint" };

/**
 * The extent of the changes since the cache was written; `bodies` if no file sees a change in
 * another.
 */
type Change = "nothing" | "bodies" | "tree" | "everything";

export interface ResultCacheOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly location?: string | undefined;
  readonly files: RecordedFiles;
  readonly configKeys: ConfigKeys;
  /** Leave the texts out of results. */
  readonly brief: boolean;
}

/** The findings of earlier runs, for as long as all that they depend on is the same. */
export class ResultCache {
  readonly #options: ResultCacheOptions;
  readonly #path: string;
  readonly #summaries: FileSummaries;
  readonly #packages: PackageKeys;
  readonly #before: CacheContent | null;
  readonly #changed: Change;

  constructor(options: ResultCacheOptions) {
    this.#options = options;
    this.#path = cachePath(options.cwd, options.location);
    this.#before = readCache(this.#path);
    this.#summaries = new FileSummaries(options.files, (path) => this.#knownSummary(path));
    this.#packages = new PackageKeys(options.files, this.#summaries);
    this.#changed = this.#change();
  }

  /** True if nothing that was read has changed since the cache was written. */
  get isCurrent(): boolean {
    return this.#changed === "nothing";
  }

  /**
   * Returns the plan for a file.
   *
   * @param path Absolute.
   * @param text The hash of its bytes.
   */
  planFor(path: string, bytes: Buffer, text: string, config: FileConfig): Plan {
    const entry = this.#before?.entries[this.#relative(path)];
    const isSame =
      entry?.text === text &&
      // Somebody read the tree who is no rule.
      !entry.tree.rules.includes("") &&
      entry.config === this.#options.configKeys.keyOf(path, config) &&
      this.#changed !== "everything";
    if (!isSame) return { kind: "lint" };
    const source = this.#options.brief ? null : bytes.toString("utf8");
    const file = fromPortable(entry.file, path, source, this.#options.cwd);
    if (this.#changed === "nothing") return { kind: "known", file };
    const isPackageSame = entry.package !== null && entry.package === this.#packageKey(path);
    if (!isPackageSame) return { kind: "lint" };
    return entry.tree.rules.length === 0 ? { kind: "known", file } : { kind: "check", file };
  }

  /**
   * Writes the findings of a run, unless the tree changed during it.
   *
   * @param reads What other threads read.
   */
  save(
    linted: readonly {
      readonly file: LintedFile;
      readonly text: string;
      readonly config: FileConfig;
    }[],
    reads: readonly Reads[],
  ): void {
    const { files, configKeys } = this.#options;
    for (const read of reads) for (const [key, hash] of read) files.note(key, hash);
    const entries = this.#otherEntries();
    for (const { file, text, config } of linted) {
      const path = file.result.filePath;
      const key = configKeys.keyOf(path, config);
      const at = this.#relative(path);
      entries.delete(at);
      if (key === null || file.problems.length > 0) continue;
      files.noteText(path, text);
      entries.set(at, {
        config: key,
        text,
        package: this.#packageKey(path),
        tree: file.tree,
        file: toPortable(file, this.#options.cwd),
      });
    }
    if (files.isUnstable) return;
    const portable = [...files.reads].map(
      ([key, hash]) => [this.#portable(key), hash] as const,
    );
    writeCache(this.#path, {
      reads: Object.fromEntries(portable.sort()),
      summaries: Object.fromEntries(this.#allSummaries()),
      entries: Object.fromEntries(entries),
    });
  }

  /** Returns the entries of earlier runs that stand, for a run may be of a few files alone. */
  #otherEntries(): Map<string, CacheEntry> {
    if (this.#changed === "everything") return new Map();
    const standing = Object.entries(this.#before?.entries ?? {}).filter(([at, entry]) => {
      const path = toSlashes(resolve(this.#options.cwd, at));
      if (this.#options.files.reads.get(`text ${path}`) !== entry.text) return false;
      return this.#changed === "nothing" || this.#stands(entry, path);
    });
    return new Map(standing);
  }

  /** Returns true if an entry stands though the tree changed. */
  #stands({ package: key, tree }: CacheEntry, path: string): boolean {
    return tree.rules.length === 0 && key !== null && key === this.#packageKey(path);
  }

  /** Returns the key of the package that a file is in; most often it is the one before. */
  #packageKey(path: string): string | null {
    const isSame = this.#changed === "nothing" || this.#changed === "bodies";
    const before = isSame ? this.#before?.entries[this.#relative(path)] : undefined;
    return before ? before.package : this.#packages.keyOf(toSlashes(path));
  }

  /** Returns the hashes of the summaries that are known, by relative paths. */
  #allSummaries(): Map<string, string> {
    const all = new Map<string, string>();
    for (const at of Object.keys(this.#before?.summaries ?? {})) {
      const hash = this.#knownSummary(toSlashes(resolve(this.#options.cwd, at)));
      if (hash !== undefined) all.set(at, hash);
    }
    for (const [path, hash] of this.#summaries.hashes) all.set(this.#relative(path), hash);
    return all;
  }

  /** Returns the hash of the summary of a file whose text is as it was. */
  #knownSummary(path: string): string | undefined {
    const key = `text ${path}`;
    const text = this.#options.files.reads.get(key);
    const isSame = text !== undefined && text === this.#before?.reads[this.#portable(key)];
    return isSame ? this.#before?.summaries[this.#relative(path)] : undefined;
  }

  #change(): Change {
    const { files } = this.#options;
    let change: Change = "nothing";
    for (const [portable, hash] of Object.entries(this.#before?.reads ?? {})) {
      const key = this.#absolute(portable);
      // A directory is listed once for several keys.
      if ((files.reads.get(key) ?? files.read(key)) === hash) continue;
      if (!this.#isOfTree(key)) return "everything";
      if (change !== "tree") change = this.#isInBodies(key) ? "bodies" : "tree";
    }
    return change;
  }

  /** Returns true if other files see nothing of what changed. */
  #isInBodies(key: string): boolean {
    const [kind, path] = splitKey(key);
    const before = this.#before?.summaries[this.#relative(path)];
    return kind === "text" && before !== undefined && before === this.#summaries.hashOf(path);
  }

  /** Returns true for what package keys and the rules that look at the whole tree see. */
  #isOfTree(key: string): boolean {
    const [kind, path] = splitKey(key);
    if (kind === "files" || kind === "configs") return false;
    if (kind === "text" && !path.endsWith(".go")) return false;
    const directory = kind === "text" ? splitPath(path).directory : path;
    return indexOfTree(`${directory}/`, this.#options.files).includes(directory);
  }

  #relative(path: string): string {
    return pathFrom(this.#options.cwd, path);
  }

  /** Returns a key of reads without the places of this machine. */
  #portable(key: string): string {
    const [kind, path] = splitKey(key);
    const { moduleCache } = this.#options.files;
    const isDownloaded = moduleCache !== null && `${path}/`.startsWith(`${moduleCache}/`);
    return isDownloaded
      ? `${kind} ${MODULE_CACHE}${path.slice(moduleCache.length)}`
      : `${kind} ${this.#relative(path)}`;
  }

  #absolute(portable: string): string {
    const [kind, path] = splitKey(portable);
    const { cwd, files } = this.#options;
    return path.startsWith(MODULE_CACHE)
      ? `${kind} ${files.moduleCache ?? ""}${path.slice(MODULE_CACHE.length)}`
      : `${kind} ${toSlashes(resolve(cwd, path))}`;
  }
}

const MODULE_CACHE = "$GOMODCACHE";

function splitKey(key: string): [kind: string, path: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}
