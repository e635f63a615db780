import type { GoSourceCode, IndexedPackage, ProjectIndex } from "@gopherwood/core";
import { pathInModule, requiredModules, type Module } from "../module.ts";

/** Files that generators make Go files of. */
const GENERATOR_INPUT =
  /\.(?:avsc|capnp|fbs|g4|graphqls?|in|json|peg|proto|qtpl|rl|sql|templ|thrift|tmpl|tpl|ya?ml|y)$/u;

/** Returns true for packages that cannot be imported, because all their files are tests. */
export function hasOnlyTests(packages: readonly IndexedPackage[]): boolean {
  return (
    packages.length > 0 && packages.every(({ files }) => files.every((file) => file.isTest))
  );
}

/** Returns why a package of a module may exist though no Go file of it is there, or null. */
export function mayExistReason(
  path: string,
  module: Module,
  files: GoSourceCode["files"],
): string | null {
  const required = requiredModules(module).find(
    (one) => path === one || path.startsWith(`${one}/`),
  );
  if (required !== undefined) {
    return `it belongs to the module ${required}, which is not at hand`;
  }
  const directory = module.directory + (pathInModule(path, module) ?? "").replace(/^\.?/u, "/");
  const input = files.listFiles(directory).find((name) => GENERATOR_INPUT.test(name));
  return input === undefined
    ? null
    : `a build may make its Go files: its directory has ${input} and no Go file`;
}

/** Returns the one other package of the tree with the same name and last element, or null. */
export function movedTo(path: string, index: ProjectIndex): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = index
    .packages()
    .filter((one) => one.name === name && one.importPath?.endsWith(`/${name}`))
    .filter((one) => one.importPath !== path && !hasOnlyTests([one]));
  const [first, second] = new Set(found.map(({ importPath }) => importPath));
  return second === undefined ? (first ?? null) : null;
}
