import { resolve } from "node:path";
import { splitPath } from "../../semantics/modules/paths.ts";
import { indexOfTree } from "../../semantics/project-index/project-index-cache.ts";
import type { FileConfig } from "../file-config.ts";
import type { ConfiguredTask } from "../file-runner.ts";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom, toSlashes } from "../paths.ts";
import { readFile } from "../read-file.ts";
import { affectedDirectories } from "./affected-directories.ts";
import type {
  CachedFindings,
  CachedReads,
  CacheEntry,
  FindingsChange,
} from "./cache-content.ts";
import { parseReads, saveCache, type SavedCache } from "./cache-file.ts";
import type { ConfigKeys } from "./config-keys.ts";
import { Facts, NO_FACTS } from "./facts.ts";
import { FileSummaries } from "./file-summaries.ts";
import { PackageKeys } from "./package-keys.ts";
import { fromPortable, toPortable, type PortableFile } from "./portable-file.ts";
import { absoluteDirectory, portableReads } from "./portable-reads.ts";
import {
  hashOf,
  keysOf,
  MISSING,
  splitKey,
  type Reads,
  type RecordedFiles,
} from "./recorded-files.ts";

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
export interface CacheBefore extends SavedCache {
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
  readonly #keepsFacts: boolean;
  #affected: ReadonlySet<string> | null | undefined;
  #readsBefore: CachedReads | undefined;
  /** The hashes of what was read before, by their keys; see `noteReads`. */
  readonly #known = new Map<string, string>();

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
    const codeBefore = this.#before?.code ?? [];
    this.#keepsFacts = code?.every((hash) => codeBefore.includes(hash)) === true;
    const json = () => (this.#keepsFacts && before?.readFacts()) || [];
    this.#facts =
      code &&
      new Facts(() => ({ json: json(), changed: this.#changedTexts, cwd: options.cwd }));
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
    const isNothingNew = this.#changed === "nothing" && this.#before?.areAnswersOld !== true;
    if (isNothingNew) return { kind: "known", file };
    const isPackageSame = entry.package !== null && entry.package === this.#packageKey(path);
    if (this.#changed !== "nothing" && !isPackageSame) return { kind: "lint" };
    return entry.file.tree ? { kind: "check", file } : { kind: "known", file };
  }

  /** Notes what was read before, so that it is seen if it changes while files are linted. */
  noteReads(): void {
    const { files } = this.#options;
    for (const [portable, before] of Object.entries(this.#reads)) {
      const directory = absoluteDirectory(portable, this.#options);
      for (const [key, hash] of keysOf(directory, before)) {
        this.#known.set(key, hash);
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
    const { files: recorded, path, before, code } = this.#options;
    for (const read of reads) for (const [key, hash] of read) recorded.note(key, hash);
    // Their keys ask for summaries.
    const { entries, areAnswersOld } = this.#changedEntries(files);
    const findings = {
      summaries: this.#changedSummaries(),
      entries,
      code: (this.#keepsFacts ? this.#before?.code : code) ?? [],
      areAnswersOld,
    };
    if (recorded.isUnstable) return;
    saveCache(path, before, {
      reads: this.#changedReads(),
      findings,
      facts: this.#facts?.changes() ?? NO_FACTS,
      keepsFacts: this.#keepsFacts,
    });
  }

  /** Returns the reads of the directories in which something was read that is other or new. */
  #changedReads(): CachedReads {
    const all = [...this.#options.files.reads];
    const changed = all.filter(([key, hash]) => this.#known.get(key) !== hash);
    const found = portableReads(new Map(changed), this.#options);
    return Object.fromEntries(
      Object.entries(found).map(([at, { names, texts }]) => {
        const before = this.#reads[at];
        const merged = {
          names: { ...before?.names, ...names },
          texts: { ...before?.texts, ...texts },
        };
        return [at, merged];
      }),
    );
  }

  /** Returns the entries of a run that are other than before; null for one that is not kept. */
  #changedEntries(
    files: readonly CachedFile[],
  ): Pick<FindingsChange, "entries" | "areAnswersOld"> {
    const before = this.#before?.entries ?? {};
    const isOld = this.#changed !== "nothing" || this.#before?.areAnswersOld === true;
    const changed = new Map<string, CacheEntry | null>();
    const isInRun = new Set<string>();
    for (const file of files) {
      const at = this.#relative(file.path);
      isInRun.add(at);
      const entry = this.#entryOf(file);
      if (entry !== before[at]) changed.set(at, entry);
    }
    // A run may be of a few files alone.
    const others = Object.entries(before).filter(([at]) => !isInRun.has(at));
    const standing = others.filter(([at, entry]) => this.#stands(at, entry));
    for (const [at] of others) changed.set(at, null);
    for (const [at] of standing) changed.delete(at);
    return {
      entries: Object.fromEntries(changed),
      areAnswersOld: isOld && standing.some(([, { file }]) => file.tree),
    };
  }

  /**
   * Returns true if the entry of a file that is not in this run stands, but for what the tree
   * answers.
   */
  #stands(at: string, { package: key }: CacheEntry): boolean {
    if (this.#changed === "everything" || this.#changedTexts.has(at)) return false;
    if (this.#changed === "nothing") return true;
    const path = toSlashes(resolve(this.#options.cwd, at));
    return key !== null && key === this.#packageKey(path);
  }

  #changedSummaries(): Record<string, string | null> {
    const before = this.#before?.summaries ?? {};
    const changed = new Map<string, string | null>();
    const known = new Map(
      [...this.#summaries.hashes].map(([path, hash]) => [this.#relative(path), hash]),
    );
    for (const [at, hash] of known) if (before[at] !== hash) changed.set(at, hash);
    for (const at of this.#changedTexts) if (!known.has(at)) changed.set(at, null);
    return Object.fromEntries(changed);
  }

  /** Returns the entry of a file, the one before if it is the same; null if it is not kept. */
  #entryOf({ path, config, linted }: CachedFile): CacheEntry | null {
    const key = this.#packageKey(path);
    if (!linted) {
      const before = this.#before?.entries[this.#relative(path)] ?? null;
      return before && before.package !== key ? { ...before, package: key } : before;
    }
    const configKey = this.#options.configKeys.keyOf(path, config);
    if (configKey === null || linted.problems.length > 0) return null;
    return { config: configKey, package: key, file: toPortable(linted, this.#options.cwd) };
  }

  /** Returns the key of the package that a file is in; most often it is the one before. */
  #packageKey(path: string): string | null {
    const before = this.#before?.entries[this.#relative(path)];
    const slashed = toSlashes(path);
    return before && !this.#mayHaveOtherKey(slashed)
      ? before.package
      : this.#packages.keyOf(slashed);
  }

  #mayHaveOtherKey(path: string): boolean {
    if (this.#changed === "nothing" || this.#changed === "bodies") return false;
    if (this.#affected === undefined) this.#affected = this.#readAffected();
    return this.#affected?.has(splitPath(path).directory) ?? true;
  }

  /** Returns the directories whose packages may have other keys; null if all of them may. */
  #readAffected(): ReadonlySet<string> | null {
    const paths: string[] = [];
    for (const [key, hash] of this.#changes) {
      const [kind, path] = splitKey(key);
      // With names, what imports mean may change.
      const hashes = [hash, this.#hashBefore(this.#relative(path))];
      if (kind !== "text" || !this.#isOfTree(key) || hashes.includes(MISSING)) return null;
      paths.push(path);
    }
    const [first] = paths;
    if (first === undefined) return null;
    const index = indexOfTree(first, this.#options.files);
    const directories = paths.map((path) => splitPath(path).directory);
    // Another tree may import the same packages.
    if (directories.some((one) => indexOfTree(`${one}/`, this.#options.files) !== index))
      return null;
    return affectedDirectories(directories, index);
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
    return (this.#readsBefore ??= parseReads(this.#options.before?.reads ?? []) ?? {});
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

  #relative(path: string): string {
    return pathFrom(this.#options.cwd, path);
  }
}
