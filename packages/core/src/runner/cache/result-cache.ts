import { resolve } from "node:path";
import { splitPath } from "../../semantics/modules/paths.ts";
import { indexOfTree } from "../../semantics/project-index/project-index-cache.ts";
import type { FileConfig } from "../file-config.ts";
import type { ConfiguredTask } from "../file-runner.ts";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom, toSlashes } from "../paths.ts";
import { readFile } from "../read-file.ts";
import {
  writeCache,
  type CachedFindings,
  type CachedReads,
  type CacheEntry,
  type SavedCache,
} from "./cache-file.ts";
import type { ConfigKeys } from "./config-keys.ts";
import { Facts, NO_FACTS } from "./facts.ts";
import { FileSummaries } from "./file-summaries.ts";
import { PackageKeys } from "./package-keys.ts";
import { fromPortable, toPortable, type PortableFile } from "./portable-file.ts";
import { absoluteDirectory, portableReads } from "./portable-reads.ts";
import { hashOf, keysOf, splitKey, type Reads, type RecordedFiles } from "./recorded-files.ts";

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

/** A file of a run; `linted` if it was linted in this one. */
export interface CachedFile extends ConfiguredTask {
  readonly linted: LintedFile | null;
}

/** A cache as it was written, and what has changed since. */
export interface CacheBefore extends Pick<SavedCache, "reads" | "readFacts"> {
  readonly findings: CachedFindings;
  /** What is other than it was, with its hash now. */
  readonly changes: Reads;
}

export interface ResultCacheOptions {
  /** Absolute. */
  readonly cwd: string;
  /** The path of the cache. */
  readonly path: string;
  /** Null if there is no cache that can be used. */
  readonly before: CacheBefore | null;
  readonly files: RecordedFiles;
  readonly configKeys: ConfigKeys;
  /** The hashes of the code of all configs; null if it cannot be told. */
  readonly code: readonly string[] | null;
  /** Leave the texts out of results. */
  readonly brief: boolean;
}

/** The findings of earlier runs, for as long as all that they depend on is the same. */
export class ResultCache {
  readonly #options: ResultCacheOptions;
  readonly #summaries: FileSummaries;
  readonly #packages: PackageKeys;
  readonly #before: CachedFindings | null;
  readonly #changes: Reads;
  readonly #changed: Change;
  /** The files whose texts changed since the cache was written, by their relative paths. */
  readonly #changedTexts: ReadonlySet<string>;
  readonly #facts: Facts | null;
  #readsBefore: CachedReads | undefined;

