import { parentOf, splitPath } from "../semantics/modules/paths.ts";
import { isGoFile, isTestFile, SourceFile } from "../semantics/scan/source-file.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { ChangedFile } from "./changed-files.ts";
import { changedModules } from "./changed-modules.ts";
import { changedNames } from "./declared-names.ts";
import { DependentsSearch } from "./dependents-search.ts";

/**
 * Returns the Go files that did not change and may be judged otherwise because of files that
 * did. They mention a declaration that changed, or one that is made of such declarations, of
 * their own package or of one that they import; or they import from a module of which go.mod
 * names another version. Bodies of functions are of no concern to other files.
 *
 * @param repository The root of the repository, absolute.
 */
export function dependentsOf(
  changes: readonly ChangedFile[],
  now: FileSystem,
  earlier: FileSystem,
  repository: string,
): readonly string[] {
  const search = new DependentsSearch(now, repository);
  const paths = new Set(
    changes.flatMap(({ path, earlierPath }) =>
      [path, earlierPath].filter((one) => one !== null),
    ),
  );
  const directories = new Map<string, string[]>();
  for (const path of paths) {
    const { directory, name } = splitPath(path);
    if (isGoFile(name)) {
      directories.set(directory, [...(directories.get(directory) ?? []), name]);
    } else addModuleFile(search, path, earlier, now);
  }
  for (const [directory, names] of directories) {
    const before = sourceFiles(earlier, directory, names);
    search.addNames(directory, changedNames(before, sourceFiles(now, directory, names)));
    if (packageName(earlier, directory) !== packageName(now, directory)) {
      search.addImporters(directory);
    }
  }
  return search.run().filter((path) => !paths.has(path));
}

/** Adds what depends on a go.mod or go.work file, or on there being vendored packages. */
function addModuleFile(
  search: DependentsSearch,
  path: string,
  earlier: FileSystem,
  now: FileSystem,
): void {
  const { directory, name } = splitPath(path);
  if (name === "go.mod") {
    const modules = changedModules(earlier.readText(path), now.readText(path));
    if (modules) search.addModules(modules);
    else search.addAll(directory);
  } else if (name === "go.work") search.addAll(directory);
  else if (path.endsWith("/vendor/modules.txt")) {
    const isNewOrGone = (earlier.readText(path) === null) !== (now.readText(path) === null);
    if (isNewOrGone) search.addAll(parentOf(directory) ?? directory);
  }
}

function sourceFiles(
  files: FileSystem,
  directory: string,
  names: readonly string[],
): SourceFile[] {
  return names.flatMap((name) => {
    const text = files.readText(`${directory}/${name}`);
    return text === null ? [] : [new SourceFile(name, () => text)];
  });
}

/** Returns the name of the package that others import from a directory; empty if there is none. */
function packageName(files: FileSystem, directory: string): string {
  const names = files.listFiles(directory).filter((one) => isGoFile(one) && !isTestFile(one));
  return sourceFiles(files, directory, names.slice(0, 1))[0]?.packageName ?? "";
}
