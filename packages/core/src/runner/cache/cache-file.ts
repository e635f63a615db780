import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { version } from "../../version.generated.ts";
import type { PortableFacts } from "./facts.ts";
import type { PortableFile } from "./portable-file.ts";
import type { DirectoryReads } from "./recorded-files.ts";

/** Changes whenever the content of the file does. */
const FORMAT = `${version} 4`;

const NAME = ".gopherwoodcache";

/** The entry of one linted file, whose text is among the reads. */
export interface CacheEntry {
  /** The key of its config. */
  readonly config: string;
  /** The key of its package; null if it is not a part of the tree. */
  readonly package: string | null;
  readonly file: PortableFile;
}

/** The content of a cache. Paths are relative to the working directory, with `/`. */
export interface CacheContent {
  /** The reads of all files together, by their directories. */
  readonly reads: Readonly<Record<string, DirectoryReads>>;
  /** The hashes of what other files can see of a file, by its path. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, CacheEntry>>;
  /** The hashes of the code of the configs and rules of the run. */
  readonly code: readonly string[];
}

/** A cache on disk. Its facts come after the rest, for most runs need none of them. */
export interface SavedCache {
  readonly content: CacheContent;
  /** Returns null if they are broken. */
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

/** Reads a cache; null if there is none, if it is of another version, or broken. */
export function readCache(path: string): SavedCache | null {
  try {
    const text = readFileSync(path, "utf8");
    // Another version need not be read.
    if (!text.startsWith(`{"format":${JSON.stringify(FORMAT)},`)) return null;
    const end = text.indexOf("\n");
    const content = JSON.parse(text.slice(0, end)) as CacheContent;
    return { content, readFacts: () => parseFacts(text.slice(end)) };
  } catch {
    return null;
  }
}

function parseFacts(text: string): PortableFacts | null {
  try {
    return JSON.parse(text) as PortableFacts;
  } catch {
    return null;
  }
}

/** Writes a cache: whole, or not at all. */
export function writeCache(path: string, content: CacheContent, facts: PortableFacts): void {
  const temporary = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    const text = JSON.stringify({ format: FORMAT, ...content });
    writeFileSync(temporary, `${text}\n${JSON.stringify(facts)}`);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
