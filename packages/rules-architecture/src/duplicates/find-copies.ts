import type { GoSourceCode, IndexedFile, ProjectIndex } from "@gopherwood/core";
import { byOriginality } from "./originality.ts";
import { keysOf, shinglesOf, similarity } from "./sketch.ts";
import { readTokens } from "./tokens.ts";

/** From what on files count as copies of each other. */
export interface Thresholds {
  /** How many tokens a file has at least, without imports and comments. */
  readonly minTokens: number;
  /** From 0 to 1. */
  readonly minSimilarity: number;
}

/** What a file is a copy of. */
export interface Copy {
  readonly original: IndexedFile;
  /** True if the files say the same, byte by byte, line ends aside. */
  readonly isIdentical: boolean;
  /** From 0 to 1: of the code without comments and imports, whatever names it uses. */
  readonly similarity: number;
}

/** The files of a tree that were compared, by path: what each is a copy of, or null. */
export type Copies = ReadonlyMap<string, Copy | null>;

interface Candidate {
  readonly file: IndexedFile;
  readonly shingles: Int32Array;
}

/** As Go has it; what programs write is alike by intention. */
const GENERATED = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/mu;

/** So small a file has no code that is worth a word, even if another says the same. */
const MIN_IDENTICAL = 50;

/** Of many files that are all alike, a file is held against this many. */
const MAX_CANDIDATES = 16;

const known = new WeakMap<ProjectIndex, Map<string, Copies>>();

/** Compares all files of a tree, once a run. */
export function copiesIn(
  index: ProjectIndex,
  files: GoSourceCode["files"],
  thresholds: Thresholds,
): Copies {
  let ofTree = known.get(index);
  if (!ofTree) known.set(index, (ofTree = new Map<string, Copies>()));
  const key = `${thresholds.minTokens} ${thresholds.minSimilarity}`;
  let copies = ofTree.get(key);
  if (!copies) ofTree.set(key, (copies = findCopies(index, files, thresholds)));
  return copies;
}

/** Each file is held against those that are likelier to be the original. */
function findCopies(
  index: ProjectIndex,
  files: GoSourceCode["files"],
  { minTokens, minSimilarity }: Thresholds,
): Copies {
  const copies = new Map<string, Copy | null>();
  const byText = new Map<string, IndexedFile>();
  const byKey = new Map<string, Candidate[]>();
  for (const file of byOriginality(index)) {
    const text = files.readText(file.path)?.replaceAll("\r\n", "\n") ?? "";
    if (GENERATED.test(text.slice(0, Math.max(text.indexOf("\npackage "), 0)))) continue;
    const code = readTokens(text, importedNames(file));
    if (code.length < Math.min(minTokens, MIN_IDENTICAL)) continue;
    const identical = byText.get(text);
    if (identical) {
      copies.set(file.path, { original: identical, isIdentical: true, similarity: 1 });
      continue;
    }
    byText.set(text, file);
    copies.set(file.path, null);
    if (code.length < minTokens) continue;
    const candidate = { file, shingles: shinglesOf(code) };
    const best = bestOf(candidate, byKey);
    if (best && best.similarity >= minSimilarity) copies.set(file.path, best);
  }
  return copies;
}

/** The file most like another of those that share a key with it; it is then one of them. */
function bestOf(candidate: Candidate, byKey: Map<string, Candidate[]>): Copy | null {
  const others = new Set<Candidate>();
  for (const key of keysOf(candidate.shingles)) {
    const alike = byKey.get(key);
    if (!alike) byKey.set(key, [candidate]);
    else {
      for (const other of alike) others.add(other);
      if (alike.length < MAX_CANDIDATES) alike.push(candidate);
    }
  }
  let best: Copy | null = null;
  for (const { file, shingles } of others) {
    const alike = similarity(candidate.shingles, shingles);
    if (alike > (best?.similarity ?? 0)) {
      best = { original: file, isIdentical: false, similarity: alike };
    }
  }
  return best;
}

/** The names that a file knows packages by, as far as their paths say. */
function importedNames({ imports }: IndexedFile): ReadonlySet<string> {
  return new Set(imports.map(({ alias, path }) => alias ?? path.split("/").at(-1) ?? path));
}
