import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { mergedFindings, mergedReads, type CacheChange } from "./cache-content.ts";
import { FORMAT, type SavedCache } from "./cache-file.ts";
import { compactFacts, mergedFacts, parseFacts } from "./facts.ts";

/** The largest size of all changes, as a share of the cache that they are written behind. */
const MOST_CHANGES = 1 / 4;

/** The length of a part, in UTF-16 units, that is worth a write. */
const ENOUGH = 2 ** 16;

/**
 * Saves the changes of a run: behind what there is if they are few, or else all of it as a whole.
 *
 * @param before Null if there is nothing that can be kept.
 */
export function saveCache(path: string, before: SavedCache | null, change: CacheChange): void {
  const most = before ? before.wholeLength * (1 + MOST_CHANGES) - before.bytes.length : 0;
  const added = change.keepsFacts ? shorterThan(most, linesOf(change)) : null;
  replaceFile(
    path,
    before && added ? [before.bytes, ...added] : linesOf(wholeAfter(before, change), FORMAT),
  );
}

/** Returns the parts of a text; null if it has that many bytes, in UTF-8, or more. */
function shorterThan(length: number, parts: Iterable<string>): string[] | null {
  const taken: string[] = [];
  let rest = length;
  for (const part of parts) {
    rest -= Buffer.byteLength(part);
    if (rest <= 0) return null;
    taken.push(part);
  }
  return taken;
}

/** Returns all of a cache after a change. */
function wholeAfter(before: SavedCache | null, change: CacheChange): CacheChange {
  const { reads, findings, facts, keepsFacts } = change;
  const factsBefore = keepsFacts ? parseFacts(before?.readFacts() ?? []) : null;
  return {
    reads: mergedReads([before?.parseReads() ?? {}, reads]),
    findings: mergedFindings([before?.readFindings() ?? mergedFindings([]), findings]),
    facts: compactFacts(mergedFacts([factsBefore ?? mergedFacts([]), facts])),
    keepsFacts,
  };
}

/** Yields the lines of a change behind a text, in parts: of a large tree they are long. */
function* linesOf({ reads, findings, facts }: CacheChange, before = ""): Generator<string> {
  let text = before;
  for (const object of [reads, findings, facts]) {
    text += "\n";
    for (const part of jsonParts(object, 1)) {
      text += part;
      if (text.length < ENOUGH) continue;
      yield text;
      text = "";
    }
  }
  yield text;
}

/**
 * Yields what `JSON.stringify` returns for an object, in parts of one property or less.
 *
 * @param depth The levels of objects in it that have a part for each of their properties, too.
 */
function* jsonParts(object: object, depth: number): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    yield `${before}${JSON.stringify(key)}:`;
    before = ",";
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isObject && depth > 0) yield* jsonParts(value, depth - 1);
    else yield JSON.stringify(value);
  }
  yield before === "{" ? "{}" : "}";
}

/** Writes a file: whole, or not at all. */
function replaceFile(path: string, parts: Iterable<string | Buffer>): void {
  const temporary = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    const file = openSync(temporary, "w");
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
