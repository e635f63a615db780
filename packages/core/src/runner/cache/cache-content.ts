import type { FactsChange } from "./facts.ts";
import type { PortableFile } from "./portable-file.ts";
import { merged, type Changes } from "./record-changes.ts";
import type { DirectoryReads } from "./recorded-files.ts";

/** The entry of one linted file, whose text is among the reads. */
export interface CacheEntry {
  /** The key of its config. */
  readonly config: string;
  /** The key of its package; null if it is not a part of the tree. */
  readonly package: string | null;
  readonly file: PortableFile;
}

/** The reads of all files together, by their directories. */
export type CachedReads = Readonly<Record<string, DirectoryReads>>;

/** The findings of a cache. Paths are relative to the working directory, with `/`. */
export interface CachedFindings {
  /** The hashes of what other files can see of a file, by its path. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, CacheEntry>>;
  /** The hashes of the code of the configs and rules that facts are of. */
  readonly code: readonly string[];
  /** True if the tree has changed since it was asked about some of the files. */
  readonly areAnswersOld: boolean;
}

export interface FindingsChange extends Pick<CachedFindings, "code" | "areAnswersOld"> {
  readonly summaries: Changes<string>;
  readonly entries: Changes<CacheEntry>;
}

/** The changes that a run makes to a cache; all of it, if there is none before. */
export interface CacheChange {
  readonly reads: CachedReads;
  readonly findings: FindingsChange;
  readonly facts: FactsChange;
  /** True if the facts before are of the same code, so that they stand. */
  readonly keepsFacts: boolean;
}

/** Returns the reads after changes, which are made to the first of them. */
export function mergedReads([before = {}, ...changes]: readonly CachedReads[]): CachedReads {
  return Object.assign(before, ...changes) as CachedReads;
}

/** Returns the findings after changes, which are made to the first of them. */
export function mergedFindings(changes: readonly FindingsChange[]): CachedFindings {
  return {
    summaries: merged(changes.map(({ summaries }) => summaries)),
    entries: merged(changes.map(({ entries }) => entries)),
    code: changes.at(-1)?.code ?? [],
    areAnswersOld: changes.at(-1)?.areAnswersOld ?? false,
  };
}
