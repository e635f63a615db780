import { matchesGlob } from "@gopherwood/core";

/**
 * True if a glob means an import path: `example.com/old/**` means `example.com/old` as well.
 * Unlike a file's, it counts from the path's first element.
 */
export function matchesImportPath(path: string, glob: string): boolean {
  const exact = `/${glob.replace(/^\//u, "")}`;
  return (
    matchesGlob(`/${path}`, exact) ||
    (exact.endsWith("/**") && matchesGlob(`/${path}`, exact.slice(0, -"/**".length)))
  );
}

/** The longest part of a glob that stands in every path it matches. */
export function wordOf(glob: string): string {
  const parts = /[{[!?+@(\\]/u.test(glob) ? [""] : glob.replace(/\/\*\*$/u, "").split("*");
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** The path of an import without its quotes. */
export function importPathOf(node: { readonly path: { readonly text: string } }): string {
  return node.path.text.slice(1, -1);
}
