import { splitPath } from "../../semantics/modules/paths.ts";
import { pathFrom } from "../paths.ts";
import { mergedFindings, type CachedFindings, type CachedReads } from "./cache-content.ts";
import type { SavedCache } from "./cache-file.ts";
import { splitKey, type Reads } from "./recorded-files.ts";

/** A cache that can be used, and the reads that have another hash now, with this one. */
export interface CurrentCache {
  readonly saved: SavedCache;
  readonly findings: CachedFindings;
  readonly changes: Reads;
}

const NO_READS: CachedReads = {};

/**
 * The reads and findings of an earlier run, and the changes since. Paths are those of a cache: relative
 * to the working directory.
 */
export class EarlierRun {
  /** The cache that it saved; null if there is none. */
  readonly saved: SavedCache | null;
  readonly findings: CachedFindings;
  /** The reads that have another hash, with their hash now. */
  readonly changes: Reads;
  /** The files whose texts are other than they were. */
  readonly changedTexts: ReadonlySet<string>;

  /** @param cwd Absolute. */
  constructor(cache: CurrentCache | null, cwd: string) {
    this.saved = cache?.saved ?? null;
    this.findings = cache?.findings ?? mergedFindings([]);
    this.changes = cache?.changes ?? new Map();
    const texts = [...this.changes.keys()].flatMap((key) => {
      const [kind, path] = splitKey(key);
      return kind === "text" ? [pathFrom(cwd, path)] : [];
    });
    this.changedTexts = new Set(texts);
  }

  /** The reads, by their directories. */
  get reads(): CachedReads {
    return this.saved?.parseReads() ?? NO_READS;
  }

  /** Returns the hash that the text of a file had; undefined if the run did not read it. */
  textHash(at: string): string | undefined {
    const { directory, name } = splitPath(at);
    return this.reads[directory]?.texts[name];
  }

  /** Returns the hash of the summary of a file if its text is as it was. */
  summaryHash(at: string): string | undefined {
    return this.isTextSame(at) ? this.findings.summaries[at] : undefined;
  }

  /** Returns true if a file was read, and has the text that it had. */
  isTextSame(at: string): boolean {
    return !this.changedTexts.has(at) && this.textHash(at) !== undefined;
  }
}
