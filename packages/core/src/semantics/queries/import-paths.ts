import { matchesGlob } from "../../source/matches-glob.ts";
import { readHeader, type WrittenImport } from "../scan/file-header.ts";

/**
 * Returns true if a glob matches an import path: `example.com/old/**` matches
 * `example.com/old` as well. Unlike a glob of files it starts at the first element of the
 * path.
 */
export function matchesImportPath(path: string, glob: string): boolean {
  const exact = `/${glob.replace(/^\//u, "")}`;
  return (
    matchesGlob(`/${path}`, exact) ||
    (exact.endsWith("/**") && matchesGlob(`/${path}`, exact.slice(0, -"/**".length)))
  );
}

/** Returns the longest part of a glob that stands in every path it matches, for a prefilter. */
export function longestLiteral(glob: string): string {
  const parts = /[{[!?+@(\\]/u.test(glob) ? [] : glob.replace(/\/\*\*$/u, "").split("*");
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** Returns the imports of a Go file in the order of its text, which is not parsed. */
export function importsIn(text: string): readonly WrittenImport[] {
  return readHeader(text).imports;
}

/** Returns the path that an import spec imports, without its quotes. */
export function importPathOf(spec: { readonly path: { readonly text: string } }): string {
  return spec.path.text.slice(1, -1);
}