  constructor(options: ResultCacheOptions) {
    this.#options = options;
    const { files, code, before } = options;
    this.#before = before?.findings ?? null;
    this.#changes = before?.changes ?? new Map();
    this.#changedTexts = new Set(
      [...this.#changes.keys()].flatMap((key) => {
        const [kind, path] = splitKey(key);
        return kind === "text" ? [this.#relative(path)] : [];
      }),
    );
    this.#summaries = new FileSummaries(files, (path) => this.#knownSummary(path));
    this.#packages = new PackageKeys(files, this.#summaries);
    this.#changed = this.#change();
    this.#facts = code && this.#factsOf(code);
    files.facts = this.#facts ?? undefined;
  }

  /** True if nothing that was read has changed since the cache was written. */
  get isCurrent(): boolean {
    return this.#changed === "nothing";
  }

  /**
   * Returns the plan for a file.
   *
   * @param path Absolute.
   */
  planFor(path: string, config: FileConfig): Plan {
    const entry = this.#before?.entries[this.#relative(path)];
    const isSame =
      entry !== undefined &&
      this.#changed !== "everything" &&
      (this.#changed === "nothing" || this.#isTextSame(path)) &&
      // Somebody read the tree who is no rule.
      entry.file.tree?.rules.includes("") !== true &&
      entry.config === this.#options.configKeys.keyOf(path, config);
    const source = isSame ? this.#sourceFor(path, entry.file) : undefined;
    if (!isSame || source === undefined) return { kind: "lint" };
    const file = fromPortable(entry.file, path, source, config, this.#options.cwd);
    if (this.#changed === "nothing") return { kind: "known", file };
    const isPackageSame = entry.package !== null && entry.package === this.#packageKey(path);
    if (!isPackageSame) return { kind: "lint" };
    return entry.file.tree ? { kind: "check", file } : { kind: "known", file };
  }

  /** Notes what was read before, so that it is seen if it changes while files are linted. */
  noteReads(): void {
    const { files } = this.#options;
    for (const [portable, before] of Object.entries(this.#reads)) {
      const directory = absoluteDirectory(portable, this.#options);
      for (const [key, hash] of keysOf(directory, before)) {
        files.note(key, this.#changes.get(key) ?? hash);
      }
    }
  }

  /**
   * Writes the findings of a run, unless the tree changed during it.
   *
   * @param reads What other threads read.
   */
  save(files: readonly CachedFile[], reads: readonly Reads[]): void {
    const recorded = this.#options.files;
    for (const read of reads) for (const [key, hash] of read) recorded.note(key, hash);
    const entries = new Map(
      files.map((file) => [this.#relative(file.path), this.#entryOf(file)] as const),
    );
    for (const [at, entry] of this.#otherEntries(entries)) entries.set(at, entry);
    if (recorded.isUnstable) return;
    const content = {
      reads: portableReads(recorded.reads, this.#options),
      summaries: Object.fromEntries(this.#allSummaries()),
      entries: Object.fromEntries([...entries].filter(([, entry]) => entry !== null)) as Record<
        string,
        CacheEntry
      >,
      code: this.#options.code ?? [],
      facts: this.#facts?.toPortable() ?? NO_FACTS,
    };
    writeCache(this.#options.path, content);
  }

  /** Returns the entry of a file; null for one that is not kept. */
  #entryOf({ path, config, linted }: CachedFile): CacheEntry | null {
    if (!linted) {
      const before = this.#before?.entries[this.#relative(path)];
      return before ? { ...before, package: this.#packageKey(path) } : null;
    }
    const key = this.#options.configKeys.keyOf(path, config);
    if (key === null || linted.problems.length > 0) return null;
    const file = toPortable(linted, this.#options.cwd);
    return { config: key, package: this.#packageKey(path), file };
  }

  /** Returns the entries of files that are not in this run, which stand. */
  #otherEntries(known: ReadonlyMap<string, unknown>): [at: string, entry: CacheEntry][] {
    if (this.#changed === "everything") return [];
    return Object.entries(this.#before?.entries ?? {}).filter(([at, entry]) => {
      if (known.has(at)) return false;
      const path = toSlashes(resolve(this.#options.cwd, at));
      return (
        this.#isTextSame(path) && (this.#changed === "nothing" || this.#stands(entry, path))
      );
    });
  }

  /** Returns true if an entry stands though the tree changed. */
  #stands({ package: key, file }: CacheEntry, path: string): boolean {
    return !file.tree && key !== null && key === this.#packageKey(path);
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
    return this.#isTextSame(path) ? this.#before?.summaries[this.#relative(path)] : undefined;
  }

  /** Returns true if a file that was read before has the text that it had. */
  #isTextSame(path: string): boolean {
    const at = this.#relative(path);
    return this.#hashBefore(at) !== undefined && !this.#changedTexts.has(at);
  }

  /** Returns the hash that the text of a file had when the cache was written. */
  #hashBefore(at: string): string | undefined {
    const { directory, name } = splitPath(at);
    return this.#reads[directory]?.texts[name];
  }

  get #reads(): CachedReads {
    return (this.#readsBefore ??= JSON.parse(
      this.#options.before?.reads ?? "{}",
    ) as CachedReads);
  }

  /**
   * Returns the text that findings were made of; null if nobody asks for it, undefined if it
   * has changed by now.
   */
  #sourceFor(path: string, { result }: PortableFile): string | null | undefined {
    if (this.#options.brief || !result) return null;
    const content = readFile(path);
    const before = this.#hashBefore(this.#relative(path));
    const isSame = content.ok && hashOf(content.bytes) === before;
    return isSame ? content.bytes.toString("utf8") : undefined;
  }

  #change(): Change {
    let change: Change = "nothing";
    for (const key of this.#changes.keys()) {
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

  #factsOf(code: readonly string[]): Facts {
    const areKnown = code.every((hash) => this.#before?.code.includes(hash) === true);
    return new Facts({
      read: () => (areKnown ? (this.#options.before?.readFacts() ?? null) : null),
      hasChanged: (at) => this.#changedTexts.has(at),
      relative: (path) => this.#relative(path),
    });
  }

  #relative(path: string): string {
    return pathFrom(this.#options.cwd, path);
  }
}
