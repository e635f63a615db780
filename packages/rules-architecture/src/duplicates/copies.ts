import {
  fileFact,
  type GoSourceCode,
  type IndexedFile,
  type ProjectIndex,
} from "@gopherwood/core";
import { byOriginality } from "./originality.ts";
import { digestOf, similarityOf } from "./digest.ts";

/** The limits from which on files count as copies of each other. */
export interface Thresholds {
  /** The least number of tokens of a file that is compared, without imports and comments. */
  readonly minTokens: number;
  /** From 0 to 1. */
  readonly minSimilarity: number;
}

/** The original of a file, and how alike the two are. */
export interface Copy {
  readonly original: IndexedFile;
  /** True if the files are the same but for line ends. */
  readonly isIdentical: boolean;
  /** From 0 to 1: of the code without comments and imports, whatever names it uses. */
  readonly similarity: number;
}

/** The compared files of a tree by path; null for one that is no copy. */
export type Copies = ReadonlyMap<string, Copy | null>;

/** The least number of tokens of files with the same code; smaller ones are alike by chance. */
const MIN_IDENTICAL = 50;

/** A file is compared with this many others of one key, so that many alike cost no more. */
const MAX_CANDIDATES = 16;

/** The last bits of a key: keys of several files are told from others by these first. */
const KEY_BITS = 20;
const LAST_BITS = (1 << KEY_BITS) - 1;
/** The count of what is there more than once. */
const SEVERAL = 2;

const cache = new WeakMap<ProjectIndex, Map<string, Copies>>();

/** Returns the copies among all files of a tree; they are compared once a run. */
export function copiesIn(
  index: ProjectIndex,
  files: GoSourceCode["files"],
  thresholds: Thresholds,
): Copies {
  let ofTree = cache.get(index);
  if (!ofTree) cache.set(index, (ofTree = new Map<string, Copies>()));
  const key = `${thresholds.minTokens} ${thresholds.minSimilarity}`;
  let copies = ofTree.get(key);
  if (!copies) ofTree.set(key, (copies = findCopies(index, files, thresholds)));
  return copies;
}

/** Compares each file with those that are likelier to be the original. */
function findCopies(
  index: ProjectIndex,
  files: GoSourceCode["files"],
  { minTokens, minSimilarity }: Thresholds,
): Copies {
  const copies = new Map<string, Copy | null>();
  const byCode = new Map<string, IndexedFile[]>();
  const compared = byOriginality(index)
    .map((file) => ({ file, digest: digestOf(file, files) }))
    .filter(({ digest }) => digest.tokens >= Math.min(minTokens, MIN_IDENTICAL));
  const sharedKeys = new SharedKeys(compared.map(({ digest }) => digest.keys));
  for (const { file, digest } of compared) {
    const alike = byCode.get(digest.code) ?? [];
    const identical = alike.find((other) => haveSameText(file, other, files));
    const original = identical ?? withSameCode(file, alike);
    if (!identical) byCode.set(digest.code, [...alike, file]);
    if (original) {
      const isIdentical = identical !== undefined;
      copies.set(file.path, { original, isIdentical, similarity: 1 });
      continue;
    }
    copies.set(file.path, null);
    if (digest.tokens < minTokens) continue;
    const best = mostSimilar(file, sharedKeys.othersWith(digest.keys, file), files);
    if (best && best.similarity >= minSimilarity) copies.set(file.path, best);
  }
  return copies;
}

/** The files by those of their keys that others have too. */
class SharedKeys {
  /** The number of keys with the same last bits: none, one or several. */
  readonly #counts = new Uint8Array(1 << KEY_BITS);
  readonly #files = new Map<number, IndexedFile[]>();

  /** @param keys Those of all files: most are of one file alone. */
  constructor(keys: readonly (readonly number[])[]) {
    for (const key of keys.flat()) {
      const at = key & LAST_BITS;
      if (this.#counts[at] !== SEVERAL) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    }
  }

  /** Returns the files that share a key with one, and adds it to them. */
  othersWith(keys: readonly number[], file: IndexedFile): ReadonlySet<IndexedFile> {
    const others = new Set<IndexedFile>();
    for (const key of keys) {
      if (this.#counts[key & LAST_BITS] !== SEVERAL) continue;
      const alike = this.#files.get(key);
      if (!alike) this.#files.set(key, [file]);
      else {
        for (const other of alike) others.add(other);
        if (alike.length < MAX_CANDIDATES) alike.push(file);
      }
    }
    return others;
  }
}

function mostSimilar(
  file: IndexedFile,
  others: ReadonlySet<IndexedFile>,
  files: GoSourceCode["files"],
): Copy | null {
  let best: Copy | null = null;
  for (const other of others) {
    const alike = similarityOf(file, other, files);
    if (alike > (best?.similarity ?? 0)) {
      best = { original: other, isIdentical: false, similarity: alike };
    }
  }
  return best;
}

/** Returns true for files that are the same but for line ends. */
function haveSameText(
  { path }: IndexedFile,
  other: IndexedFile,
  files: GoSourceCode["files"],
): boolean {
  const paths = [path, other.path];
  const [isSame] = fileFact("architecture/same-text", paths, files, () => {
    const [one, two] = paths.map((at) => files.readText(at)?.replaceAll("\r\n", "\n"));
    return [String(one === two)];
  });
  return isSame === String(true);
}

/** Files of `init` functions have the same code, and register what their own packages have. */
function withSameCode(file: IndexedFile, alike: readonly IndexedFile[]): IndexedFile | null {
  const [original] = alike;
  const hasOnlyInit = () =>
    file.declarations.length > 0 && file.declarations.every(({ name }) => name === "init");
  return original && !hasOnlyInit() ? original : null;
}
