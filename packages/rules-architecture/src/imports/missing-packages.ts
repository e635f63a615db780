import type { GoSourceCode, IndexedPackage, ProjectIndex } from "@gopherwood/core";
import { pathInTree } from "../module.ts";
import { generatorOf } from "./go-generate.ts";
import { isGitIgnored } from "./git-ignore.ts";

/** Files that generators make Go files of. */
const GENERATOR_INPUT =
  /\.(?:avsc|capnp|fbs|g4|graphqls?|in|json|peg|proto|qtpl|rl|sql|templ|thrift|tmpl|tpl|ya?ml|y)$/u;

/** Returns true for packages that cannot be imported, because all their files are tests. */
export function hasOnlyTests(packages: readonly IndexedPackage[]): boolean {
  return (
    packages.length > 0 && packages.every(({ files }) => files.every((file) => file.isTest))
  );
}

/** Returns why a directory of a tree may get Go files that are not there yet, or null. */
export function generatedReason(
  directory: string,
  index: ProjectIndex,
  files: GoSourceCode["files"],
): string | null {
  if (isGitIgnored(`${directory}/any.go`, index.root, files)) {
    return "a build may make it: .gitignore lists its files, which are not there";
  }
  const generator = generatorOf(directory, index, files);
  if (generator !== null) {
    return `a build may make it: a go:generate comment of ${pathInTree(index, generator)} names it`;
  }
  const names = files.listFiles(directory);
  const input = names.find((name) => GENERATOR_INPUT.test(name));
  return input === undefined || names.some((name) => name.endsWith(".go"))
    ? null
    : `a build may make its Go files: its directory has ${input} and no Go file`;
}

/**
 * Returns the path of the one other package of the tree with the same name and last element
 * that a package can import, or null.
 */
export function movedTo(
  path: string,
  importer: IndexedPackage,
  index: ProjectIndex,
): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = index.packages().flatMap((one) => {
    const { importPath, directory } = one;
    return importPath !== null &&
      one.name === name &&
      importPath.endsWith(`/${name}`) &&
      !hasOnlyTests([one]) &&
      directory !== importer.directory &&
      index.directoryOf(importPath, importer) === directory &&
      isVisible(importPath, importer)
      ? [importPath]
      : [];
  });
  const [first, second] = new Set(found);
  return second === undefined ? (first ?? null) : null;
}

/** Returns false for a package below an `internal` directory that the importer is not in. */
function isVisible(importPath: string, importer: IndexedPackage): boolean {
  const [, parent] = /^(.*?)(?:^|\/)internal(?:\/|$)/u.exec(importPath) ?? [];
  const own = importer.importPath ?? "";
  return parent === undefined || own === parent || own.startsWith(`${parent}/`);
}
