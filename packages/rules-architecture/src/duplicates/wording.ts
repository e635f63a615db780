import type { IndexedFile, ProjectIndex } from "@gopherwood/core";
import { pathInTree } from "../module.ts";
import { importerCountOf } from "./originality.ts";

/** Returns the path of a file inside the module of another, or else inside the tree. */
export function pathSeenFrom(
  { package: { moduleDirectory } }: IndexedFile,
  { path }: IndexedFile,
  index: ProjectIndex,
): string {
  return moduleDirectory !== null && path.startsWith(`${moduleDirectory}/`)
    ? path.slice(moduleDirectory.length + 1)
    : pathInTree(index, path);
}

/** Returns a sentence without its full stop that says whether anything needs a file. */
export function importersText(file: IndexedFile, index: ProjectIndex): string {
  if (file.isTest) return "It is a test";
  if (file.package.name === "main") return "It is a part of a program";
  const count = importerCountOf(file.package, index);
  if (count === 0) return "Nothing imports its package";
  return count === 1
    ? "One package imports its package"
    : `${count} packages import its package`;
}
