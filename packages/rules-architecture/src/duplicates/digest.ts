import type { GoSourceCode, IndexedFile } from "@gopherwood/core";
import { bandKeysOf, shinglesOf } from "./min-hash.ts";
import { hashTokens, tokensOf } from "./tokens.ts";

/** What a file is compared by; of its text nothing is kept. */
interface Digest {
  /** The same for files that are the same but for line ends. */
  readonly text: string;
  /** The same for files with the same tokens, without imports and comments. */
  readonly code: string;
  /** The number of tokens, without imports and comments. */
  readonly tokens: number;
  /** True for a generated file, which is not compared. */
  readonly isGenerated: boolean;
  /** Of a file of some size, read when it is first asked for. */
  readonly sketch: Sketch;
}

interface Sketch {
  readonly shingles: Int32Array;
  /** Files with much in common share one. */
  readonly keys: readonly string[];
}

/** As in `go help generate`; generated files are alike on purpose. */
const GENERATED = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/mu;

const digests = new WeakMap<IndexedFile, Digest>();

/** Returns the digest of a file, which is read once for each state of the file. */
export function digestOf(file: IndexedFile, files: GoSourceCode["files"]): Digest {
  let digest = digests.get(file);
  if (!digest) digests.set(file, (digest = readDigest(file, files)));
  return digest;
}

function readDigest(file: IndexedFile, files: GoSourceCode["files"]): Digest {
  const text = files.readText(file.path)?.replaceAll("\r\n", "\n") ?? "";
  const isGenerated = GENERATED.test(text.slice(0, Math.max(text.indexOf("\npackage "), 0)));
  const tokens = isGenerated ? [] : tokensOf(text);
  const hashes = hashTokens(tokens, importedNames(file));
  let sketch: Sketch | undefined;
  return {
    text: keyOf(text),
    code: keyOf(tokens.join(" ")),
    tokens: tokens.length,
    isGenerated,
    get sketch() {
      if (!sketch) {
        const shingles = shinglesOf(hashes);
        sketch = { shingles, keys: bandKeysOf(shingles) };
      }
      return sketch;
    },
  };
}

/** Returns a key of a text: its length and two hashes of 32 bits. */
function keyOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13);
  }
  return `${text.length} ${one >>> 0} ${other >>> 0}`;
}

/** Returns the names of the packages that a file imports, guessed from their paths. */
function importedNames({ imports }: IndexedFile): ReadonlySet<string> {
  return new Set(imports.map(({ alias, path }) => alias ?? path.split("/").at(-1) ?? path));
}
