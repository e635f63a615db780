import { resolve } from "node:path";
import type { FileConfig } from "../file-config.ts";
import type { ConfiguredTask } from "../file-runner.ts";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom } from "../paths.ts";
import { messageOf, type Problem } from "../problems.ts";
import { readFile } from "../read-file.ts";
import type { CachedReads, CacheEntry, FindingsChange } from "./cache-content.ts";
import type { ConfigKeys } from "./config-keys.ts";
import { EarlierRun, type CurrentCache } from "./earlier-run.ts";
import { Facts, NO_FACTS } from "./facts.ts";
import { fromPortable, toPortable, type PortableFile } from "./portable-file.ts";
import { absoluteDirectory, portableReads } from "./portable-reads.ts";
import { hashOf, keysOf, type Reads, type RecordedFiles } from "./recorded-files.ts";
import type { Changes } from "./record-changes.ts";
import { saveCache } from "./save-cache.ts";
import { TreeChange } from "./tree-change.ts";

/**
 * The work that a file needs: none, for its findings are known; to look whether those of some
 * rules are as before; or to lint it.
 */
export type Plan =
  | { readonly kind: "known"; readonly file: LintedFile }
  | { readonly kind: "check"; readonly file: LintedFile }
  | { readonly kind: "lint" };

/** A file of a run; `linted` if it was linted in this one. */
export interface CachedFile extends ConfiguredTask {
  readonly linted: LintedFile | null;
}

export interface ResultCacheOptions {
  /** Absolute. */
  readonly cwd: string;
  /** The path of the cache. */
  readonly path: string;
  /** Null if there is none. */
  readonly before: CurrentCache | null;
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
  readonly #before: EarlierRun;
  readonly #change: TreeChange;
  readonly #facts: Facts | null;
  readonly #keepsFacts: boolean;
  /** The hashes of what was read before, by their keys; see `noteReads`. */
  readonly #readBefore = new Map<string, string>();

