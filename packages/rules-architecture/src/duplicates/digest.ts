import { fileFact, type GoSourceCode, type IndexedFile } from "@gopherwood/core";
import { bandKeysOf, shinglesIn, similarity } from "./min-hash.ts";
import { readTokens, type Tokens } from "./tokens.ts";

/** The part of a file that is compared; of its text nothing is kept. */
interface Digest {
  /** The same for files with the same tokens, without imports and comments. */
  readonly code: string;
  /** The number of tokens, without imports and comments; 0 for a generated file. */
  readonly tokens: number;
  /** Files with much in common share one. */
  readonly keys: readonly number[];
}

/** As in `go help generate`; generated files are alike on purpose. */
const GENERATED = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/mu;

const NO_TOKENS: Tokens = { code: "0", hashes: new Int32Array() };

const digests = new WeakMap<IndexedFile, Digest>();
const shingles = new WeakMap<IndexedFile, Int32Array>();

/** Returns the digest of a file, which is read once for each state of the file. */
export function digestOf(file: IndexedFile, files: GoSourceCode["files"]): Digest {
  let digest = digests.get(file);
  if (!digest) digests.set(file, (digest = readDigest(file, files)));
  return digest;
}

/** Returns how alike two files are, from 0 to 1. */
export function similarityOf(
  one: IndexedFile,
  other: IndexedFile,
  files: GoSourceCode["files"],
): number {
  const paths = [one.path, other.path];
  const [fact] = fileFact("architecture/similarity", paths, files, () => [
    String(similarity(shinglesOf(one, files), shinglesOf(other, files))),
  ]);
  return Number(fact);
}

/** Returns the shingles of a file, which is read again for them. */
function shinglesOf(file: IndexedFile, files: GoSourceCode["files"]): Int32Array {
  let found = shingles.get(file);
  if (!found) {
    const { hashes } = readTokens(files.readText(file.path) ?? "", importedNames(file));
    shingles.set(file, (found = shinglesIn(hashes)));
  }
  return found;
}

function readDigest(file: IndexedFile, files: GoSourceCode["files"]): Digest {
  const [code = "", keys = ""] = fileFact("architecture/digest", [file.path], files, () => {
    const text = files.readText(file.path) ?? "";
    const isGenerated = GENERATED.test(text.slice(0, Math.max(text.indexOf("\npackage "), 0)));
    const { code, hashes } = isGenerated ? NO_TOKENS : readTokens(text, importedNames(file));
    return [code, bandKeysOf(hashes).join(" ")];
  });
  return {
    code,
    tokens: Number.parseInt(code, 10),
    keys: keys === "" ? [] : keys.split(" ").map(Number),
  };
}

/** Returns the names of the packages that a file imports, guessed from their paths. */
function importedNames({ imports }: IndexedFile): ReadonlySet<string> {
  return new Set(imports.map(({ alias, path }) => alias ?? path.split("/").at(-1) ?? path));
}
