import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { version } from "../../version.generated.ts";
import {
  mergedFindings,
  mergedReads,
  type CachedFindings,
  type CachedReads,
} from "./cache-content.ts";
import { parseAll } from "./parse-all.ts";

/** The first line of a cache. It changes whenever the content of the file does. */
export const FORMAT = `gopherwood ${version} 6`;

const NAME = ".gopherwoodcache";

/** The parts of a cache in their order. */
const [READS, FINDINGS, FACTS, PARTS] = [0, 1, 2, 3] as const;

/**
 * A cache on disk: a line each for the reads, the findings and the facts, because not every run needs
 * all of them, and such lines again for what each later run changed.
 */
export interface SavedCache {
  readonly bytes: Buffer;
  /** Of its first lines, without later changes. */
  readonly wholeLength: number;
  /** The reads and their changes as JSON: a `CachedReads` each. */
  readonly reads: readonly string[];
  /** Returns the reads; null if they are broken. They are parsed once. */
  readonly parseReads: () => CachedReads | null;
  /** Returns null if they are broken. */
  readonly readFindings: () => CachedFindings | null;
  /** Returns the facts and their changes as JSON: a `FactsChange` each. */
  readonly readFacts: () => readonly string[];
}

/** Returns the path of the cache; a location that is a directory, or ends like one, holds it. */
export function cachePath(cwd: string, location = NAME): string {
  const path = resolve(cwd, location);
  return /[\\/]$/u.test(location) || isDirectory(path) ? join(path, NAME) : path;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Reads a cache; null if there is none, or if it is of another version or lacks a line. */
export function readCache(path: string): SavedCache | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const [format, ...lines] = linesOf(bytes);
  const textOf = ({ start, end }: Line) => bytes.toString("utf8", start, end);
  if (!format || textOf(format) !== FORMAT || lines.length % PARTS !== 0) return null;
  const textsOf = (part: number) => lines.filter((_, at) => at % PARTS === part).map(textOf);
  const reads = textsOf(READS);
  let parsed: CachedReads | null | undefined;
  return {
    bytes,
    wholeLength: lines[PARTS - 1]?.end ?? 0,
    reads,
    parseReads: () => (parsed === undefined ? (parsed = parseReads(reads)) : parsed),
    readFindings: () => parseAll(textsOf(FINDINGS), mergedFindings),
    readFacts: () => textsOf(FACTS),
  };
}

/** Returns the reads that some JSON says; null if it is broken. */
export function parseReads(json: readonly string[]): CachedReads | null {
  return parseAll(json, mergedReads);
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Returns the lines as ranges in bytes, without line breaks. */
function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= bytes.length;) {
    const at = bytes.indexOf("\n", start);
    const end = at === -1 ? bytes.length : at;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