  constructor(options: ResultCacheOptions) {
    this.#options = options;
    const { cwd, files, code } = options;
    const before = new EarlierRun(options.before, cwd);
    this.#before = before;
    this.#change = new TreeChange(before, files, cwd);
    this.#keepsFacts = code?.every((hash) => before.findings.code.includes(hash)) === true;
    const json = () => (this.#keepsFacts && before.saved?.readFacts()) || [];
    this.#facts =
      code && new Facts(() => ({ json: json(), changed: before.changedTexts, cwd }));
    files.facts = this.#facts ?? undefined;
  }

  /** True if nothing that was read has changed since the cache was written. */
  get isCurrent(): boolean {
    return this.#change.extent === "nothing";
  }

  /**
   * Returns the plan for a file.
   *
   * @param path Absolute.
   */
  planFor(path: string, config: FileConfig): Plan {
    const at = this.#relative(path);
    const { findings } = this.#before;
    const { extent } = this.#change;
    const entry = findings.entries[at];
    const isSame =
      entry !== undefined &&
      extent !== "everything" &&
      (extent === "nothing" || this.#before.isTextSame(at)) &&
      // Somebody read the tree who is no rule.
      entry.file.tree?.rules.includes("") !== true &&
      entry.config === this.#options.configKeys.keyOf(path, config);
    const source = isSame ? this.#sourceFor(path, entry.file) : undefined;
    if (!isSame || source === undefined) return { kind: "lint" };
    const file = fromPortable(entry.file, path, source, config, this.#options.cwd);
    if (extent === "nothing" && !findings.areAnswersOld) return { kind: "known", file };
    const isPackageSame =
      extent === "nothing" ||
      (entry.package !== null && entry.package === this.#change.packageKey(path));
    if (!isPackageSame) return { kind: "lint" };
    return entry.file.tree ? { kind: "check", file } : { kind: "known", file };
  }

  /** Notes what was read before, so that it is seen if it changes while files are linted. */
  noteReads(): void {
    const { files } = this.#options;
    const { reads, changes } = this.#before;
    for (const [portable, before] of Object.entries(reads)) {
      const directory = absoluteDirectory(portable, this.#options);
      for (const [key, hash] of keysOf(directory, before)) {
        this.#readBefore.set(key, hash);
        files.note(key, changes.get(key) ?? hash);
      }
    }
  }

  /**
   * Writes the findings of a run, unless the tree changed during it.
   *
   * @param reads Those of other threads.
   * @returns The reason why they cannot be written, or null.
   */
  save(files: readonly CachedFile[], reads: readonly Reads[]): Problem | null {
    const { files: recorded, path, code } = this.#options;
    for (const read of reads) for (const [key, hash] of read) recorded.note(key, hash);
    // Keys of packages ask for summaries.
    const changedEntries = this.#changedEntries(files);
    if (recorded.isUnstable) return null;
    const change = {
      reads: this.#changedReads(),
      findings: {
        summaries: this.#changedSummaries(),
        ...changedEntries,
        code: this.#keepsFacts ? this.#before.findings.code : (code ?? []),
      },
      facts: this.#facts?.changes() ?? NO_FACTS,
      keepsFacts: this.#keepsFacts,
    };
    try {
      saveCache(path, this.#before.saved, change);
      return null;
    } catch (error) {
      return { path, message: `The cache cannot be written: ${messageOf(error)}.` };
    }
  }

  /** Returns the reads of the directories in which something was read that is other or new. */
  #changedReads(): CachedReads {
    const all = [...this.#options.files.reads];
    const changed = all.filter(([key, hash]) => this.#readBefore.get(key) !== hash);
    const found = portableReads(new Map(changed), this.#options);
    return Object.fromEntries(
      Object.entries(found).map(([at, { names, texts }]) => {
        const before = this.#before.reads[at];
        const merged = {
          names: { ...before?.names, ...names },
          texts: { ...before?.texts, ...texts },
        };
        return [at, merged];
      }),
    );
  }

  /** Returns the entries that are other than before; null for one that is not kept. */
  #changedEntries(
    files: readonly CachedFile[],
  ): Pick<FindingsChange, "entries" | "areAnswersOld"> {
    const { entries: before, areAnswersOld } = this.#before.findings;
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
    const standing = new Set(others.filter((other) => this.#stands(...other)));
    for (const other of others) if (!standing.has(other)) changed.set(other[0], null);
    const areOld = areAnswersOld || !this.isCurrent;
    return {
      entries: Object.fromEntries(changed),
      areAnswersOld: areOld && [...standing].some(([, { file }]) => file.tree),
    };
  }

  /** Returns true if an entry stands whose file is not in this run, but for the tree's answers. */
  #stands(at: string, { package: key }: CacheEntry): boolean {
    const { extent } = this.#change;
    if (extent === "everything" || this.#before.changedTexts.has(at)) return false;
    if (extent === "nothing") return true;
    return key !== null && key === this.#change.packageKey(resolve(this.#options.cwd, at));
  }

  #changedSummaries(): Changes<string> {
    const { findings, changedTexts } = this.#before;
    const changed = new Map<string, string | null>();
    const known = new Map(
      [...this.#change.summaries].map(([path, hash]) => [this.#relative(path), hash]),
    );
    for (const [at, hash] of known) if (findings.summaries[at] !== hash) changed.set(at, hash);
    for (const at of changedTexts) if (!known.has(at)) changed.set(at, null);
    return Object.fromEntries(changed);
  }

  /** Returns the entry of a file, the one before if it is the same; null if it is not kept. */
  #entryOf({ path, config, linted }: CachedFile): CacheEntry | null {
    const key = this.#change.packageKey(path);
    if (!linted) {
      const before = this.#before.findings.entries[this.#relative(path)] ?? null;
      return before && before.package !== key ? { ...before, package: key } : before;
    }
    const configKey = this.#options.configKeys.keyOf(path, config);
    if (configKey === null || linted.problems.length > 0) return null;
    return { config: configKey, package: key, file: toPortable(linted, this.#options.cwd) };
  }

  /**
   * Returns the text that findings were made of; null if nobody asks for it, undefined if it
   * has changed by now.
   */
  #sourceFor(path: string, { result }: PortableFile): string | null | undefined {
    if (this.#options.brief || !result) return null;
    const content = readFile(path);
    const before = this.#before.textHash(this.#relative(path));
    const isSame = content.ok && hashOf(content.bytes) === before;
    return isSame ? content.bytes.toString("utf8") : undefined;
  }

  #relative(path: string): string {
    return pathFrom(this.#options.cwd, path);
  }
}
