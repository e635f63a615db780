import { readFileSync, statSync } from "node:fs";
import { relative, sep } from "node:path";
import { findFiles } from "../discovery.ts";

/** A text for people. */
export interface Document {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly lines: readonly string[];
}

const NAME = /\.(?:md|markdown|mdx|rst|adoc|txt)$/iu;

/** Documents about the past, which name files of their time. */
const HISTORY = /(?:^|\/)(?:changelog|release[-_]?notes)[^/]*(?:\/|$)/iu;

/** A larger document is data, in bytes. */
const LARGEST = 1_000_000;

/** Returns the documents of a tree, sorted by path, without changelogs and unreadable files. */
export function readDocuments(root: string): readonly Document[] {
  return findFiles(root, NAME).flatMap((file) => {
    const path = relative(root, file).split(sep).join("/");
    const text = HISTORY.test(path) ? null : read(file);
    if (text === null) return [];
    return [{ path, lines: text.replace(/\r?\n$/u, "").split(/\r?\n/u) }];
  });
}

function read(path: string): string | null {
  try {
    return statSync(path).size > LARGEST ? null : readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
