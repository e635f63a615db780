import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { version } from "../../version.generated.ts";
import type { PortableFacts } from "./facts.ts";
import type { PortableFile } from "./portable-file.ts";
import type { DirectoryReads } from "./recorded-files.ts";

/** Changes whenever the content of the file does. */
const FORMAT = `gopherwood ${version} 4`;

const NAME = ".gopherwoodcache";

/** The entry of one linted file, whose text is among the reads. */
export interface CacheEntry {
  /** The key of its config. */
  readonly config: string;
  /** The key of its package; null if it is not a part of the tree. */
  readonly package: string | null;
  readonly file: PortableFile;
}

/** The findings of a cache. Paths are relative to the working directory, with `/`. */
export interface CachedFindings {
  /** The hashes of what other files can see of a file, by its path. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, CacheEntry>>;
  /** The hashes of the code of the configs and rules of the run. */
  readonly code: readonly string[];
}

/** The reads of all files together, by their directories. */
export type CachedReads = Readonly<Record<string, DirectoryReads>>;

export interface CacheContent extends CachedFindings {
  readonly reads: CachedReads;
  readonly facts: PortableFacts;
}

/**
 * A cache on disk, with a line for each part: not every run needs all of them. A part that is
 * broken is null.
 */
export interface SavedCache {
  /** The reads as JSON: a `CachedReads`. */
  readonly reads: string;
  readonly readFindings: () => CachedFindings | null;
  readonly readFacts: () => PortableFacts | null;
}

/** Returns the path of the cache; a location that is a directory, or ends like one, holds it. */
export function cachePath(cwd: string, location = NAME): string {
  const path = resolve(cwd, location);
  const isDirectory =
    /[\\/]$/u.test(location) ||
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isDirectory ? join(path, NAME) : path;
}

/** Reads a cache; null if there is none, or if it is of another version. */
export function readCache(path: string): SavedCache | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const lines = linesOf(bytes).map(
    ([start, end]) =>
      () =>
        bytes.toString("utf8", start, end),
  );
  const [format, reads, findings, facts] = lines;
  if (format?.() !== FORMAT) return null;
  return {
    reads: reads?.() ?? "",
    readFindings: () => parsed(findings?.()) as CachedFindings | null,
    readFacts: () => parsed(facts?.()) as PortableFacts | null,
  };
}

/** Returns the ranges of the lines, in bytes and without line breaks. */
function linesOf(bytes: Buffer): [start: number, end: number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start <= bytes.length;) {
    const at = bytes.indexOf("\n", start);
    const end = at === -1 ? bytes.length : at;
    lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}

/** Returns what JSON says; null if it is broken. */
export function parsed(json = ""): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Writes a cache: whole, or not at all. */
export function writeCache(path: string, { reads, facts, ...findings }: CacheContent): void {
  const temporary = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    const parts = [reads, findings, facts].map((part) => JSON.stringify(part));
    writeFileSync(temporary, [FORMAT, ...parts].join("\n"));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
